/** Records that have a key in common with another; keys that very many have are passed over. */
import { sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import { weakKeys } from '../likeness/keys.ts'

/** A key of more records than this tells nothing. */
const mostOfKey = 200
/** So many are looked at more closely, those with most keys in common first. */
const mostCandidates = 100

type Ask = <T>(query: Sql) => Promise<T[]>

/** @param ask sends the statement, inside a transaction or not */
export async function candidatesFor(
  ask: Ask,
  tenant: string,
  entity: Entity,
  keys: readonly string[],
): Promise<string[]> {
  const most = { ofKey: mostOfKey, ofWeakKey: mostOfKey }
  const bearers = await bearersOf(ask, tenant, entity, keys, most)
  return oftenest([...bearers.values()].flat(), mostCandidates)
}

/** The records of each key that has not more than `most`; weak keys are those many names share. */
export async function bearersOf(
  ask: Ask,
  tenant: string,
  entity: Entity,
  keys: readonly string[],
  most: { ofKey: number; ofWeakKey: number },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await ask<{ key: string; records: string[] }>(
    sql`select w.key, k.records from unnest(${[...keys]}::text[]) w(key)
      cross join lateral (
        select array_agg(d.record) as records from (
          select s.record from duplicate_key s
          where s.tenant = ${tenant} and s.entity = ${entity.name} and s.key = w.key
          limit ${most.ofKey + 1}) d) k
      where cardinality(k.records) <= case when left(w.key, 1) = any(${[...weakKeys]}::text[])
        then ${most.ofWeakKey}::int else ${most.ofKey}::int end`,
  )
  return new Map(rows.map(({ key, records }) => [key, records]))
}

/** Records that bear several of the keys asked for come first. @param bearers of each key */
export function oftenest(bearers: readonly string[], most: number): string[] {
  const counts = new Map<string, number>()
  for (const record of bearers) counts.set(record, (counts.get(record) ?? 0) + 1)
  const ordered = [...counts].toSorted(([, one], [, other]) => other - one)
  return ordered.slice(0, most).map(([record]) => record)
}
