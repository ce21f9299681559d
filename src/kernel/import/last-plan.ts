/** How a table with the same columns was brought in last: the mapping is remembered. */
import type { Database } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import type { Guess } from './mapping/guess.ts'
import type { ImportPlan, ImportRun } from './run-store.ts'

/** By anybody of the company; null when no such table came in whole. */
export async function lastPlan(
  database: Database,
  tenant: string,
  { entity }: Pick<ImportRun, 'entity'>,
  header: readonly string[],
): Promise<ImportPlan | null> {
  const [row] = await database.read<{ plan: ImportPlan }>(
    tenant,
    sql`select plan from import_run
      where tenant = ${tenant} and entity = ${entity} and status = 'done' and plan is not null
        and choice -> 'header' = ${JSON.stringify(header)}::jsonb
      order by created_at desc limit 1`,
  )
  return row?.plan ?? null
}

/** Each column goes where it went; a field that this person may not fill goes nowhere. */
export function asLastTime(
  { mapping }: ImportPlan,
  columns: number,
  fields: ReadonlySet<string>,
): Guess[] {
  return Array.from({ length: columns }, (_, column): Guess => {
    const field = mapping[column] ?? null
    if (field === null || !fields.has(field))
      return { column, field: null, confidence: 0, why: null }
    return { column, field, confidence: 1, why: 'last' }
  })
}
