/** Two records of a scan, and how likely they mean the same. */
import type { Unit } from '../action/unit.ts'
import type { Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import { likenessOf, worthKeeping, type Likeness } from '../likeness/score.ts'
import { comparedRows, type Compared } from './compared.ts'

export interface Found extends Likeness {
  record: string
  other: string
  /** Both titles. */
  name: string
}

/** Those of the records that are not in the recycle bin. */
export async function comparedIn(
  unit: Unit,
  entity: Entity,
  ids: ReadonlySet<string>,
): Promise<Map<string, Compared>> {
  const ask = <T>(query: Sql) => unit.tx.query<T>(query)
  const rows = await comparedRows(ask, entity, { tenant: unit.sight.reader.tenant, ids: [...ids] })
  return new Map(rows.map((row) => [row.id, row]))
}

/** @returns null where they are not alike enough, or one of them is gone */
export function likePair(
  compared: ReadonlyMap<string, Compared>,
  record: string,
  other: string,
): Found | null {
  const [a, b] = [compared.get(record), compared.get(other)]
  if (!a || !b) return null
  const likeness = likenessOf(a.features, b.features)
  if (likeness.score < worthKeeping) return null
  return { ...likeness, record, other, name: `${a.title} · ${b.title}` }
}
