/** Two or more records of one thing become one; whatever pointed to them points to that one. */
import { fail } from '../base/fail.ts'
import { name, raw, sql } from '../db/sql.ts'
import { columnName, type Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import type { House } from '../house.ts'
import type { Caller } from './caller.ts'
import { holdFor } from './hold.ts'
import { saveRecord, setDeleted } from './record-writes.ts'
import type { StoredRow, Unit } from './unit.ts'
import { write, type WriteWish } from './write.ts'

export interface MergeWish extends WriteWish {
  keep: string
  drop: string[]
  /** Field → id of the record whose value is taken. */
  take: Record<string, string>
}

export interface MergeAnswer {
  row: StoredRow
  operation: string | null
}

/**
 * Merges and can be undone as a whole: every moved reference stands in the audit.
 * @throws {Refusal} `merge.itself`, `merge.nothing`, `merge.not-possible`, `record.not-allowed`
 */
export function merge(
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
    const rows = new Map<string, StoredRow>()
    for (const id of [wish.keep, ...wish.drop].sort()) {
      const { row, allowed } = await holdFor(unit, entity, id, 'merge')
      if (!allowed) fail('record.not-allowed', { entity: entity.label.one }, { status: 403 })
      if (row.deletedAt) fail('record.deleted', {}, { status: 409 })
      rows.set(id, row)
    }
    for (const id of wish.drop) await moveReferences(unit, entity, id, wish.keep)
    for (const id of wish.drop) await setDeleted(unit, entity, id, true)
    const row = await saveRecord(unit, entity, wish.keep, chosen(entity, wish, rows), 'merge')
    return { row, operation: unit.operation }
  })
}

function chosen(entity: Entity, wish: MergeWish, rows: Map<string, StoredRow>): Values {
  const patch: Values = {}
  const kept = rows.get(wish.keep)
  for (const [field, declared] of Object.entries(entity.fields)) {
    if (declared.computed || declared.unique || declared.kind === 'lines') continue
    const source = wish.take[field]
    const value = source ? rows.get(source)?.[field] : firstFilled(field, wish, rows, kept)
    if (value !== undefined) patch[field] = value
  }
  return patch
}

/** What the kept record lacks is filled from the others; tags are put together. */
function firstFilled(
  field: string,
  wish: MergeWish,
  rows: Map<string, StoredRow>,
  kept: StoredRow | undefined,
): unknown {
  const own = kept?.[field]
  const others = wish.drop
    .map((id) => rows.get(id)?.[field])
    .filter((value) => value !== null && value !== undefined)
  if (Array.isArray(own)) return [...new Set([...(own as unknown[]), ...others.flat()])]
  return own ?? others[0]
}

async function moveReferences(unit: Unit, entity: Entity, from: string, to: string): Promise<void> {
  const { reader } = unit.sight
  for (const { entity: other, field } of unit.house.registry.references.get(entity.name) ?? []) {
    if (other.fields[field]?.kind === 'refs') continue
    if (other.appendOnly) continue
    const column = raw(`"${columnName(field)}"`)
    const stamp = other.isLine
      ? raw('')
      : sql`, version = version + 1, updated_at = ${reader.now}, updated_by = ${reader.me}`
    const moved = await unit.tx.query<{ id: string }>(
      sql`update ${name(other.table)} set ${column} = ${to}::uuid${stamp}
        where tenant = ${reader.tenant} and ${column} = ${from}::uuid returning id`,
    )
    for (const { id } of moved) {
      unit.audit.push({
        entity: other.name,
        record: id,
        action: 'merge',
        reason: null,
        before: { [field]: from },
        after: { [field]: to },
      })
      unit.held.delete(`${other.name} ${id}`)
    }
  }
  await moveHangers(unit, entity, from, to)
}

/** Comments, files and shares hang on a record by its entity and id. */
async function moveHangers(unit: Unit, entity: Entity, from: string, to: string): Promise<void> {
  for (const other of unit.house.registry.entities.values()) {
    if (!hangs(other)) continue
    const moved = await unit.tx.query<{ id: string }>(
      sql`update ${name(other.table)} set record = ${to}::uuid
        where tenant = ${unit.sight.reader.tenant} and entity = ${entity.name}
          and record = ${from}::uuid returning id`,
    )
    for (const { id } of moved) {
      unit.audit.push({
        entity: other.name,
        record: id,
        action: 'merge',
        reason: null,
        before: { record: from },
        after: { record: to },
      })
    }
  }
}

function hangs(entity: Entity): boolean {
  return !entity.appendOnly && 'entity' in entity.fields && 'record' in entity.fields
}
