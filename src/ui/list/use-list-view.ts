/** One list with all that belongs to it: rows, names, count, sums, views, and how to change it. */
import type { EntityMeta, ListAnswer, RefTitles, WireRow } from '#kernel/http/wire.ts'
import { useEntity } from '#ui/base/house.tsx'
import { useListPages } from '#ui/base/queries.ts'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { ListSearch } from './list-search.ts'
import { listStateOf, searchWith, type ListState, type SavedView } from './list-state.ts'
import { useViews } from './views.ts'

export type ListChanges = { [K in keyof ListSearch]?: ListSearch[K] | undefined }

export interface ListView {
  meta: EntityMeta
  search: ListSearch
  state: ListState
  views: SavedView[]
  rows: WireRow[]
  refs: RefTitles
  count: ListAnswer['count']
  totals: ListAnswer['totals']
  isLoading: boolean
  error: Error | null
  hasMore: boolean
  loadMore: () => void
  again: () => void
  /** Changes the address; what is undefined is taken out of it. */
  change: (changes: ListChanges) => void
}

const pageSize = 60

/** Titles of all pages in one. */
function joinedRefs(pages: readonly ListAnswer[]): RefTitles {
  const joined: RefTitles = {}
  for (const { refs } of pages) {
    for (const [entity, titles] of Object.entries(refs)) {
      joined[entity] = { ...joined[entity], ...titles }
    }
  }
  return joined
}

/** Columns the rows need: those shown, the title, the second line, and currencies of amounts. */
function neededColumns(meta: EntityMeta, state: ListState): string[] {
  const currencies = state.columns.flatMap(({ currency }) => currency ?? [])
  const own = [meta.title, ...meta.subtitle, ...(meta.state ? [meta.state.field] : [])]
  return [...new Set([...own, ...state.columns.map(({ name }) => name), ...currencies])]
}

function usePages(meta: EntityMeta, state: ListState) {
  return useListPages(meta.name, {
    where: state.where,
    sort: state.sort,
    q: state.q,
    columns: neededColumns(meta, state),
    limit: pageSize,
    count: true,
    totals: meta.list.totals.length > 0,
  })
}

export function useListView(entity: string, search: ListSearch): ListView {
  const meta = useEntity(entity)
  const views = useViews(entity)
  const navigate = useNavigate()
  const state = useMemo(() => listStateOf(meta, search, views), [meta, search, views])
  const query = usePages(meta, state)
  const pages = query.data?.pages
  const rows = useMemo(() => (pages ?? []).flatMap((page) => page.rows), [pages])
  const refs = useMemo(() => joinedRefs(pages ?? []), [pages])
  const change = (changes: ListChanges) => {
    const next = searchWith(state, search, changes)
    const replace = 'q' in changes
    void navigate({ to: '/list/$entity', params: { entity }, search: next, replace })
  }
  return {
    meta,
    search,
    state,
    views,
    rows,
    refs,
    count: pages?.[0]?.count,
    totals: pages?.[0]?.totals,
    isLoading: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
    again: () => void query.refetch(),
    change,
  }
}
