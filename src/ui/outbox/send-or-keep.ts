/** Writes at once, or keeps it on this device where the server is out of reach. */
import { isOutOfReach } from '#ui/base/as-of.ts'
import { isNetworkProblem, offlineProblem, waitingProblem } from '#ui/base/problem.ts'
import type { Known, NewEntry, Waiting } from './entry.ts'
import { hasStore, keep, outboxOwner, readAgain } from './outbox.ts'
import { sendWaiting } from './send.ts'
import { newTemporary, temporariesIn, withReal } from './temporary.ts'

export interface Wish {
  key: string
  /** It means the same when it arrives hours later. */
  mayWait: boolean
  known: Known
}

/** What was kept: the id that goes for what it makes, where it makes something. */
export interface KeptForLater {
  temporary?: string
}

/**
 * @param send sends it now; is given it with the ids that the server has given meanwhile
 * @returns what `send` answers, or what `later` makes of it once it is kept
 * @throws {ApiProblem} what the server refuses; without a connection, what may not wait
 */
export async function sendOrKeep<W extends Waiting, T>(
  given: W,
  wish: Wish,
  send: (intent: W) => Promise<T>,
  later: (kept: KeptForLater) => T,
): Promise<T> {
  const intent = await withKnownIds(given)
  const buildsOn = temporariesIn(intent).size > 0
  if (buildsOn && !wish.mayWait) throw waitingProblem()
  const canWait = wish.mayWait && hasStore() && outboxOwner() !== null
  if (canWait && (buildsOn || !navigator.onLine || isOutOfReach()))
    return later(await keepForLater(intent, wish))
  try {
    return await send(intent)
  } catch (error) {
    if (!canWait || !isNetworkProblem(error)) throw error
    // It may have arrived without its answer coming back: the same key does it once.
    return later(await keepForLater(intent, wish, new Date().toISOString()))
  }
}

async function withKnownIds<W extends Waiting>(given: W): Promise<W> {
  if (temporariesIn(given).size === 0) return given
  return withReal(given, (await readAgain()).ids)
}

async function keepForLater(
  intent: Waiting,
  { key, known }: Wish,
  triedAt?: string,
): Promise<KeptForLater> {
  const makes = intent.kind === 'create' || intent.kind === 'file'
  const entry: NewEntry = {
    owner: outboxOwner() ?? '',
    key,
    at: new Date().toISOString(),
    intent,
    known,
    failures: 0,
    ...(makes && { temporary: newTemporary() }),
    ...(triedAt !== undefined && { triedAt }),
  }
  try {
    await keep(entry)
  } catch (error) {
    // No room on this device: it is said that nothing was saved, and what was typed stays.
    if (error instanceof DOMException) throw offlineProblem(error)
    throw error
  }
  void sendWaiting()
  return entry.temporary === undefined ? {} : { temporary: entry.temporary }
}
