/** Shows what is wrong with a message before a reader meets it. */
import { parseMessage } from './message.ts'

type Part = ReturnType<Exclude<ReturnType<typeof parseMessage>, string>['getAst']>[number]

/** The parser's own mark of plain text; it does not give it out by name. */
const PLAIN: ReadonlySet<number> = new Set([0])

/** What is wrong with the text as an ICU message; null when nothing is. */
export function messageFault(text: string): string | null {
  const parsed = parseMessage(text, 'en')
  return typeof parsed === 'string' ? parsed : null
}

/** The names of the values and tags in a message, sorted; none when it is no valid message. */
export function argumentsOf(text: string): string[] {
  const parsed = parseMessage(text, 'en')
  if (typeof parsed === 'string') return []
  const tags = text.match(/<\/?\w+>/g) ?? []
  return [...new Set([...parsed.getAst().flatMap(namesIn), ...tags])].toSorted()
}

/** Plain text and the `#` of a plural name nothing. */
function namesIn(part: Part): string[] {
  if (!('value' in part) || PLAIN.has(part.type)) return []
  const options = 'options' in part ? Object.values(part.options ?? {}) : []
  const inside = options.flatMap((option) => option.value.flatMap(namesIn))
  return [part.value, ...inside]
}
