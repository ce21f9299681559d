/** One list with all that belongs to it: rows, names, count, sums, views, and how to change it. */
import type { ClosedRow, EntityMeta, ListAnswer, RefTitles, WireRow } from '#kernel/http/wire.ts'
import { useEntity } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { useListPages } from '#ui/base/queries.ts'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { ListSearch } from './list-search.ts'
import { pictureField, placeField } from './shapes.ts'
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
  /** Rows that may not be changed, wholly or in part; undefined where cells are not changed. */
  closed: Readonly<Record<string, ClosedRow>> | undefined
  isLoading: boolean
  error: Error | null
  hasMore: boolean
  loadMore: () => void
  again: () => void
  /** Changes the address; what is undefined is taken out of it. */
  change: (changes: ListChanges) => void
}

const pageSize = 60
/** Whoever goes far down meets fewer ends. */
const furtherSize = 200

/** Titles of all pages in one. */
export function joinedRefs(pages: readonly Pick<ListAnswer, 'refs'>[]): RefTitles {
  const joined: RefTitles = {}
  for (const { refs } of pages) {
    for (const [entity, titles] of Object.entries(refs)) {
      // A copy for each page would take longer with every further one.
      Object.assign((joined[entity] ??= {}), titles)
    }
  }
  return joined
}

/** Columns the rows need: those shown, the title, the second line, and currencies of amounts. */
export function neededColumns(meta: EntityMeta, state: ListState): string[] {
  const currencies = state.columns.flatMap(({ currency }) => currency ?? [])
  const own = [meta.title, ...meta.subtitle, ...(meta.state ? [meta.state.field] : [])]
  const fields = [state.group, state.days, pictureField(meta), placeField(meta)]
  const shaped = fields.flatMap((field) => field?.name ?? [])
  const shown = state.columns.map(({ name }) => name)
  const drawn = state.shape === 'table' ? [] : shaped
  const hours = state.shape === 'calendar' && meta.hours ? Object.values(meta.hours) : []
  return [...new Set([...own, ...shown, ...drawn, ...hours, ...currencies])]
}

/** The rows stand in one order; a board, bands and a calendar ask for their own. */
export function isInOneOrder({ shape, group }: ListState): boolean {
  return shape === 'gallery' || (shape === 'table' && group === undefined)
}

/** Single cells are changed in a table that one can point at; cards are opened. */
function useChangesCells(meta: EntityMeta, state: ListState): boolean {
  const phone = usePhone()
  return !phone && meta.may.update && state.shape === 'table' && isInOneOrder(state)
}

function usePages(meta: EntityMeta, state: ListState, may: boolean) {
  return useListPages(meta.name, {
    where: state.where,
    sort: state.sort,
    q: state.q,
    columns: neededColumns(meta, state),
    limit: isInOneOrder(state) ? pageSize : 1,
    further: furtherSize,
    count: true,
    totals: meta.list.totals.length > 0 || state.where.behind !== undefined,
    ...(may && { may }),
  })
}

export function useListView(entity: string, search: ListSearch): ListView {
  const meta = useEntity(entity)
  const views = useViews(entity)
  const navigate = useNavigate()
  const state = useMemo(() => listStateOf(meta, search, views), [meta, search, views])
  const changesCells = useChangesCells(meta, state)
  const query = usePages(meta, state, changesCells)
  const pages = query.data?.pages
  const rows = useMemo(() => (pages ?? []).flatMap((page) => page.rows), [pages])
  const refs = useMemo(() => joinedRefs(pages ?? []), [pages])
  const closed = useMemo(() => {
    if (!changesCells || !pages?.every((page) => page.closed)) return undefined
    return Object.assign({}, ...pages.map((page) => page.closed)) as ListView['closed']
  }, [changesCells, pages])
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
    closed,
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
