/** For actions: records that most likely mean the same as what they are about to make. */
import type { Sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import { featuresOf } from '../likeness/features.ts'
import { keysOf } from '../likeness/keys.ts'
import { likenessOf, worthKeeping, type Likeness } from '../likeness/score.ts'
import { candidatesFor } from './candidates.ts'
import { comparedRows } from './compared.ts'

export interface Near extends Likeness {
  id: string
  title: string
}

/**
 * The likeliest first; the program's own sight, so say no more of them than the person may know.
 * @param ask sends the statement
 * @param values as they are kept, phone numbers in their stored form
 */
export async function nearest(
  ask: <T>(query: Sql) => Promise<T[]>,
  tenant: string,
  entity: Entity,
  values: Values,
): Promise<Near[]> {
  const rule = entity.duplicates ?? {}
  const mine = featuresOf(rule, values)
  const ids = await candidatesFor(ask, tenant, entity, keysOf(mine))
  const rows = await comparedRows(ask, entity, { tenant, ids })
  return rows
    .map(({ id, title, features }) => ({ ...likenessOf(mine, features), id, title }))
    .filter(({ score }) => score >= worthKeeping)
    .toSorted((a, b) => b.score - a.score)
}
