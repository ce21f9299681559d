/** Names for statements that are sent again and again, so that the server parses them once. */

const names = new Map<string, string>()
const mostNames = 1500
const longestText = 8000

/** A stable name per text, up to a bound: free filters must not fill the server with plans. */
export function statementName(text: string): { name?: string } {
  const known = names.get(text)
  if (known) return { name: known }
  if (names.size >= mostNames || text.length > longestText) return {}
  const fresh = `s${names.size + 1}`
  names.set(text, fresh)
  return { name: fresh }
}
