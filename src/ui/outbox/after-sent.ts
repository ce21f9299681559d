/** What the answer to one entry means for those behind it: real ids, and the version it made. */
import { recordOf, type Entry } from './entry.ts'
import { temporariesIn, withReal } from './temporary.ts'

/** What the server answers to a write, or of a file that it has taken. */
export interface Arrived {
  id?: string
  row?: { id: string; version: number }
}

export function realIdOf(answer: Arrived): string | undefined {
  return answer.row?.id ?? answer.id
}

/** @returns the entries behind it that are different now */
export function afterSent(sent: Entry, answer: Arrived, behind: readonly Entry[]): Entry[] {
  return behind.flatMap((entry) => {
    const next = withVersion(sent, answer, withId(sent, answer, entry))
    return next === entry ? [] : [next]
  })
}

function withId({ temporary }: Entry, answer: Arrived, entry: Entry): Entry {
  const real = realIdOf(answer)
  if (temporary === undefined || real === undefined) return entry
  if (!temporariesIn([entry.intent, entry.known]).has(temporary)) return entry
  const ids = new Map([[temporary, real]])
  return { ...entry, intent: withReal(entry.intent, ids), known: withReal(entry.known, ids) }
}

/** Who changed a record twice meant the second change over the first, not over what was before. */
function withVersion(sent: Entry, { row }: Arrived, entry: Entry): Entry {
  const seen = versionOf(sent)
  const isSame = recordOf(entry) !== null && recordOf(entry) === recordOf(sent)
  if (!row || !isSame || seen === undefined || versionOf(entry) !== seen) return entry
  const { intent } = entry
  const { version } = row
  if (intent.kind === 'update') return { ...entry, intent: { ...intent, version } }
  if (intent.kind !== 'act') return entry
  return { ...entry, intent: { ...intent, body: { ...intent.body, version } } }
}

function versionOf({ intent }: Entry): number | undefined {
  if (intent.kind === 'update') return intent.version
  return intent.kind === 'act' ? intent.body.version : undefined
}
