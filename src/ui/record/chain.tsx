/** The papers of one deal in the order they follow each other, each with its state and amount. */
import type { ChainAnswer, ChainDocument, EntityMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { Amount } from '#ui/field/amount.tsx'
import { Dot } from '#ui/field/cell-choice.tsx'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { chainQuery } from './fetch-ahead.ts'
import './chain.css'

/** More of one kind are folded up. */
const SHOWN = 2

/** Asked for while the record itself is on its way, so that nothing on the page moves later. */
export function useChain(entity: EntityMeta, id: string) {
  return useQuery(chainQuery(entity, id))
}

interface ChainProps {
  chain: ChainAnswer
  /** The record whose page this is. */
  id: string
}

export function Chain({ chain, id }: ChainProps) {
  const { entities } = useHouse()
  const phone = usePhone()
  const kinds = [...Map.groupBy(chain.documents, ({ entity }) => entity)].flatMap(
    ([name, papers]) => {
      const entity = entities[name]
      return entity ? [{ entity, papers }] : []
    },
  )
  if (chain.documents.length < 2) return null
  const lists = kinds.map(({ entity, papers }) => (
    <Papers key={entity.name} entity={entity} papers={papers} id={id} isWhole={phone} />
  ))
  if (chain.hasMore) lists.push(<HasMore key="" />)
  return phone ? <Folded count={chain.documents.length}>{lists}</Folded> : <Strip>{lists}</Strip>
}

function Strip({ children }: { children: ReactNode[] }) {
  const t = useT()
  return (
    <nav className="panel chain" aria-label={t('Documents of this deal')}>
      {children.map((list, index) => (
        <div key={index} className="chain-step">
          {index > 0 && <IconChevronRight className="chain-arrow" size={15} aria-hidden />}
          {list}
        </div>
      ))}
    </nav>
  )
}

function HasMore() {
  return <span className="chain-more">{useT()('There are more.')}</span>
}

/** On the phone one line, which opens to a list. */
function Folded({ count, children }: { count: number; children: ReactNode }) {
  const t = useT()
  return (
    <details className="panel chain-fold">
      <summary>
        <span className="grow">{t('Documents of this deal')}</span>
        <span className="count">{count}</span>
        <IconChevronDown className="chain-arrow" size={17} aria-hidden />
      </summary>
      <nav aria-label={t('Documents of this deal')}>{children}</nav>
    </details>
  )
}

interface PapersProps {
  entity: EntityMeta
  papers: readonly ChainDocument[]
  id: string
  isWhole: boolean
}

/** Papers of one kind; the open one is always among those in sight. */
function Papers({ entity, papers, id, isWhole }: PapersProps) {
  const t = useT()
  const [isOpen, open] = useState(false)
  const own = papers.filter((paper) => paper.id === id)
  const shown = isOpen || isWhole ? papers : [...own, ...papers.filter((one) => one.id !== id)]
  const hidden = isOpen || isWhole ? 0 : Math.max(papers.length - SHOWN, 0)
  return (
    <ul className="chain-papers">
      {shown.slice(0, papers.length - hidden).map((paper) => (
        <li key={paper.id}>
          <Paper entity={entity} paper={paper} isHere={paper.id === id} />
        </li>
      ))}
      {hidden > 0 && (
        <li>
          <button type="button" className="plain chain-more" onClick={() => open(true)}>
            {t('and {count} more', { count: hidden })}
          </button>
        </li>
      )}
    </ul>
  )
}

interface PaperProps {
  entity: EntityMeta
  paper: ChainDocument
  isHere: boolean
}

function Paper({ entity, paper, isHere }: PaperProps) {
  const { title, state, day, amount, currency } = paper
  const states = entity.fields.find(({ name }) => name === entity.state?.field)?.options
  const { tone, label } = states?.find(({ value }) => value === state) ?? {}
  const words = (
    <>
      <span className="chain-name">
        <span className="chain-kind">{entity.label.one}</span> {title}
      </span>
      <span className="chain-facts">
        {label && <Dot {...(tone && { tone })} label={label} />}
        {amount === null ? day : <Amount amount={amount} {...(currency && { currency })} />}
      </span>
    </>
  )
  if (isHere) {
    return (
      <span className="chain-paper is-here" aria-current="page">
        {words}
      </span>
    )
  }
  return (
    <Link
      className="chain-paper"
      to="/record/$entity/$id"
      params={{ entity: entity.name, id: paper.id }}
    >
      {words}
    </Link>
  )
}
