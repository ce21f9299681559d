/** Before each batch: is the run still this worker's, and does the person still want it? */
import { sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Counts, ImportRun } from './run-store.ts'

/** 'elsewhere': another worker has gone on with it, since this one was thought to be dead. */
export type Standing = 'here' | 'elsewhere' | 'cancelled' | 'taken-back'

/**
 * Holds the run until the batch is in. A batch and its progress are one transaction, so a worker
 * that finds the run where it left it writes the next rows, and nobody writes them twice.
 */
export async function holdRun(
  tx: Transaction,
  tenant: string,
  { id, status, operation }: ImportRun,
  counts: Counts,
): Promise<Standing> {
  const [[now], takenBack] = await Promise.all([
    tx.query<{ status: string; done: number; cancel_wanted: boolean }>(
      sql`select status, coalesce((counts ->> 'done')::integer, 0) as done, cancel_wanted
        from import_run where tenant = ${tenant} and id = ${id}::uuid for no key update`,
    ),
    operation ? isTakenBack(tx, tenant, operation) : false,
  ])
  if (now?.status !== status || now.done !== counts.done) return 'elsewhere'
  if (now.cancel_wanted) return 'cancelled'
  return takenBack ? 'taken-back' : 'here'
}

/** Held until the end, so that an undo and the next rows do not pass each other. */
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
