/** Comments, files and shares hang on a record: one must see it, and for some may change it. */
import { onesOwn, reaches } from '../access/reaches.ts'
import { fail, failInput } from '../base/fail.ts'
import type { Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import type { Unit } from './unit.ts'

/**
 * @throws {Refusal} `input.invalid` with `field.no-such-record` at `record`; `record.not-allowed`
 *   (403) where the hanger takes more than sight, see `onRecord` of the entity
 */
export async function checkHanger(unit: Unit, entity: Entity, values: Values): Promise<void> {
  if (!('entity' in entity.fields) || !('record' in entity.fields)) return
  const isFree = !entity.fields['record']?.required
  if (isFree && (values.record ?? null) === null) return
  const { sight, tx } = unit
  const ask = (query: Sql) => tx.query(query)
  const target = unit.house.registry.entities.get(String(values.entity))
  const id = values.record
  const seen = target && !target.isLine && (await reaches(ask, sight, target, id, 'read'))
  if (!seen) failInput([{ field: 'record', rule: 'field.no-such-record', facts: {} }])
  const right = entity.access.onRecord
  if (right !== undefined && !(await reaches(ask, onesOwn(sight), target, id, right)))
    fail('record.not-allowed', { entity: target.label.one }, { status: 403 })
}
