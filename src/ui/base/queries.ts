/** Reading and writing records through the cache, so that every screen shows the same truth. */
import type { ListAnswer, RecordAnswer, WriteAnswer } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { useRef } from 'react'
import { api, type ApiProblem, type ApiQuery } from './api.ts'
import { newKey } from './key.ts'
import { isNetworkProblem } from './problem.ts'
import { requestOfWrite, type WriteIntent } from './write-intent.ts'

export type { WriteIntent } from './write-intent.ts'

export interface ListParams {
  where?: Where
  /** '-createdAt' = newest first. */
  sort?: string
  q?: string
  columns?: readonly string[]
  limit?: number
  count?: boolean
  totals?: boolean
  /** The recycle bin. */
  deleted?: boolean
}

/** The query of GET /api/<entity> for these parameters. */
export function listQuery(params: ListParams): ApiQuery {
  const { columns, where, ...rest } = params
  const isNarrowed = where && Object.keys(where).length > 0
  return { ...rest, where: isNarrowed ? where : undefined, columns: columns?.join(',') }
}

/** One page of records. */
export function useList(entity: string, params: ListParams = {}, enabled = true) {
  return useQuery<ListAnswer, ApiProblem>({
    queryKey: ['list', entity, params],
    queryFn: () => api.get<ListAnswer>(`/api/${entity}`, listQuery(params)),
    placeholderData: keepPreviousData,
    enabled,
  })
}

/** Records page after page, as far as `fetchNextPage` was asked; counted with the first page. */
export function useListPages(entity: string, params: ListParams) {
  return useInfiniteQuery({
    queryKey: ['list', entity, 'pages', params],
    queryFn: ({ pageParam }) => {
      const rest = pageParam === null ? {} : { after: pageParam, count: false, totals: false }
      return api.get<ListAnswer>(`/api/${entity}`, { ...listQuery(params), ...rest })
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
}

export function useRecord(entity: string, id: string) {
  return useQuery<RecordAnswer, ApiProblem>({
    queryKey: ['record', entity, id],
    queryFn: () => api.get<RecordAnswer>(`/api/${entity}/${id}`),
  })
}

/**
 * Writes, then refreshes whatever may show it: `useWrite().mutateAsync({ kind: 'create', … })`.
 * An intent that was cut off by the network keeps its key, so that trying again does it once.
 */
export function useWrite() {
  const queries = useQueryClient()
  const cutOff = useRef<{ intent: string; key: string } | null>(null)
  return useMutation<WriteAnswer, ApiProblem, WriteIntent>({
    mutationFn: async (intent) => {
      const text = JSON.stringify(intent)
      const key = cutOff.current?.intent === text ? cutOff.current.key : newKey()
      const { method, path, body } = requestOfWrite(intent)
      try {
        return await api[method]<WriteAnswer>(path, body, { idempotencyKey: key })
      } catch (error) {
        cutOff.current = isNetworkProblem(error) ? { intent: text, key } : null
        throw error
      }
    },
    onSuccess: (answer) => {
      if (!answer.dryRun) refreshAll(queries)
    },
  })
}

const shown = [
  'list',
  'record',
  'counts',
  'history',
  'report',
  'chain',
  'operation',
  'groups',
  'views',
]
/** They hold rows of many entities. */
const wide = new Set(['report', 'chain'])

/** After an own write: whatever is on the screen asks again, since a write may touch much. */
export function refreshAll(queries: QueryClient): void {
  for (const kind of shown) void queries.invalidateQueries({ queryKey: [kind] })
}

/** After a colleague's change to one entity: its lists and records, every report and chain. */
export function refresh(queries: QueryClient, entity: string): void {
  for (const kind of shown) {
    void queries.invalidateQueries({ queryKey: wide.has(kind) ? [kind] : [kind, entity] })
  }
}
