/** Takes something back at once, or sets it going where that takes long. */
import type { Caller } from '../action/caller.ts'
import { write, type WriteWish } from '../action/write.ts'
import { addRun } from '../bulk/begin-bulk-run.ts'
import { mostAtOnce } from '../bulk/bulk.ts'
import { raw } from '../db/sql.ts'
import type { House } from '../house.ts'
import { claimOperation, markUndone } from './operation.ts'
import { refuseNarrowKey, undoIn, type UndoAnswer } from './undo.ts'

export interface AskedUndo extends UndoAnswer {
  run: { id: string; total: number } | null
}

/** @throws {Refusal} as `undo` */
export async function askUndo(
  house: House,
  caller: Caller,
  id: string,
  wish: WriteWish,
): Promise<AskedUndo> {
  refuseNarrowKey(caller)
  return write(house, caller, wish, async (unit) => {
    const operation = await claimOperation(unit, id)
    const isLarge = operation.count > mostAtOnce && operation.kind !== 'merge'
    if (!isLarge || unit.dryRun) return { ...(await undoIn(unit, operation)), run: null }
    // From now on nobody else takes it back, and what still goes on of it ends.
    markUndone(unit, operation)
    const { entity, count } = operation
    const begun = { kind: 'undo', entity, wish: {}, operation: id } as const
    return {
      restored: 0,
      conflicts: [],
      run: await addRun(unit, begun, raw(`'{}'::uuid[]`), count),
    }
  })
}
