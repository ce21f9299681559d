/** Records that have a key in common with another; keys that very many have are passed over. */
import { sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'

/** A key of more records than this tells nothing. */
const mostOfKey = 200
/** So many are looked at more closely, those with most keys in common first. */
const mostCandidates = 300

/** @param ask sends the statement, inside a transaction or not */
export async function candidatesFor(
  ask: <T>(query: Sql) => Promise<T[]>,
  tenant: string,
  entity: Entity,
  keys: readonly string[],
): Promise<string[]> {
  const found = await ask<{ key: string; record: string }>(
    sql`select w.key, k.record from unnest(${[...keys]}::text[]) w(key)
      cross join lateral (
        select d.record from duplicate_key d
        where d.tenant = ${tenant} and d.entity = ${entity.name} and d.key = w.key
        limit ${mostOfKey + 1}) k`,
  )
  const telling = [...Map.groupBy(found, ({ key }) => key).values()].filter(
    (records) => records.length <= mostOfKey,
  )
  const bearers = telling.flat().map(({ record }) => record)
  return oftenest(bearers, mostCandidates)
}

/** Records that bear several of the keys asked for come first. @param bearers of each key */
export function oftenest(bearers: readonly string[], most: number): string[] {
  const counts = new Map<string, number>()
  for (const record of bearers) counts.set(record, (counts.get(record) ?? 0) + 1)
  const ordered = [...counts].toSorted(([, one], [, other]) => other - one)
  return ordered.slice(0, most).map(([record]) => record)
}
