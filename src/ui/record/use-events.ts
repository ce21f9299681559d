/** Calls, visits and the like of a record, for its line of time. */
import type { RelatedMeta } from '#kernel/http/wire-related.ts'
import type { EntityMeta, ListAnswer, RefTitles, WireRow } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import { listQuery } from '#ui/base/queries.ts'
import { useQueries } from '@tanstack/react-query'
import type { Events } from './timeline-order.ts'

const MOST = 50

/** By one field only: a record that points here twice is one event. */
function told({ related }: EntityMeta): RelatedMeta[] {
  const own = related.filter(({ timeline, field }) => timeline && !field.includes('.'))
  return own.filter((one, at) => own.findIndex(({ entity }) => entity === one.entity) === at)
}

export function useEvents(meta: EntityMeta, id: string): { events: Events[]; refs: RefTitles } {
  const asked = told(meta)
  const answers = useQueries({
    queries: asked.map(({ entity, field, where, timeline }) => {
      const { at, text, kind, by } = timeline ?? { at: 'createdAt', text: 'id' }
      const columns = [at, text, kind, by].filter((name) => name !== undefined)
      const happened = { ...where, [at]: { empty: false }, [field]: id }
      const params = { where: happened, sort: `-${at}`, columns, limit: MOST }
      return {
        queryKey: ['list', entity, params],
        queryFn: () => api.get<ListAnswer>(`/api/${entity}`, listQuery(params)),
      }
    }),
  })
  const rows = (at: number): WireRow[] => answers[at]?.data?.rows ?? []
  const events = asked.map(({ entity, timeline }, at) => {
    return { entity, at: timeline?.at ?? 'createdAt', rows: rows(at) }
  })
  const user = Object.assign({}, ...answers.map(({ data }) => data?.refs['user'] ?? {}))
  return { events, refs: { user: user as RefTitles[string] } }
}
