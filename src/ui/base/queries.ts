/** Reading and writing records through the cache, so that every screen shows the same truth. */
import type { ListAnswer, RecordAnswer, WriteAnswer } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import type { Known } from '#ui/outbox/entry.ts'
import { readRecord, withValues } from '#ui/outbox/waiting-record.ts'
import { sendOrKeep } from '#ui/outbox/send-or-keep.ts'
import { useRef } from 'react'
import { api, type ApiProblem, type ApiQuery } from './api.ts'
import { useHouse } from './house.tsx'
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
  /** Rows of each page behind the first, where one goes far down. */
  further?: number
  count?: boolean
  totals?: boolean
  /** Also which of the rows one may not change. */
  may?: boolean
  /** The recycle bin. */
  deleted?: boolean
}

/** The query of GET /api/<entity> for these parameters. */
export function listQuery(params: ListParams): ApiQuery {
  const { columns, where, further: _, ...rest } = params
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

/** One page of a list; those behind the first are neither counted nor summed up again. */
export function listPage(
  entity: string,
  params: ListParams,
  after: string | null,
): Promise<ListAnswer> {
  const { limit, further = limit } = params
  const behind = { after, count: false, totals: false, limit: further }
  const rest = after === null ? {} : behind
  return api.get<ListAnswer>(`/api/${entity}`, { ...listQuery(params), ...rest })
}

/** Records page after page, as far as `fetchNextPage` was asked; counted with the first page. */
export function useListPages(entity: string, params: ListParams) {
  return useInfiniteQuery({
    queryKey: ['list', entity, 'pages', params],
    queryFn: ({ pageParam }) => listPage(entity, params, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
}

export function recordQuery(entity: string, id: string) {
  return queryOptions<RecordAnswer, ApiProblem>({
    queryKey: ['record', entity, id],
    queryFn: () => readRecord(entity, id),
  })
}

export function useRecord(entity: string, id: string, isAsked = true) {
  return useQuery({ ...recordQuery(entity, id), enabled: isAsked })
}

export interface WriteChoices {
  /** Records that are made and changed may wait for a connection; the screen says that they do. */
  mayWait?: boolean
}

/** `waits`: it is kept on this device and not yet known to the server. */
export type Written = WriteAnswer & { waits?: true }

/** What is written, and what the screen knew of the record, for whom it has to wait. */
export type Wanted = WriteIntent & { known?: Known }

/**
 * Writes, then refreshes whatever may show it: `useWrite().mutateAsync({ kind: 'create', … })`.
 * An intent that was cut off by the network keeps its key, so that trying again does it once.
 */
export function useWrite({ mayWait = false }: WriteChoices = {}) {
  const queries = useQueryClient()
  const cutOff = useRef<{ intent: string; key: string } | null>(null)
  const { entities } = useHouse()
  const maySendLater = (intent: WriteIntent): boolean => {
    if (intent.kind !== 'act') return mayWait && !['delete', 'restore'].includes(intent.kind)
    const action = entities[intent.entity]?.actions.find(({ name }) => name === intent.action)
    return action?.offline === true && intent.body.dryRun !== true
  }
  return useMutation<Written, ApiProblem, Wanted>({
    mutationFn: async ({ known = {}, ...intent }) => {
      const text = JSON.stringify(intent)
      const key = cutOff.current?.intent === text ? cutOff.current.key : newKey()
      const wish = { key, known, mayWait: maySendLater(intent) }
      const send = async (now: WriteIntent): Promise<Written> => {
        const { method, path, body } = requestOfWrite(now)
        return api[method]<WriteAnswer>(path, body, { idempotencyKey: key })
      }
      try {
        return await sendOrKeep(intent, wish, send, (kept) => keptAnswerOf(intent, kept.temporary))
      } catch (error) {
        cutOff.current = isNetworkProblem(error) ? { intent: text, key } : null
        throw error
      }
    },
    onSuccess: (answer, wanted) => {
      if (answer.dryRun) return
      if (answer.waits) return showKept(queries, wanted)
      refreshAll(queries)
      refreshHouse(queries, wanted.entity)
    },
  })
}

/** One sees the own change at once, also where the record itself cannot be read again. */
function showKept(queries: QueryClient, { known = {}, ...intent }: Wanted): void {
  if (intent.kind === 'update') {
    const { entity, id, values } = intent
    queries.setQueryData(recordQuery(entity, id).queryKey, (was) => {
      return was && withValues(was, values, known.titles)
    })
  }
  void queries.invalidateQueries({ queryKey: ['record'] })
}

/** As if it were written already, so that the screens go on. */
function keptAnswerOf(intent: WriteIntent, temporary: string | undefined): Written {
  if (intent.kind === 'create' && temporary !== undefined)
    return { row: { ...intent.values, id: temporary, version: 0 }, waits: true }
  if (intent.kind !== 'update') return { waits: true }
  const { id, version, values } = intent
  return { row: { ...values, id, version }, waits: true }
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
  'menu-counts',
]
/** They hold rows of many entities. */
const wide = new Set(['report', 'chain'])

/** After an own write: whatever is on the screen asks again, since a write may touch much. */
export function refreshAll(queries: QueryClient, more: readonly string[] = []): void {
  for (const kind of [...shown, ...more]) void queries.invalidateQueries({ queryKey: [kind] })
}

/** What describes the house: with these the fields and rights of everything else change. */
const describing = new Set([
  'custom-field',
  'choice-list',
  'required-field',
  'print-layout',
  'grant',
  'role',
])

function refreshHouse(queries: QueryClient, entity: string): void {
  if (describing.has(entity)) void queries.invalidateQueries({ queryKey: ['meta'] })
}

/** After a colleague's change to one entity: its lists and records, every report and chain. */
export function refresh(queries: QueryClient, entity: string): void {
  refreshHouse(queries, entity)
  for (const kind of shown) {
    void queries.invalidateQueries({ queryKey: wide.has(kind) ? [kind] : [kind, entity] })
  }
}
