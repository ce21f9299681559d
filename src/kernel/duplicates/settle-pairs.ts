/** What a merge and its undo mean for the pairs that name the record that went. */
import { saveRecord } from '../action/record-writes.ts'
import type { Unit } from '../action/unit.ts'
import { sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import { DuplicatePair } from './duplicate-pair.entity.ts'

/** The record went into another: nothing about it is left to decide. */
export function settlePairs(unit: Unit, entity: Entity, record: string): Promise<void> {
  return move(unit, entity, record, 'open', 'merged')
}

/** It is back: what was undecided before is so again. */
export function reopenPairs(unit: Unit, entity: Entity, record: string): Promise<void> {
  return move(unit, entity, record, 'merged', 'open')
}

async function move(
  unit: Unit,
  entity: Entity,
  record: string,
  from: string,
  to: string,
): Promise<void> {
  if (!entity.duplicates) return
  const pairs = await unit.tx.query<{ id: string }>(
    sql`select p.id from duplicate_pair p
      where p.tenant = ${unit.sight.reader.tenant} and p.entity = ${entity.name}
        and (p.record = ${record}::uuid or p.other = ${record}::uuid) and p.status = ${from}
        and p.deleted_at is null
      order by p.id`,
  )
  for (const { id } of pairs)
    await saveRecord(unit, DuplicatePair, id, { status: to }, to === 'open' ? 'reopen' : 'settle')
}
