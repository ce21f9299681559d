/** Fetches a few open records of each kind of work; kinds without any are left out. */
import type { EntityMeta, ListAnswer } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import { useHouse } from '#ui/base/house.tsx'
import { listQuery, type ListParams } from '#ui/base/queries.ts'
import { useQueries } from '@tanstack/react-query'
import { openWorkColumns, openWorkOf, openWorkWhere } from './open-work.ts'

const most = 6

function paramsOf(meta: EntityMeta): ListParams {
  const currencies = meta.fields.flatMap(({ currency }) => currency ?? [])
  const columns = [...openWorkColumns(meta).map(({ name }) => name), ...currencies]
  return {
    where: openWorkWhere(meta),
    sort: meta.list.sort,
    columns: [...new Set(columns)],
    limit: most,
    count: true,
  }
}

export interface WorkOfKind {
  meta: EntityMeta
  answer: ListAnswer
}

export function useOpenWork(): { work: WorkOfKind[]; isLoading: boolean } {
  const entities = openWorkOf(useHouse())
  const answers = useQueries({
    queries: entities.map((meta) => ({
      queryKey: ['list', meta.name, paramsOf(meta)],
      queryFn: () => api.get<ListAnswer>(`/api/${meta.name}`, listQuery(paramsOf(meta))),
    })),
  })
  const work = entities.flatMap((meta, at) => {
    const answer = answers[at]?.data
    return answer && answer.rows.length > 0 ? [{ meta, answer }] : []
  })
  return { work, isLoading: answers.some(({ isPending }) => isPending) }
}
