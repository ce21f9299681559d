/** Takes back an import, a merge, a bulk change or a delete as a whole, from its own audit. */
import { fail, type Facts } from '../base/fail.ts'
import type { Caller } from '../action/caller.ts'
import type { Unit } from '../action/unit.ts'
import { write, type WriteWish } from '../action/write.ts'
import type { House } from '../house.ts'
import { unmerge } from '../merge/unmerge.ts'
import { namedConflicts, type Conflict } from './conflict.ts'
import { claimOperation, markUndone, stepsOf, type Operation } from './operation.ts'
import { takeBack } from './take-back.ts'

export interface UndoAnswer {
  restored: number
  conflicts: { entity: string; id: string; title: string; rule: string; facts: Facts }[]
}

/** What an undo has done so far. */
export interface Undone {
  restored: number
  conflicts: Conflict[]
}

/**
 * Walks the operation's audit backwards, with the rights of today. Records that others use or
 * changed since are left and named; a merge is taken back whole or not at all.
 * @throws {Refusal} `operation.not-found` (404), `operation.already-undone` (409),
 *   `operation.not-yours` (403), `operation.narrow-key` (403), and what stands in the way of a
 *   merge's undo
 */
export async function undo(
  house: House,
  caller: Caller,
  id: string,
  wish: WriteWish,
): Promise<UndoAnswer> {
  refuseNarrowKey(caller)
  return write(house, caller, wish, async (unit) => undoIn(unit, await claimOperation(unit, id)))
}

/** @throws {Refusal} `operation.narrow-key` (403) */
export function refuseNarrowKey({ person: { scopes } }: Caller): void {
  if (scopes !== null && !scopes.includes('*')) fail('operation.narrow-key', {}, { status: 403 })
}

export async function undoIn(unit: Unit, operation: Operation): Promise<UndoAnswer> {
  const steps = await stepsOf(unit, operation)
  const way = operation.kind === 'merge' ? unmerge : takeBack
  const { restored, conflicts } = await way(unit, operation, steps)
  // Of which nothing could be taken back, that may be tried again.
  if (restored > 0 || conflicts.length === 0) markUndone(unit, operation)
  return { restored, conflicts: await namedConflicts(unit, conflicts) }
}
