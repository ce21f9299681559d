/** A person does something: rights, version, input, then the action, all in one transaction. */
import { cutRow } from '../access/fields.ts'
import { fail } from '../base/fail.ts'
import type { Entity } from '../entity/entity.ts'
import { parseInput, type Values } from '../entity/parse-draft.ts'
import type { House } from '../house.ts'
import { withOwnChoices } from '../custom/own-choices.ts'
import type { Action, Outcome } from './action.ts'
import type { Caller } from './caller.ts'
import { checkAmounts } from './check-amounts.ts'
import { checkReferences } from './check-references.ts'
import { holdFor } from './hold.ts'
import { perform } from './perform.ts'
import { heldKey, type StoredRow, type Unit } from './unit.ts'
import { write, type WriteWish } from './write.ts'

export interface ActionWish extends WriteWish {
  input?: unknown
  /** Version the person saw; another one now is refused. */
  version?: number
}

export interface ActionAnswer {
  outcome: Outcome
  row: StoredRow | null
}

/**
 * @param id the record, or null for an action on the collection
 * @throws {Refusal} `record.not-found`, `action.not-allowed` (403), `record.changed` (409),
 *   `input.invalid`, `action.wrong-state` (409), `action.reason-needed`, and what the action itself
 *   refuses
 */
export async function runAction(
  house: House,
  caller: Caller,
  action: Action,
  id: string | null,
  wish: ActionWish,
): Promise<ActionAnswer> {
  if (action.internal) throw new Error(`${action.name} is done by other actions only`)
  return write(house, caller, wish, (unit) => actIn(unit, action, id, wish))
}

export async function actIn(
  unit: Unit,
  action: Action,
  id: string | null,
  wish: ActionWish,
): Promise<ActionAnswer> {
  await checkRight(unit, action, id, wish)
  const input = await checkInput(unit, action, wish.input)
  const row = id === null ? {} : unit.held.get(heldKey(action.entity, id))
  checkAmounts(action.input, input, row ?? {}, unit.sight.reader.currency)
  const reason = checkedReason(action, wish.reason)
  const outcome = await perform(unit, action, id, input, reason)
  return {
    outcome,
    row: id === null ? null : (unit.held.get(heldKey(action.entity, id)) ?? null),
  }
}

/** @throws {Refusal} `input.invalid` for what is wrong whatever record it is for */
export async function checkInput(unit: Unit, action: Action, given: unknown): Promise<Values> {
  const { person } = unit.caller
  const place = unit.sight.reader
  const fields = withOwnChoices(unit.sight.registry, action.input)
  const input = parseInput(fields, given ?? {}, { person, place, partial: false })
  await checkReferences(unit, action.input, input)
  return input
}

async function checkRight(
  unit: Unit,
  action: Action,
  id: string | null,
  wish: ActionWish,
): Promise<void> {
  const right = `do:${action.name}`
  if (id === null) {
    const scopes = unit.sight.grants.scopes(unit.caller.person, action.entity.name, right)
    if (scopes.length === 0) refuse(action)
    return
  }
  const { row, allowed } = await holdFor(unit, action.entity, id, right)
  if (!allowed) refuse(action)
  checkVersion(unit, action.entity, row, wish.version)
}

function refuse(action: Action): never {
  return fail('action.not-allowed', { action: action.label }, { status: 403 })
}

/** @throws {Refusal} `record.changed` (409) with the row as it stands, as the person may see it */
export function checkVersion(
  unit: Unit,
  entity: Entity,
  row: StoredRow,
  version: number | undefined,
): void {
  if (version === undefined || version === row.version) return
  const current = cutRow(entity.fields, row, unit.caller.person)
  fail('record.changed', { version: row.version, yours: version, current }, { status: 409 })
}

/** @throws {Refusal} `action.reason-needed` */
export function checkedReason(action: Action, reason: string | undefined): string | null {
  const text = reason?.trim() ?? ''
  if (action.reason && text === '') fail('action.reason-needed', {}, { field: 'reason' })
  return text === '' ? null : text.slice(0, 1000)
}
