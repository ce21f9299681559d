/** What becomes of an entry whose sending went wrong, and which entries may no longer be sent. */
import type { Problem } from '#kernel/http/wire.ts'
import type { Entry } from './entry.ts'

/**
 * `later`: out of reach or too busy, it may have arrived. `stop`: not the right person is signed
 * in. `broken`: the server failed over it. `refused`: it was heard, and nothing was done.
 */
export type Verdict = 'later' | 'stop' | 'broken' | 'refused'

const busy = new Set([0, 408, 425, 429, 502, 503, 504])
const others = new Set(['session.moved', 'session.other-person'])

export function verdictOf({ status, rule }: Problem): Verdict {
  if (busy.has(status)) return 'later'
  if (status === 401 || others.has(rule)) return 'stop'
  return status >= 500 ? 'broken' : 'refused'
}

/** So often the server may fail over one entry before it is put aside. */
const mostFailures = 3

/** The entry after its sending went wrong; the same where nothing is known. */
export function afterProblem(entry: Entry, problem: Problem): Entry {
  const verdict = verdictOf(problem)
  if (verdict === 'later' || verdict === 'stop') return entry
  const { triedAt: _, ...untried } = entry
  if (verdict === 'refused') return { ...untried, refused: problem }
  const failures = entry.failures + 1
  return { ...entry, failures, ...(failures >= mostFailures && { refused: problem }) }
}

// The server keeps keys for seven days; a day of it is left for clocks that go wrong.
const sureFor = 6 * 86_400_000

/** Sent long ago without an answer: sending it again might do it twice. */
export function isUnsure({ triedAt }: Entry, now: number): boolean {
  return triedAt !== undefined && Date.parse(triedAt) < now - sureFor
}

export const unsureRule = 'outbox.unsure'
