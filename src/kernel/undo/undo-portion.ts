/** Takes back a large operation portion by portion, backwards through its audit. */
import { holdMany } from '../action/hold.ts'
import type { Unit } from '../action/unit.ts'
import type { Refusal } from '../base/fail.ts'
import type { BulkRun } from '../bulk/bulk-run.ts'
import type { Portion } from '../bulk/portion.ts'
import { sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'
import { conflictOf, namedConflicts } from './conflict.ts'
import { stepsBefore, type Operation, type Step } from './operation.ts'
import { isRoot, takeBack } from './take-back.ts'
import type { Undone } from './undo.ts'

/**
 * What the program did because of a change is taken back with it, so a portion ends behind one.
 * @param inTheWay the database refused this portion with this reason: it is left as it is
 */
export async function undoPortion(
  unit: Unit,
  run: BulkRun,
  most: number,
  inTheWay?: Refusal,
): Promise<Portion> {
  const operation: Operation = { id: run.operation ?? '', kind: 'bulk', entity: run.entity }
  const steps = await wholeSteps(unit, operation, run.counts.at ?? null, most)
  const last = steps.at(-1)
  if (!last) return { done: 0, changed: 0, refused: [] }
  const { restored, conflicts } = inTheWay
    ? { restored: 0, conflicts: [conflictOf(last.entity, last.record, inTheWay)] }
    : await takeHeldBack(unit, operation, steps)
  const refused = await namedConflicts(unit, conflicts)
  return { done: steps.length, changed: restored, refused, at: last.id }
}

async function takeHeldBack(unit: Unit, operation: Operation, steps: Step[]): Promise<Undone> {
  for (const [name, own] of Map.groupBy(steps, (step) => step.entity)) {
    const entity = unit.house.registry.entities.get(name)
    const ids = [...new Set(own.map(({ record }) => record))]
    if (entity) await holdMany(unit, entity, ids)
  }
  return takeBack(unit, operation, steps)
}

/** As many as asked for, or some more up to the end of a change. */
async function wholeSteps(
  unit: Unit,
  operation: Operation,
  before: string | null,
  most: number,
): Promise<Step[]> {
  for (let count = most; ; count *= 4) {
    const steps = await stepsBefore(unit, operation, before, count)
    if (steps.length < count) return steps
    const end = steps.findLastIndex((step) => isRoot(unit, step))
    if (end >= 0) return steps.slice(0, end + 1)
  }
}

/** Of what could not be taken back, or not all, that may be tried again. */
export function sendUndoOpen(
  tx: Transaction,
  tenant: string,
  { operation, counts }: BulkRun,
  status: 'done' | 'failed' | 'cancelled',
): void {
  if (status === 'done' && (counts.changed > 0 || counts.refused === 0)) return
  tx.send(
    sql`update operation set undone_at = null, undone_by = null
      where tenant = ${tenant} and id = ${operation}::uuid`,
  )
}
