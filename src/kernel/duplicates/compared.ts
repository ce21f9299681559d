/** Records as they are compared with others: their name, and what tells them apart. */
import { name, raw, sql, type Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import { featuresOf, type Features } from '../likeness/features.ts'
import type { LikenessRule } from '../likeness/rule.ts'
import { columnsSql } from '../query/select.ts'

export interface Compared {
  id: string
  title: string
  features: Features
  /** Whether the person may see it; true where nobody is asked about. */
  isSeen: boolean
}

interface Wish {
  tenant: string
  ids: readonly string[]
  /** Fields that are compared; those of the entity where none are named. */
  rule?: LikenessRule
  /** Condition on `r` that a person sees it. */
  seen?: Sql
  /** ` and …` on `r`. */
  only?: Sql
}

/** Those of the records that are not in the recycle bin. @param ask sends the statement */
export async function comparedRows(
  ask: <T>(query: Sql) => Promise<T[]>,
  entity: Entity,
  { tenant, ids, rule = entity.duplicates ?? {}, seen = raw('true'), only = raw('') }: Wish,
): Promise<Compared[]> {
  if (ids.length === 0) return []
  const columns = columnsSql(entity, [...new Set([entity.title, ...Object.keys(rule)])], 'r')
  const rows = await ask<Values & { id: string }>(
    sql`select ${raw(columns)}, (${seen}) as may__ from ${name(entity.table)} r
      where r.tenant = ${tenant} and r.id = any(${[...ids]}::uuid[])
        and r.deleted_at is null${only}`,
  )
  return rows.map(({ may__: isSeen, ...row }) => ({
    id: row.id,
    title: String(row[entity.title] ?? ''),
    features: featuresOf(rule, row),
    isSeen: isSeen === true,
  }))
}
