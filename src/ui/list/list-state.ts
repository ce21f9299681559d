/** What a list shows: the entity's own shape, with what the address says laid over it. */
import type { EntityMeta, FieldMeta, TabMeta } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import { allWhere } from '#ui/field/where.ts'
import type { ListSearch } from './list-search.ts'
import {
  bandFields,
  boardFields,
  dayFields,
  shapesOf,
  spansOf,
  type Shape,
  type Span,
} from './shapes.ts'

export interface SavedView {
  id: string
  name: string
  where: Where
  sort: string
  columns: string[]
  shape?: Shape
  group?: string
  days?: string
  span?: Span
  shared: boolean
  mine: boolean
}

export interface ListState {
  tab: TabMeta | undefined
  view: SavedView | undefined
  /** Conditions of the filter bar, without the tab's. */
  conditions: Where
  sort: string
  q: string
  columns: FieldMeta[]
  /** Everything together, as the server is asked. */
  where: Where
  shape: Shape
  /** Its values are the columns of a board or the bands of a table. */
  group: FieldMeta | undefined
  /** Where records stand in a calendar. */
  days: FieldMeta | undefined
  span: Span
}

function isOpen(tab: TabMeta): boolean {
  return Object.keys(tab.where).length === 0
}

/** Who follows a link with conditions sees all that fulfil them, not only the first tab's. */
function tabOf(meta: EntityMeta, search: ListSearch): TabMeta | undefined {
  const { tabs } = meta.list
  if (search.view) return undefined
  if (search.tab) return tabs.find(({ key }) => key === search.tab)
  return search.where || search.q ? tabs.find(isOpen) : tabs[0]
}

export function fieldNamed(meta: EntityMeta, name: string): FieldMeta | undefined {
  return meta.fields.find((field) => field.name === name)
}

export function columnsOf(meta: EntityMeta, names: readonly string[]): FieldMeta[] {
  return names.flatMap((name) => fieldNamed(meta, name) ?? [])
}

export function listStateOf(
  meta: EntityMeta,
  search: ListSearch,
  views: readonly SavedView[],
): ListState {
  const tab = tabOf(meta, search)
  const conditions = search.where ?? {}
  const columns = columnsOf(meta, search.columns ?? meta.list.columns)
  const shape = shapesOf(meta).find((one) => one === search.shape) ?? 'table'
  const named = (fields: FieldMeta[], name: string | undefined) =>
    fields.find((field) => field.name === name)
  return {
    tab,
    view: views.find(({ id }) => id === search.view),
    conditions,
    sort: search.sort ?? meta.list.sort,
    q: search.q ?? '',
    columns: columns.length > 0 ? columns : columnsOf(meta, meta.list.columns),
    where: allWhere([tab?.where, conditions]),
    shape,
    group:
      shape === 'board'
        ? (named(boardFields(meta), search.group) ?? boardFields(meta)[0])
        : named(bandFields(meta), search.group),
    days: named(dayFields(meta), search.days) ?? dayFields(meta)[0],
    span: spansOf(meta).find((one) => one === search.span) ?? 'month',
  }
}

/** What a saved view keeps beside filter, order and columns. */
const shapeKeys = ['shape', 'group', 'days', 'span'] as const

/** The shape as it stands in the address, without the day that is looked at. */
export function shapeIn(search: Partial<SavedView> | ListSearch): Partial<ListSearch> {
  return Object.fromEntries(shapeKeys.flatMap((key) => (search[key] ? [[key, search[key]]] : [])))
}

/** The address of a saved view; it says everything, so that the link works for others too. */
export function searchOfView(view: SavedView): ListSearch {
  return {
    view: view.id,
    ...(Object.keys(view.where).length > 0 && { where: view.where }),
    ...(view.sort && { sort: view.sort }),
    ...(view.columns.length > 0 && { columns: view.columns }),
    ...shapeIn(view),
  }
}

/** Whether what is shown is no longer what the view saved. */
export function isChanged(view: SavedView, search: ListSearch): boolean {
  const saved = searchOfView(view)
  const keys = ['where', 'sort', 'columns', ...shapeKeys] as const
  return keys.some((key) => JSON.stringify(saved[key]) !== JSON.stringify(search[key]))
}

/** The next sort after a click on a heading: up, down, and back to the list's own. */
export function nextSort(present: string, field: string, usual: string): string {
  if (present === field) return `-${field}`
  if (present === `-${field}`) return present === usual ? field : usual
  return field
}

/** Filter, order, search and tab are kept in the address only where they differ from the usual. */
export function searchWith(
  state: ListState,
  search: ListSearch,
  changes: { [K in keyof ListSearch]?: ListSearch[K] | undefined },
): ListSearch {
  const next = { ...search, ...(state.tab && { tab: state.tab.key }), ...changes }
  const kept = Object.entries(next).filter(([, value]) => {
    if (value === undefined || value === '') return false
    return typeof value !== 'object' || Object.keys(value).length > 0
  })
  return Object.fromEntries(kept) as ListSearch
}
