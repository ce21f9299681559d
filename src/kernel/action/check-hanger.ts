/** Comments, files and shares hang on a record that the person must be able to see. */
import { failInput } from '../base/fail.ts'
import { rowScope } from '../access/scope.ts'
import { name, sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import type { Unit } from './unit.ts'

/** @throws {Refusal} `input.invalid` with `field.no-such-record` at `record` */
export async function checkHanger(unit: Unit, entity: Entity, values: Values): Promise<void> {
  if (!('entity' in entity.fields) || !('record' in entity.fields)) return
  const target = unit.house.registry.entities.get(String(values.entity))
  const seen = target && !target.isLine && (await isVisible(unit, target, values.record))
  if (!seen) failInput([{ field: 'record', rule: 'field.no-such-record', facts: {} }])
}

async function isVisible(unit: Unit, target: Entity, id: unknown): Promise<boolean> {
  const rows = await unit.tx.query(
    sql`select 1 from ${name(target.table)} r
      where r.tenant = ${unit.sight.reader.tenant} and r.id = ${id}::uuid
        and ${rowScope(unit.sight, target, 'read', 'r')}`,
  )
  return rows.length > 0
}
