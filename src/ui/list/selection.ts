/** Which rows are ticked: some by name, or all that match, read or not. */
import type { Where } from '#kernel/query/where.ts'
import { bothWhere } from '#ui/field/where.ts'

export interface Selection {
  ids: ReadonlySet<string>
  /** All that match the filter; `ids` then says nothing. */
  all: boolean
  /** Where the last tick was, for ticking a range with Shift. */
  last: number | null
}

export const nothing: Selection = { ids: new Set(), all: false, last: null }

/** Every row on the screen; there may be a hundred thousand, so only when it is asked for. */
export function allRead(rows: readonly { id: string }[]): Selection {
  return { ...nothing, ids: new Set(rows.map(({ id }) => id)) }
}

export function isSelected(selection: Selection, id: string): boolean {
  return selection.all || selection.ids.has(id)
}

/** Ticks or unticks one row; after "all that match" only the rows on the screen stay ticked. */
export function toggled(
  selection: Selection,
  rows: readonly { id: string }[],
  at: number,
): Selection {
  const id = rows[at]?.id
  if (id === undefined) return selection
  const ids = new Set(selection.all ? rows.map((row) => row.id) : selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, all: false, last: at }
}

/** Ticks everything between the last tick and this row. */
export function extended(
  selection: Selection,
  rows: readonly { id: string }[],
  to: number,
): Selection {
  if (selection.last === null) return toggled(selection, rows, to)
  const [first, last] = [Math.min(selection.last, to), Math.max(selection.last, to)]
  const more = rows.slice(first, last + 1).map((row) => row.id)
  return { ids: new Set([...selection.ids, ...more]), all: false, last: to }
}

export function howMany(selection: Selection, matching: number | undefined): number | undefined {
  return selection.all ? matching : selection.ids.size
}

export type Target = { ids: string[] } | { where: Where }

/** The filter with what is typed in the search box in it. */
export function searchedWhere(where: Where, q: string): Where {
  return q === '' ? where : bothWhere(where, { search: q })
}

/** What a bulk change is asked for. */
export function targetOf(selection: Selection, where: Where, q: string): Target {
  return selection.all ? { where: searchedWhere(where, q) } : { ids: [...selection.ids] }
}
