/** Before each batch: is the run still this worker's, and does the person still want it? */
import { name, sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'
import type { RunKey, RunPlace, Standing } from './run.ts'

/**
 * Holds the run until the batch is in. A batch and its progress are one transaction, so a worker
 * that finds the run where it left it does the next batch, and nobody does one twice.
 */
export async function holdRun(
  tx: Transaction,
  { table, tenant, id }: RunKey,
  place: RunPlace,
): Promise<Standing> {
  const [[now], takenBack] = await Promise.all([
    tx.query<{ status: string; done: number; cancel_wanted: boolean }>(
      sql`select status, coalesce((counts ->> 'done')::integer, 0) as done, cancel_wanted
        from ${name(table)} where tenant = ${tenant} and id = ${id}::uuid for no key update`,
    ),
    place.operation ? isTakenBack(tx, tenant, place.operation) : false,
  ])
  if (now?.status !== place.status || now.done !== place.done) return 'elsewhere'
  if (now.cancel_wanted) return 'cancelled'
  return takenBack ? 'taken-back' : 'here'
}

/** Held until the end, so that an undo and the next batch do not pass each other. */
export async function isTakenBack(
  tx: Transaction,
  tenant: string,
  operation: string | null,
): Promise<boolean> {
  const [row] = await tx.query<{ undone_at: string | null }>(
    sql`select undone_at from operation
      where tenant = ${tenant} and id = ${operation}::uuid for update`,
  )
  return row !== undefined && row.undone_at !== null
}
