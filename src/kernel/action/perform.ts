/** Performs an action inside a unit, its right checked: state, run, new state, audit, listeners. */
import { fail } from '../base/fail.ts'
import { stateField } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import type { Beholder } from '../query/meaning.ts'
import { matches } from '../query/matches.ts'
import type { Action, Outcome } from './action.ts'
import { hold } from './hold.ts'
import { openCtx } from './open-ctx.ts'
import { saveRecord } from './record-writes.ts'
import { tell } from './tell.ts'
import type { StoredRow, Unit } from './unit.ts'

const deepest = 20

/**
 * @param id the record; for an action on the collection, null
 * @throws {Refusal} `action.wrong-state` when the record is not in one of `from`, and what the
 *   action refuses
 */
export async function perform(
  unit: Unit,
  action: Action,
  id: string | null,
  input: Values,
  reason: string | null,
): Promise<Outcome> {
  unit.depth += 1
  if (unit.depth > deepest) throw new Error(`Actions call each other in a circle: ${action.name}`)
  const outcome =
    id === null
      ? await performOnCollection(unit, action, input)
      : await performOnRecord(unit, action, id, input, reason)
  unit.depth -= 1
  return outcome
}

async function performOnCollection(unit: Unit, action: Action, input: Values): Promise<Outcome> {
  const outcome = (await action.run(openCtx(unit), null, input)) ?? {}
  await tell(unit, `${action.entity.name}.${action.name}`, { input, outcome })
  return outcome
}

async function performOnRecord(
  unit: Unit,
  action: Action,
  id: string,
  input: Values,
  reason: string | null,
): Promise<Outcome> {
  const row = await hold(unit, action.entity, id)
  if (row.deletedAt) fail('record.deleted', {}, { status: 409 })
  checkState(unit, action, row)
  const outcome = (await action.run(openCtx(unit), row, input)) ?? {}
  const after = await enterState(unit, action, id, outcome, reason)
  await tell(unit, `${action.entity.name}.${action.name}`, {
    id,
    row: after,
    before: row,
    input,
    outcome,
  })
  return outcome
}

function checkState(unit: Unit, action: Action, row: StoredRow): void {
  const field = stateField(action.entity)
  if (startsFrom(action, row) && isOffered(action, row, unit.sight.reader)) return
  fail(
    'action.wrong-state',
    { action: action.label, state: field ? row[field] : null, from: action.from ?? [] },
    { status: 409 },
  )
}

/** Is the record in one of the states that the action starts from? */
export function startsFrom({ entity, from }: Action, row: Record<string, unknown>): boolean {
  const field = stateField(entity)
  return !from || !field || from.includes(String(row[field]))
}

/** Does what the action asks of the record beside its state hold? */
export function isOffered(
  action: Action,
  row: Record<string, unknown>,
  beholder: Beholder,
): boolean {
  return action.when === undefined || matches(action.entity, row, action.when, beholder)
}

async function enterState(
  unit: Unit,
  action: Action,
  id: string,
  outcome: Outcome,
  reason: string | null,
): Promise<StoredRow> {
  const field = stateField(action.entity)
  const to = outcome.to ?? (action.to.length === 1 ? action.to[0] : undefined)
  if (!field || to === undefined) {
    if (action.to.length > 1)
      throw new Error(`${action.name} must answer one of ${action.to.join(', ')}`)
    return noteAction(unit, action, id, reason)
  }
  if (!action.to.includes(to)) throw new Error(`${action.name} may not lead to ${to}`)
  const before = await hold(unit, action.entity, id)
  if (before[field] === to) return noteAction(unit, action, id, reason)
  return saveRecord(unit, action.entity, id, { [field]: to }, action.name, reason)
}

/** An action that changes no state stands in the history all the same. */
async function noteAction(
  unit: Unit,
  action: Action,
  id: string,
  reason: string | null,
): Promise<StoredRow> {
  const row = await hold(unit, action.entity, id)
  const entity = action.entity.name
  unit.audit.push({ entity, record: id, action: action.name, reason, before: null, after: null })
  unit.changed.push({ entity, id, action: action.name })
  return row
}
