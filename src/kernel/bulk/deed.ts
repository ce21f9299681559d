/** What is done to each of many records: a change of fields, a deletion or an action. */
import { rowScope } from '../access/scope.ts'
import type { Action } from '../action/action.ts'
import { apart } from '../action/apart.ts'
import { notAllowed, changeHeld, checkChange, removeIn } from '../action/crud.ts'
import { holdFor, type Hold } from '../action/hold.ts'
import { actIn, checkedReason, checkInput } from '../action/run-action.ts'
import { checkReferences } from '../action/check-references.ts'
import { heldKey, type Unit } from '../action/unit.ts'
import { fail, Refusal } from '../base/fail.ts'
import type { Entity } from '../entity/entity.ts'
import { parseDraft } from '../entity/parse-draft.ts'
import { never } from '../query/compile-where.ts'
import type { Portion } from './portion.ts'
import type { Refused } from './refused.ts'

export type Deed =
  | { kind: 'change'; patch: unknown }
  | { kind: 'delete' }
  | { kind: 'action'; action: Action; input: unknown; reason: string | undefined }

/** A record as it is called in an account of what was done. */
export interface Picked {
  id: string
  title: string | null
}

export function rightOf(deed: Deed): string {
  if (deed.kind === 'action') return `do:${deed.action.name}`
  return deed.kind === 'delete' ? 'delete' : 'update'
}

/** @throws {Refusal} `record.not-allowed` (403) where there is no record that one may do it to */
export function checkMayAny(unit: Unit, entity: Entity, deed: Deed): void {
  if (rowScope(unit.sight, entity, rightOf(deed), 'r') === never)
    fail('record.not-allowed', { entity: entity.label.many }, { status: 403 })
}

/**
 * What is wrong in itself is wrong for all, and said before anything is begun.
 * @throws {Refusal} `input.invalid`, `action.reason-needed`
 */
export async function checkDeed(unit: Unit, entity: Entity, deed: Deed): Promise<void> {
  if (deed.kind === 'action') {
    await checkInput(unit, deed.action, deed.input)
    checkedReason(deed.action, deed.reason)
  }
  if (deed.kind !== 'change') return
  const { person } = unit.caller
  const wish = { person, place: unit.sight.reader, partial: true }
  await checkReferences(unit, entity.fields, parseDraft(entity, deed.patch, wish))
}

/**
 * One after the other: those that are refused stay as they were, the others are done.
 * @param holds the records, held for what is done
 * @param isChecked the deed was found sound for records as such, so what is wrong lies in one
 */
export async function doEach(
  unit: Unit,
  entity: Entity,
  deed: Deed,
  rows: readonly Picked[],
  holds: ReadonlyMap<string, Hold>,
  isChecked = false,
): Promise<Portion> {
  const portion: Portion = { done: rows.length, changed: 0, refused: [] }
  for (const row of rows) {
    try {
      await apart(unit, () => doOne(unit, entity, deed, row.id, holds.get(row.id)))
      portion.changed += 1
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 405) throw error
      if (error.rule === 'input.invalid' && !isChecked) throw error
      portion.refused.push(refusedAs(row, error))
    }
  }
  return portion
}

/** The first faulty field says more than that there are some. */
export function refusedAs({ id, title }: Picked, refusal: Refusal): Refused {
  const { rule, facts } = refusal.problems[0] ?? refusal
  return { id, title: title ?? '', rule, facts }
}

async function doOne(
  unit: Unit,
  entity: Entity,
  deed: Deed,
  id: string,
  hold: Hold | undefined,
): Promise<void> {
  if (deed.kind === 'delete') await removeIn(unit, entity, id)
  else if (deed.kind === 'change') await changeOne(unit, entity, deed.patch, id, hold)
  else {
    const { action, input, reason } = deed
    if (hold && !hold.allowed) notAllowed(entity)
    await actIn(unit, action, id, { input, ...(reason === undefined ? {} : { reason }) })
  }
}

async function changeOne(
  unit: Unit,
  entity: Entity,
  patch: unknown,
  id: string,
  hold: Hold | undefined,
): Promise<void> {
  // What was done to the ones before may have changed this one; it is in the unit as it stands.
  const row = unit.held.get(heldKey(entity, id))
  const held = hold && row ? { ...hold, row } : await holdFor(unit, entity, id, 'update')
  const values = await checkChange(unit, entity, held, patch)
  await changeHeld(unit, entity, held.row, values, 'update')
}
