/** The kernel's own actions: add, change, delete and restore a record, with all the runner does. */
import { changesBetween } from '../audit/flush.ts'
import { fail } from '../base/fail.ts'
import { frozenFields, isByProgram, type Entity } from '../entity/entity.ts'
import { parseDraft, type Values } from '../entity/parse-draft.ts'
import type { House } from '../house.ts'
import { matches } from '../query/matches.ts'
import type { Caller } from './caller.ts'
import { checkAmounts } from './check-amounts.ts'
import { checkCompanyNumbers } from './check-company-numbers.ts'
import { checkFilters } from './check-filters.ts'
import { checkHanger } from './check-hanger.ts'
import { checkReferences, refuseLost } from './check-references.ts'
import { refuseUsed } from './check-use.ts'
import { holdFor, type Hold } from './hold.ts'
import { setPartsDeleted, withoutOwner } from './parts.ts'
import { createRecord, saveRecord, setDeleted } from './record-writes.ts'
import { checkVersion } from './run-action.ts'
import { tell } from './tell.ts'
import { heldKey, type StoredRow, type Unit } from './unit.ts'
import { write, type WriteWish } from './write.ts'

export interface ChangeWish extends WriteWish {
  version?: number
}

/** @throws {Refusal} `record.not-allowed` (403), `input.invalid` */
export function create(
  house: House,
  caller: Caller,
  entity: Entity,
  given: unknown,
  wish: ChangeWish = {},
): Promise<StoredRow> {
  return write(house, caller, wish, (unit) => createIn(unit, entity, given))
}

/** @throws {Refusal} also `record.changed` (409), `record.locked` (409) */
export function update(
  house: House,
  caller: Caller,
  entity: Entity,
  id: string,
  given: unknown,
  wish: ChangeWish = {},
): Promise<StoredRow> {
  return write(house, caller, wish, (unit) => updateIn(unit, entity, id, given, wish.version))
}

/** Into the recycle bin. @throws {Refusal} `record.in-use` (409) when others point to it */
export function remove(
  house: House,
  caller: Caller,
  entity: Entity,
  id: string,
  wish: ChangeWish = {},
): Promise<StoredRow> {
  const operation = { kind: 'delete', entity: entity.name }
  return write(house, caller, { operation, ...wish }, (unit) =>
    removeIn(unit, entity, id, wish.version),
  )
}

/**
 * Out of the recycle bin.
 * @throws {Refusal} `record.points-to-deleted` (409) when it belongs to what is still in there
 */
export function restore(
  house: House,
  caller: Caller,
  entity: Entity,
  id: string,
  wish: ChangeWish = {},
): Promise<StoredRow> {
  return write(house, caller, wish, async (unit) => {
    refuseManaged(entity)
    const { row, allowed } = await holdFor(unit, entity, id, 'delete')
    if (!allowed) notAllowed(entity)
    if (entity.access.onRecord) await checkHanger(unit, entity, row)
    return row.deletedAt ? restoreRow(unit, entity, row) : row
  })
}

export async function createIn(
  unit: Unit,
  entity: Entity,
  given: unknown,
  action = 'create',
): Promise<StoredRow> {
  const { person } = unit.caller
  refuseManaged(entity)
  const scopes = unit.sight.grants.scopes(person, entity.name, 'create')
  if (scopes.length === 0) notAllowed(entity)
  const values = parseDraft(entity, given, { person, place: unit.sight.reader, partial: false })
  await checkReferences(unit, entity.fields, values)
  await checkHanger(unit, entity, values)
  checkFilters(unit, entity, values)
  checkAmounts(entity.fields, values, {}, unit.sight.reader.currency)
  checkCompanyNumbers(entity.fields, values, {}, unit.sight.reader.country)
  const row = await createRecord(unit, entity, values, action)
  const inReach = scopes.some(
    (scope) => scope === 'all' || matches(entity, row, scope, unit.sight.reader),
  )
  if (!inReach) notAllowed(entity)
  // Listeners may have completed it.
  return unit.held.get(heldKey(entity, row.id)) ?? row
}

export async function updateIn(
  unit: Unit,
  entity: Entity,
  id: string,
  given: unknown,
  version?: number,
  action = 'update',
): Promise<StoredRow> {
  refuseManaged(entity)
  const held = await holdFor(unit, entity, id, 'update')
  return changeHeld(
    unit,
    entity,
    held.row,
    await checkChange(unit, entity, held, given, version),
    action,
  )
}

/** What of the given may be written to a held row; nothing is written yet. */
export async function checkChange(
  unit: Unit,
  entity: Entity,
  { row, allowed }: Hold,
  given: unknown,
  version?: number,
): Promise<Values> {
  const { person } = unit.caller
  if (!allowed) notAllowed(entity)
  checkVersion(unit, entity, row, version)
  if (row.deletedAt) fail('record.deleted', {}, { status: 409 })
  if (entity.access.onRecord) await checkHanger(unit, entity, row)
  const values = parseDraft(entity, given, { person, place: unit.sight.reader, partial: true })
  checkLocked(unit, entity, row, values)
  await checkReferences(unit, entity.fields, values)
  if ('record' in values || 'entity' in values)
    await checkHanger(unit, entity, { ...row, ...values })
  checkFilters(unit, entity, { ...row, ...values })
  checkAmounts(entity.fields, values, row, unit.sight.reader.currency)
  checkCompanyNumbers(entity.fields, values, row, unit.sight.reader.country)
  return values
}

/** Writes checked values to a held row, and tells of it. */
export async function changeHeld(
  unit: Unit,
  entity: Entity,
  row: StoredRow,
  values: Values,
  action: string,
): Promise<StoredRow> {
  const { id } = row
  const after = await saveRecord(unit, entity, id, values, action)
  if (after.version !== row.version)
    await tell(unit, `${entity.name}.update`, { id, row: after, before: row })
  return after
}

export async function removeIn(
  unit: Unit,
  entity: Entity,
  id: string,
  version?: number,
): Promise<StoredRow> {
  refuseManaged(entity)
  const { row, allowed } = await holdFor(unit, entity, id, 'delete')
  if (!allowed) notAllowed(entity)
  checkVersion(unit, entity, row, version)
  if (row.deletedAt) return row
  if (entity.access.onRecord) await checkHanger(unit, entity, row)
  checkLocked(unit, entity, row, { deletedAt: true })
  await refuseUsed(unit, entity, id)
  const gone = await setDeleted(unit, entity, id, true)
  await setPartsDeleted(unit, entity, id, true)
  return gone
}

/** The right to it was checked. @throws {Refusal} `record.points-to-deleted` (409) */
export async function restoreRow(unit: Unit, entity: Entity, row: StoredRow): Promise<StoredRow> {
  await refuseLost(unit, withoutOwner(entity.fields), row)
  const back = await setDeleted(unit, entity, row.id, false)
  await setPartsDeleted(unit, entity, row.id, false)
  return back
}

/** Frozen documents: which fields of the row may no longer change. */
export function lockedFields(
  entity: Entity,
  row: StoredRow,
  unit: Pick<Unit, 'caller' | 'sight'>,
): 'none' | 'all' | string[] {
  if (entity.appendOnly) return 'all'
  if (!entity.locked) return 'none'
  return matches(entity, row, entity.locked.when, unit.sight.reader) ? frozenFields(entity) : 'none'
}

/** @throws {Refusal} `record.locked` (409) naming the field */
export function checkLocked(
  unit: Unit,
  entity: Entity,
  row: StoredRow,
  values: Record<string, unknown>,
): void {
  const locked = lockedFields(entity, row, unit)
  if (locked === 'none') return
  // To say once more what is there, as an import does with a list that went out, changes nothing.
  const field = Object.keys(changesBetween(row, values)?.after ?? {}).find(
    (key) => locked === 'all' || locked.includes(key) || key === 'deletedAt',
  )
  if (field) fail('record.locked', { field }, { status: 409, field })
}

function refuseManaged(entity: Entity): void {
  if (isByProgram(entity)) fail('record.managed', {}, { status: 405 })
}

/** @throws {Refusal} `record.not-allowed` (403) */
export function notAllowed(entity: Entity): never {
  return fail('record.not-allowed', { entity: entity.label.one }, { status: 403 })
}
