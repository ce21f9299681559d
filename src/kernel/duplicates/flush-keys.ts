/** Writes the keys of changed records, in the transaction of the change. */
import { inParts } from '../base/breathe.ts'
import { readRows } from '../action/hold.ts'
import { heldKey, type StoredRow, type Unit } from '../action/unit.ts'
import { sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import { featuresOf } from '../likeness/features.ts'
import { keysOf } from '../likeness/keys.ts'

const together = 100

export async function flushDuplicateKeys(unit: Unit): Promise<void> {
  const wanted = [...unit.toKey.values()]
  unit.toKey.clear()
  const fresh = new Set(wanted.filter(({ isNew }) => isNew).map(({ id }) => id))
  for (const [entity, records] of Map.groupBy(wanted, (one) => one.entity)) {
    const ids = records.map(({ id }) => id)
    const held = ids.flatMap((id) => unit.held.get(heldKey(entity, id)) ?? [])
    const known = new Set(held.map(({ id }) => id))
    const letGo = ids.filter((id) => !known.has(id))
    const read = letGo.length > 0 ? await rowsOf(unit, entity, letGo) : []
    for await (const rows of inParts([...held, ...read], together)) {
      sendKeys(
        unit,
        entity,
        rows,
        rows.every(({ id }) => fresh.has(id)),
      )
    }
  }
}

function rowsOf(unit: Unit, entity: Entity, ids: string[]): Promise<StoredRow[]> {
  return readRows(unit, entity, sql`r.id = any(${ids}::uuid[])`, { withoutLines: true })
}

/** Those that a record has no more go, new ones come. @param areNew they have none yet */
export function sendKeys(
  unit: Unit,
  entity: Entity,
  rows: readonly StoredRow[],
  areNew = false,
): void {
  const rule = entity.duplicates
  if (!rule || rows.length === 0) return
  const { tenant } = unit.sight.reader
  const kept = rows.map((row) => ({ record: row.id, keys: keysOf(featuresOf(rule, row)) }))
  const given = JSON.stringify(kept)
  if (!areNew)
    unit.tx.send(
      sql`delete from duplicate_key k
      using jsonb_to_recordset(${given}::jsonb) as d(record uuid, keys text[])
      where k.tenant = ${tenant} and k.entity = ${entity.name} and k.record = d.record
        and k.key <> all(d.keys)`,
    )
  unit.tx.send(
    sql`insert into duplicate_key (tenant, entity, key, record)
      select ${tenant}::uuid, ${entity.name}, x.key, d.record
      from jsonb_to_recordset(${given}::jsonb) as d(record uuid, keys text[])
        cross join unnest(d.keys) as x(key)
      on conflict (tenant, record, entity, key) do nothing`,
  )
}
