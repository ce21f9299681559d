/** The records before and after one in the list that one came from. */
import type { ListAnswer } from '#kernel/http/wire.ts'
import { listPage, type ListParams } from '#ui/base/queries.ts'
import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'

export interface Neighbours {
  before: string | null
  after: string | null
  /** Are there records behind those loaded? */
  hasMore: boolean
  /** Place in the list, beginning with 1. */
  at: number
  /** How many the list has, as far as they were counted. */
  of: string
}

type Pages = InfiniteData<ListAnswer, string | null>

/** The list of such records that was read last and holds this one. */
export function cameFrom(queries: QueryClient, entity: string, id: string): Query | undefined {
  return queries
    .getQueryCache()
    .findAll({ queryKey: ['list', entity, 'pages'] })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .find((query) => neighboursAmong(pagesOf(query), id) !== null)
}

export function pagesOf(query: Query | undefined): readonly ListAnswer[] {
  return (query?.state.data as Pages | undefined)?.pages ?? []
}

export function neighboursAmong(pages: readonly ListAnswer[], id: string): Neighbours | null {
  const ids = pages.flatMap(({ rows }) => rows.map((row) => row.id))
  const index = ids.indexOf(id)
  if (index < 0) return null
  const counted = pages[0]?.count
  return {
    before: ids[index - 1] ?? null,
    after: ids[index + 1] ?? null,
    hasMore: (pages.at(-1)?.next ?? null) !== null,
    at: index + 1,
    of: counted ? `${counted.value}${counted.capped ? '+' : ''}` : String(ids.length),
  }
}

/** Loads the next page of the list; its first record comes after the last one known. */
export async function loadAfter(queries: QueryClient, list: Query): Promise<string | null> {
  const [, entity, , params] = list.queryKey as [string, string, string, ListParams]
  const after = pagesOf(list).at(-1)?.next ?? null
  if (after === null) return null
  const page = await listPage(entity, params, after)
  queries.setQueryData<Pages>(
    list.queryKey,
    (known) => known && { pages: [...known.pages, page], pageParams: [...known.pageParams, after] },
  )
  return page.rows[0]?.id ?? null
}
