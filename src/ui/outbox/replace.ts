/** An entry as it is sent again, or another in its place. */
import { newKey } from '#ui/base/key.ts'
import type { WriteIntent } from '#ui/base/write-intent.ts'
import type { Entry, Known } from './entry.ts'
import { isUnsure } from './verdict.ts'

/** What was sent and not answered may have arrived: it is not changed any more. */
export function isChangeable(entry: Entry): boolean {
  return entry.triedAt === undefined && entry.intent.kind !== 'file'
}

/** Again as it was; an action on the record as it is now. */
export function again(entry: Entry): Entry {
  const { refused, triedAt, ...rest } = entry
  const fresh: Entry = { ...rest, failures: 0 }
  const isKnownToBeOld = triedAt !== undefined && isUnsure(entry, Date.now())
  const { intent } = entry
  const next = triedAt !== undefined && !isKnownToBeOld ? { ...fresh, triedAt } : fresh
  if (intent.kind !== 'act' || !refused?.current) return next
  const { version } = refused.current
  return { ...next, intent: { ...intent, body: { ...intent.body, version } } }
}

/** Something else in its place, under a key of its own. */
export function replaced(entry: Entry, intent: WriteIntent, known: Known): Entry | null {
  if (!isChangeable(entry)) return null
  const { refused: _, ...rest } = entry
  return { ...rest, intent, known: { ...rest.known, ...known }, key: newKey(), failures: 0 }
}
