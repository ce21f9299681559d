/** Parts of a record go to the recycle bin with it, and come back with it. */
import { raw, sql } from '../db/sql.ts'
import { columnName, type Entity } from '../entity/entity.ts'
import type { Fields } from '../field/field.ts'
import type { Reference } from '../registry.ts'
import { readRows } from './hold.ts'
import { setDeleted } from './record-writes.ts'
import type { Unit } from './unit.ts'

/** References by which rows of other entities are parts of this one's records. */
export function partsOf(unit: Unit, entity: Entity): Reference[] {
  return (unit.house.registry.references.get(entity.name) ?? []).filter(isPart)
}

export function isPart({ entity, field }: Reference): boolean {
  return entity.fields[field]?.part === true
}

/** Behind the record itself, as what the program does in consequence. */
export async function setPartsDeleted(
  unit: Unit,
  entity: Entity,
  id: string,
  deleted: boolean,
): Promise<void> {
  for (const { entity: part, field } of partsOf(unit, entity)) {
    const own = sql`r.${raw(`"${columnName(field)}"`)} = ${id}::uuid`
    const bin = raw(deleted ? ' and r.deleted_at is null' : ' and r.deleted_at is not null')
    for (const row of await readRows(unit, part, sql`${own}${bin}`, {}))
      await setDeleted(unit, part, row.id, deleted)
  }
}

/** A part may come back before what it is a part of: both come, or none does. */
export function withoutOwner(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field.part !== true))
}
