/** How a list looks, as it stands in the address: tab, conditions, order, columns, shape. */
import type { Where } from '#kernel/query/where.ts'
import { isDate } from '#kernel/time/date.ts'
import { shapes, spans, type Shape, type Span } from './shapes.ts'

export interface ListSearch {
  tab?: string
  /** Id of the saved view that is open. */
  view?: string
  where?: Where
  sort?: string
  q?: string
  columns?: string[]
  /** Absent: a table. */
  shape?: Shape
  /** Field by which the rows are gathered: columns of a board, bands of a table. */
  group?: string
  /** Field whose days a calendar shows, how much of it, and a day in it. */
  days?: string
  span?: Span
  day?: string
  /** The records that the filter names by id are to become one. */
  merge?: true
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** What an address says is no filter before it has the shape of one; the server says the rest. */
function isWhere(value: unknown): value is Where {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { any, not } = value as Record<string, unknown>
  const isListed = any === undefined || (Array.isArray(any) && any.every(isWhere))
  return isListed && (not === undefined || isWhere(not))
}

function whereOf(value: unknown): Where | undefined {
  return isWhere(value) && Object.keys(value).length > 0 ? value : undefined
}

function namesOf(value: unknown): string[] | undefined {
  const names = typeof value === 'string' ? value.split(',') : value
  if (!Array.isArray(names)) return undefined
  const kept = names.filter((name): name is string => typeof name === 'string' && name !== '')
  return kept.length > 0 ? kept : undefined
}

function oneOf<T extends string>(all: readonly T[], value: unknown): T | undefined {
  return all.find((one) => one === value)
}

/** Reads the address; what cannot be understood is left out, never an error. */
export function parseListSearch(search: Record<string, unknown>): ListSearch {
  const day = textOf(search['day'])
  const read = {
    tab: textOf(search['tab']),
    view: textOf(search['view']),
    where: whereOf(search['where']),
    sort: textOf(search['sort']),
    q: textOf(search['q']),
    columns: namesOf(search['columns']),
    shape: oneOf(shapes, search['shape']),
    group: textOf(search['group']),
    days: textOf(search['days']),
    span: oneOf(spans, search['span']),
    day: day !== undefined && isDate(day) ? day : undefined,
    merge: search['merge'] === true ? (true as const) : undefined,
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}
