/** The order of a list as its parts: 'status,-number' goes by status, then by number downwards. */
export interface SortKey {
  field: string
  down: boolean
}

export const mostSortKeys = 3

export function sortKeysOf(sort: string): SortKey[] {
  return sort
    .split(',')
    .filter((one) => one !== '')
    .map((one) => ({ field: one.replace(/^-/u, ''), down: one.startsWith('-') }))
}

export function sortOfKeys(keys: readonly SortKey[]): string {
  return keys.map(({ field, down }) => (down ? `-${field}` : field)).join(',')
}

/** A click with Shift adds the field, turns it round, and takes it away again. */
export function withSortKey(sort: string, field: string): string {
  const keys = sortKeysOf(sort)
  const at = keys.findIndex((key) => key.field === field)
  const known = keys[at]
  if (!known) return sortOfKeys([...keys.slice(0, mostSortKeys - 1), { field, down: false }])
  if (!known.down) return sortOfKeys(keys.with(at, { field, down: true }))
  return sortOfKeys(keys.length === 1 ? keys : keys.toSpliced(at, 1))
}
