/** Records that point to this one, as tabs of its page: the newest ones, and a new one in place. */
import type { RelatedMeta } from '#kernel/http/wire-related.ts'
import type { EntityMeta, FieldMeta, ListAnswer } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import { api, ApiProblem } from '#ui/base/api.ts'
import { ScrollBox } from '#ui/base/scroll-box.tsx'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { NamedIcon } from '#ui/base/icons.tsx'
import { MenuButton } from '#ui/base/menu-button.tsx'
import type { MenuItem } from '#ui/base/menu-button.tsx'
import { listQuery } from '#ui/base/queries.ts'
import { Cell } from '#ui/field/cell.tsx'
import { isNumber, isWritable } from '#ui/field/value/field-facts.ts'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { IconPlus } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { MouseEvent } from 'react'
import type { Tab } from './record-tabs.tsx'
import { RelatedCards } from './related-cards.tsx'
import './related.css'

const SHOWN = 10
/** They have places of their own on the page. */
const ELSEWHERE = new Set(['comment', 'file'])

interface Related {
  meta: RelatedMeta
  entity: EntityMeta
}

export interface RelatedTabs {
  /** Lists that hold something. */
  tabs: Tab[]
  /** What can be made for this record. */
  makers: MenuItem[]
}

export function useRelatedTabs(entity: EntityMeta, id: string): RelatedTabs {
  const { entities } = useHouse()
  const makers = useMakers(entity, id)
  const all = entity.related.flatMap((meta): Related[] => {
    const other = entities[meta.entity]
    return other && !ELSEWHERE.has(meta.entity) ? [{ meta, entity: other }] : []
  })
  const answers = useQueries({
    queries: all.map(({ meta }) => ({
      queryKey: ['list', meta.entity, 'related', meta.field, whereOf(meta, id)],
      queryFn: () => {
        const wish = listQuery({ where: whereOf(meta, id), limit: SHOWN, count: true })
        return api.get<ListAnswer>(`/api/${meta.entity}`, wish)
      },
    })),
  })
  const tabs = all.flatMap((related, index): Tab[] => {
    const { data, error } = answers[index] ?? {}
    if (!error && !data?.rows.length) return []
    const problem = error instanceof ApiProblem ? error : null
    return [
      {
        key: `${related.meta.entity}.${related.meta.field}`,
        label: labelOf(related, all),
        count: countOf(data),
        body: <RelatedList related={related} id={id} answer={data} problem={problem} />,
      },
    ]
  })
  return { tabs, makers }
}

function useMakers(entity: EntityMeta, id: string): MenuItem[] {
  const { entities } = useHouse()
  const navigate = useNavigate()
  return entity.related.flatMap(({ entity: name, field, where }): MenuItem[] => {
    const other = entities[name]
    if (!other?.may.create || ELSEWHERE.has(name)) return []
    // A field of the lines stands in the head too, where a new record is made for this one.
    const head = field.split('.').at(-1) ?? field
    const isEntered = other.fields.some(
      (each) =>
        each.name === head && (each.targetIn ?? each.target === entity.name) && isWritable(each),
    )
    if (!isEntered) return []
    const search = { with: { ...where, [head]: id } }
    const onSelect = () => void navigate({ to: '/new/$entity', params: { entity: name }, search })
    const icon = <NamedIcon name={other.icon} size={16} />
    return [{ key: `${name}.${field}`, label: other.label.one, icon, onSelect }]
  })
}

/** Two lists of the same records are told apart by the field that points here. */
function labelOf({ meta }: Related, all: readonly Related[]): string {
  const isTwice = all.filter((each) => each.meta.entity === meta.entity).length > 1
  return isTwice ? `${meta.label} (${meta.by})` : meta.label
}

function whereOf({ where, listed, field }: RelatedMeta, id: string): Where {
  return { ...listed, ...where, [field]: id }
}

function countOf(answer: ListAnswer | undefined): string | undefined {
  const count = answer?.count
  return count && `${count.value}${count.capped ? '+' : ''}`
}

export function MakeButton({ makers }: { makers: readonly MenuItem[] }) {
  const t = useT()
  if (makers.length === 0) return null
  return (
    <MenuButton items={makers}>
      <Button icon={<IconPlus size={16} aria-hidden />}>{t('New')}</Button>
    </MenuButton>
  )
}

interface RelatedListProps {
  related: Related
  id: string
  answer: ListAnswer | undefined
  problem: ApiProblem | null
}

function RelatedList({ related, id, answer, problem }: RelatedListProps) {
  const t = useT()
  const phone = usePhone()
  const { meta, entity } = related
  if (problem) return <ProblemNotice problem={problem} />
  if (!answer) return <p className="related-none">…</p>
  const hasMore = answer.next !== null
  const columns = columnsOfRelated(related)
  return (
    <>
      {phone ? (
        <RelatedCards entity={entity} columns={columns} answer={answer} />
      ) : (
        <RelatedTable entity={entity} columns={columns} answer={answer} />
      )}
      {hasMore && (
        <Link
          className="related-all"
          to="/list/$entity"
          params={{ entity: entity.name }}
          search={{ where: whereOf(meta, id) }}
        >
          {t('Show all {count}', { count: countOf(answer) ?? '' })}
        </Link>
      )}
    </>
  )
}

function columnsOfRelated({ meta, entity }: Related): FieldMeta[] {
  const own = meta.columns.includes(entity.title) ? [] : [entity.title]
  return [...own, ...meta.columns].flatMap((name) =>
    entity.fields.filter((field) => field.name === name),
  )
}

interface RelatedTableProps {
  entity: EntityMeta
  columns: readonly FieldMeta[]
  answer: ListAnswer
}

function RelatedTable({ entity: meta, columns, answer }: RelatedTableProps) {
  const navigate = useNavigate()
  const { name: entity, title } = meta
  const open = (event: MouseEvent, id: string) => {
    const isLink = event.target instanceof Element && event.target.closest('a,button')
    if (!isLink) void navigate({ to: '/record/$entity/$id', params: { entity, id } })
  }
  return (
    <ScrollBox className="related-scroll">
      <table className="related">
        <thead>
          <tr>
            {columns.map((field) => (
              <th key={field.name} scope="col" className={isNumber(field) ? 'number' : undefined}>
                {field.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row) => (
            <tr key={row.id} onClick={(event) => open(event, row.id)}>
              {columns.map((field) => {
                const cell = (
                  <Cell
                    field={field}
                    row={row}
                    refs={answer.refs}
                    unlinked={field.name === title}
                  />
                )
                return (
                  <td key={field.name} className={isNumber(field) ? 'number' : undefined}>
                    {field.name === title ? (
                      <Link to="/record/$entity/$id" params={{ entity, id: row.id }}>
                        {cell}
                      </Link>
                    ) : (
                      cell
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
