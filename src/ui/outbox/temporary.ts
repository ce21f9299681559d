/** Ids that go for what was made without a connection, until the server gives the real ones. */

// Ids of the server begin with the time and never with zeros.
const head = '00000000-'

export function newTemporary(): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  return `${head}${hex.slice(0, 4)}-8${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`
}

export function isTemporary(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith(head) && value.length === 36
}

/** All such ids anywhere inside. */
export function temporariesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (isTemporary(value)) found.add(value)
  for (const inner of innerOf(value)) temporariesIn(inner, found)
  return found
}

/** The same with the real ids, as far as they are known. */
export function withReal<T>(value: T, ids: ReadonlyMap<string, string>): T {
  if (typeof value === 'string') return (ids.get(value) ?? value) as T
  if (Array.isArray(value)) return value.map((inner: unknown) => withReal(inner, ids)) as T
  if (!isPlain(value)) return value
  const entries = Object.entries(value).map(([name, inner]) => [name, withReal(inner, ids)])
  return Object.fromEntries(entries) as T
}

function innerOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return isPlain(value) ? Object.values(value) : []
}

/** A file is none: it is carried along as it is. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]'
}
