/** Records that point to this one, as tabs of its page: the newest ones, and a new one in place. */
import type { EntityMeta, FieldMeta, ListAnswer, RelatedMeta } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { listQuery } from '#ui/base/queries.ts'
import { Cell } from '#ui/field/cell.tsx'
import { isNumber } from '#ui/field/value/field-facts.ts'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { IconPlus } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { MouseEvent } from 'react'
import type { Tab } from './record-tabs.tsx'
import './related.css'

const SHOWN = 10
/** They have places of their own on the page. */
const ELSEWHERE = new Set(['comment', 'file'])

interface Related {
  meta: RelatedMeta
  entity: EntityMeta
}

export function useRelatedTabs(entity: EntityMeta, id: string): Tab[] {
  const { entities } = useHouse()
  const all = entity.related.flatMap((meta): Related[] => {
    const other = entities[meta.entity]
    return other && !ELSEWHERE.has(meta.entity) ? [{ meta, entity: other }] : []
  })
  const answers = useQueries({
    queries: all.map(({ meta }) => ({
      queryKey: ['list', meta.entity, 'related', meta.field, id],
      queryFn: () => api.get<ListAnswer>(`/api/${meta.entity}`, queryOf({ meta, id })),
    })),
  })
  return all.map((related, index) => {
    const { data, error } = answers[index] ?? {}
    return {
      key: `${related.meta.entity}.${related.meta.field}`,
      label: labelOf(related, all),
      count: countOf(data),
      tools: <Tools related={related} id={id} />,
      body: <RelatedList related={related} id={id} answer={data} problem={error as ApiProblem} />,
    }
  })
}

/** Two lists of the same records are told apart by the field that points here. */
function labelOf({ meta, entity }: Related, all: readonly Related[]): string {
  const isTwice = all.filter((each) => each.meta.entity === meta.entity).length > 1
  const field = entity.fields.find(({ name }) => name === meta.field)
  return isTwice && field ? `${meta.label} (${field.label})` : meta.label
}

function queryOf({ meta, id }: { meta: RelatedMeta; id: string }) {
  return listQuery({ where: { [meta.field]: id }, limit: SHOWN, count: true })
}

function countOf(answer: ListAnswer | undefined): string | undefined {
  const count = answer?.count
  return count && `${count.value}${count.capped ? '+' : ''}`
}

function Tools({ related, id }: { related: Related; id: string }) {
  const t = useT()
  const navigate = useNavigate()
  const { meta, entity } = related
  if (!entity.may.create) return null
  const create = () =>
    navigate({
      to: '/new/$entity',
      params: { entity: entity.name },
      search: { with: { [meta.field]: id } },
    })
  return (
    <Button icon={<IconPlus size={16} aria-hidden />} onClick={create}>
      {t('New {entity}', { entity: entity.label.one })}
    </Button>
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
  const { meta, entity } = related
  if (problem) return <ProblemNotice problem={problem} />
  if (!answer) return <p className="related-none">…</p>
  if (answer.rows.length === 0) {
    return <p className="related-none">{t('None yet.')}</p>
  }
  const hasMore = answer.next !== null
  return (
    <>
      <RelatedTable related={related} answer={answer} />
      {hasMore && (
        <Link
          className="related-all"
          to="/list/$entity"
          params={{ entity: entity.name }}
          search={{ where: { [meta.field]: id } }}
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

function RelatedTable({ related, answer }: { related: Related; answer: ListAnswer }) {
  const navigate = useNavigate()
  const columns = columnsOfRelated(related)
  const { name: entity, title } = related.entity
  const open = (event: MouseEvent, id: string) => {
    const isLink = event.target instanceof Element && event.target.closest('a,button')
    if (!isLink) void navigate({ to: '/record/$entity/$id', params: { entity, id } })
  }
  return (
    <div className="related-scroll">
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
    </div>
  )
}
