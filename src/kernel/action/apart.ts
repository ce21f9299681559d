/** A part of a unit that may be refused while the rest goes on: a refusal takes back all it did. */
import { raw } from '../db/sql.ts'
import { Refusal } from '../base/fail.ts'
import type { Unit } from './unit.ts'

/**
 * Runs `work` behind a savepoint. What listeners refuse comes after the record was written, so
 * without this a refused change would be kept.
 * @throws what `work` throws; after a refusal the unit stands as before
 */
export async function apart<T>(unit: Unit, work: () => Promise<T>): Promise<T> {
  const { audit, jobs, changed, notices, depth } = unit
  const before = [audit.length, jobs.length, changed.length, notices.length] as const
  unit.tx.send(raw('savepoint part'))
  try {
    const answer = await work()
    unit.tx.send(raw('release savepoint part'))
    return answer
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    unit.tx.send(raw('rollback to savepoint part'))
    unit.tx.send(raw('release savepoint part'))
    audit.length = before[0]
    jobs.length = before[1]
    changed.length = before[2]
    notices.length = before[3]
    unit.depth = depth
    // What was held may have been written by the refused part: it is read again.
    unit.held.clear()
    throw error
  }
}
