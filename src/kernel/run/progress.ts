/** How far a run got, that it is to stop, and how it ended, as its table keeps it. */
import type { Database } from '../db/database.ts'
import { name, sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Fault, RunEnd, RunKey } from './run.ts'

/** Asks the worker to stop behind the batch it is at. */
export async function wishCancel(
  database: Database,
  { table, tenant, id }: RunKey,
  now: Date,
): Promise<void> {
  await database.transaction(tenant, async (tx) =>
    tx.send(
      sql`update ${name(table)} set cancel_wanted = true, updated_at = ${now}
        where tenant = ${tenant} and id = ${id}::uuid`,
    ),
  )
}

/** How far a run got, in the transaction of what it tells of. */
export function sendCounts(
  tx: Transaction,
  { table, tenant, id }: RunKey,
  counts: object,
  now: Date,
): void {
  tx.send(
    sql`update ${name(table)} set counts = ${JSON.stringify(counts)}::jsonb, updated_at = ${now}
      where tenant = ${tenant} and id = ${id}::uuid`,
  )
}

/** Ends a run that is still going; its counts stay as the last batch left them. */
export function sendEnd(
  tx: Transaction,
  { table, tenant, id }: RunKey,
  end: { status: RunEnd; fault?: Fault },
  now: Date,
): void {
  const faults = JSON.stringify(end.fault ? [end.fault] : [])
  tx.send(
    sql`update ${name(table)}
      set status = ${end.status}, problems = ${faults}::jsonb, updated_at = ${now}
      where tenant = ${tenant} and id = ${id}::uuid and status in ('checking', 'running')`,
  )
}
