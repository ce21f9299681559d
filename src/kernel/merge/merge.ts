/** Two or more records of one thing become one; whatever pointed to them points to that one. */
import { fail } from '../base/fail.ts'
import type { Caller } from '../action/caller.ts'
import { hold, holdFor } from '../action/hold.ts'
import { saveRecord, setDeleted } from '../action/record-writes.ts'
import { tell } from '../action/tell.ts'
import type { StoredRow, Unit } from '../action/unit.ts'
import { write, type WriteWish } from '../action/write.ts'
import type { Entity } from '../entity/entity.ts'
import type { House } from '../house.ts'
import { settlePairs } from '../duplicates/settle-pairs.ts'
import { sendFollowersOn } from '../notify/follow.ts'
import { noteRetitled } from '../search/retitled.ts'
import { chosenValues, type Choice } from './chosen-values.ts'
import { repoint } from './pointers.ts'

export interface MergeWish extends WriteWish, Choice {}

export interface MergeAnswer {
  row: StoredRow
  operation: string | null
}

/** What modules hear as `<entity>.merge`, once per record that goes, before it goes to the bin. */
export interface Merged {
  keep: string
  drop: string
}

/**
 * Merges and can be undone as a whole: every moved reference stands in the audit.
 * @throws {Refusal} `merge.itself`, `merge.nothing`, `merge.not-possible`, `record.not-allowed`,
 *   `record.deleted`, and what the modules refuse
 */
export async function merge(
  house: House,
  caller: Caller,
  entity: Entity,
  wish: MergeWish,
): Promise<MergeAnswer> {
  const operation = { kind: 'merge', entity: entity.name }
  if (wish.drop.length === 0) fail('merge.nothing')
  if (wish.drop.includes(wish.keep)) fail('merge.itself', {}, { field: 'drop' })
  if (!entity.access.merge) fail('merge.not-possible', {}, { status: 405 })
  return write(house, caller, { ...wish, operation }, async (unit) => {
    const rows = await holdAll(unit, entity, [wish.keep, ...wish.drop])
    for (const drop of wish.drop) await mergeInto(unit, entity, { keep: wish.keep, drop })
    const row = await saveKept(unit, entity, wish, rows)
    noteRetitled(unit, entity, wish.keep)
    return { row, operation: unit.operation }
  })
}

async function holdAll(
  unit: Unit,
  entity: Entity,
  ids: readonly string[],
): Promise<Map<string, StoredRow>> {
  const rows = new Map<string, StoredRow>()
  for (const id of [...ids].sort()) {
    const row = await holdToMerge(unit, entity, id)
    if (row.deletedAt) fail('record.deleted', {}, { status: 409 })
    rows.set(id, row)
  }
  return rows
}

/** @throws {Refusal} `record.not-found`, `record.not-allowed` (403) */
export async function holdToMerge(unit: Unit, entity: Entity, id: string): Promise<StoredRow> {
  const { row, allowed } = await holdFor(unit, entity, id, 'merge')
  if (!allowed) fail('record.not-allowed', { entity: entity.label.one }, { status: 403 })
  return row
}

async function mergeInto(unit: Unit, entity: Entity, merged: Merged): Promise<void> {
  await repoint(unit, entity, merged.drop, merged.keep)
  sendFollowersOn(unit.tx, unit.caller.tenant, entity, merged)
  await tell(unit, `${entity.name}.merge`, { ...merged })
  await setDeleted(unit, entity, merged.drop, true)
  await settlePairs(unit, entity, merged.drop)
}

/** Also where none of its values changes, the record that stays tells of the merge. */
async function saveKept(
  unit: Unit,
  entity: Entity,
  wish: MergeWish,
  rows: ReadonlyMap<string, StoredRow>,
): Promise<StoredRow> {
  const id = wish.keep
  const before = await hold(unit, entity, id)
  const row = await saveRecord(unit, entity, id, chosenValues(entity, wish, rows), 'merge')
  if (row.version > before.version) {
    await tell(unit, `${entity.name}.update`, { id, row, before })
    return row
  }
  const note = { entity: entity.name, record: id, action: 'merge', reason: null }
  unit.audit.push({ ...note, before: null, after: null })
  return row
}
