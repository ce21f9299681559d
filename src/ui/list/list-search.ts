/** How a list looks, as it stands in the address: tab, conditions, order, search, columns. */
import type { Where } from '#kernel/query/where.ts'

export interface ListSearch {
  tab?: string
  /** Id of the saved view that is open. */
  view?: string
  where?: Where
  sort?: string
  q?: string
  columns?: string[]
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

function whereOf(value: unknown): Where | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.keys(value).length > 0 ? (value as Where) : undefined
}

function namesOf(value: unknown): string[] | undefined {
  const names = typeof value === 'string' ? value.split(',') : value
  if (!Array.isArray(names)) return undefined
  const kept = names.filter((name): name is string => typeof name === 'string' && name !== '')
  return kept.length > 0 ? kept : undefined
}

/** Reads the address; what cannot be understood is left out, never an error. */
export function parseListSearch(search: Record<string, unknown>): ListSearch {
  const tab = textOf(search['tab'])
  const view = textOf(search['view'])
  const where = whereOf(search['where'])
  const sort = textOf(search['sort'])
  const q = textOf(search['q'])
  const columns = namesOf(search['columns'])
  return {
    ...(tab && { tab }),
    ...(view && { view }),
    ...(where && { where }),
    ...(sort && { sort }),
    ...(q && { q }),
    ...(columns && { columns }),
  }
}
