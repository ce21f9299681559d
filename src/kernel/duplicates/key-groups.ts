/** Records that have a key in common, read in the order of the keys. */
import type { Unit } from '../action/unit.ts'
import { raw, sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import { weakKeys } from '../likeness/keys.ts'

/** A key of more records than this tells nothing; one that different names share, sooner. */
export const mostOfKey = 40
export const mostOfWeakKey = 12

export async function countKeys(unit: Unit, entity: Entity): Promise<number> {
  const [all] = await unit.tx.query<{ count: number }>(
    sql`select count(*)::int as count from duplicate_key d where ${ofEntity(unit, entity)}`,
  )
  return all?.count ?? 0
}

/**
 * The key that stands about `most` places behind `from`, so that the index is read straight on.
 * A key that so many records have is passed over whole.
 * @returns null where all that is left is less
 */
export async function keyBehind(
  unit: Unit,
  entity: Entity,
  from: string,
  most: number,
): Promise<string | null> {
  const next = await firstKey(unit, entity, sql`d.key >= ${from}`, most)
  return next === from ? firstKey(unit, entity, sql`d.key > ${from}`, 0) : next
}

async function firstKey(
  unit: Unit,
  entity: Entity,
  where: Sql,
  skip: number,
): Promise<string | null> {
  const [row] = await unit.tx.query<{ key: string }>(
    sql`select d.key from duplicate_key d where ${ofEntity(unit, entity)} and ${where}
      order by d.key, d.record offset ${skip} limit 1`,
  )
  return row?.key ?? null
}

/** @returns of each telling key from `from` on, before `until`, its records by id */
export async function keyGroups(
  unit: Unit,
  entity: Entity,
  from: string,
  until: string | null,
): Promise<string[][]> {
  const end = until === null ? raw('') : sql` and d.key < ${until}`
  const rows = await unit.tx.query<{ records: string[] }>(
    sql`select array_agg(d.record order by d.record) as records from duplicate_key d
      where ${ofEntity(unit, entity)} and d.key >= ${from}${end}
      group by d.key
      having count(*) between 2 and case when left(d.key, 1) = any(${[...weakKeys]}::text[])
        then ${mostOfWeakKey}::int else ${mostOfKey}::int end`,
  )
  return rows.map(({ records }) => records)
}

function ofEntity(unit: Unit, entity: Entity): Sql {
  return sql`d.tenant = ${unit.sight.reader.tenant} and d.entity = ${entity.name}`
}
