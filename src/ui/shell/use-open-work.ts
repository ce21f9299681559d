/** Fetches a few open records of each kind of work; kinds without any are left out. */
import type { EntityMeta, ListAnswer } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import { api } from '#ui/base/api.ts'
import { useHouse } from '#ui/base/house.tsx'
import { listQuery, type ListParams } from '#ui/base/queries.ts'
import { useQueries } from '@tanstack/react-query'
import {
  openWorkColumns,
  openWorkOf,
  openWorkWhere,
  waitingWorkOf,
  waitingWorkWhere,
} from './open-work.ts'

const most = 6

export function workParams(meta: EntityMeta, where: Where): ListParams {
  const currencies = meta.fields.flatMap(({ currency }) => currency ?? [])
  const columns = [...openWorkColumns(meta).map(({ name }) => name), ...currencies]
  return {
    where,
    sort: meta.list.sort,
    columns: [...new Set(columns)],
    limit: most,
    count: true,
  }
}

export interface WorkOfKind {
  meta: EntityMeta
  where: Where
  /** In my charge; else it only waits for what I may do. */
  isMine: boolean
  answer: ListAnswer
}

/** What is in my charge; who is in charge of nothing sees what waits for her next step. */
export function useOpenWork(): { work: WorkOfKind[]; isLoading: boolean } {
  const house = useHouse()
  const own = useWork(openWorkOf(house), openWorkWhere, true)
  const hasNone = !own.isLoading && own.work.length === 0
  const waiting = useWork(hasNone ? waitingWorkOf(house) : [], waitingWorkWhere, false)
  return hasNone ? waiting : own
}

function useWork(
  kinds: readonly EntityMeta[],
  whereOf: (meta: EntityMeta) => Where,
  isMine: boolean,
): { work: WorkOfKind[]; isLoading: boolean } {
  const asked = kinds.map((meta) => ({ meta, where: whereOf(meta) }))
  const answers = useQueries({
    queries: asked.map(({ meta, where }) => ({
      queryKey: ['list', meta.name, workParams(meta, where)],
      queryFn: () => api.get<ListAnswer>(`/api/${meta.name}`, listQuery(workParams(meta, where))),
    })),
  })
  const work = asked.flatMap(({ meta, where }, at) => {
    const answer = answers[at]?.data
    return answer && answer.rows.length > 0 ? [{ meta, where, isMine, answer }] : []
  })
  return { work, isLoading: answers.some(({ isPending }) => isPending) }
}
