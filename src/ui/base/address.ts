/** Addresses with a query, as the server reads them. */
type QueryValue = string | number | boolean | object | null | undefined
export type ApiQuery = Record<string, QueryValue>

/** Path with its query: objects travel as JSON, null, undefined and '' are left out. */
export function addressOf(path: string, query: ApiQuery = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '' || value === false) continue
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
    search.set(name, value === true ? '1' : text)
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}
