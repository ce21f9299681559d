/** Two records of a scan, and how likely they mean the same. */
import type { Unit } from '../action/unit.ts'
import { name, raw, sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import { featuresOf, type Features } from '../likeness/features.ts'
import { likenessOf, worthKeeping, type Likeness } from '../likeness/score.ts'
import { columnsSql } from '../query/select.ts'

export interface Compared {
  features: Features
  title: string
}

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
  if (ids.size === 0) return new Map()
  const rule = entity.duplicates ?? {}
  const columns = columnsSql(entity, [...new Set([entity.title, ...Object.keys(rule)])], 'r')
  const rows = await unit.tx.query<Values & { id: string }>(
    sql`select ${raw(columns)} from ${name(entity.table)} r
      where r.tenant = ${unit.sight.reader.tenant} and r.id = any(${[...ids]}::uuid[])
        and r.deleted_at is null`,
  )
  return new Map(
    rows.map((row) => {
      const title = String(row[entity.title] ?? '')
      return [row.id, { features: featuresOf(rule, row), title }]
    }),
  )
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
