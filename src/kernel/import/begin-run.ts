/** Sets an import going: of several who ask at once, one does. */
import { fail } from '../base/fail.ts'
import { newId } from '../db/new-id.ts'
import { sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'
import { isTakenBack } from '../run/hold-run.ts'
import { forgetProblems } from './run-problems.ts'
import { noCounts, type ImportRun, type KeptPlan } from './run-store.ts'

export interface Start {
  status: 'checking' | 'running'
  plan: KeptPlan
}

/**
 * From the first row. The rows that a check counted are known already.
 * @throws {Refusal} `import.already-running` (409)
 */
export async function beginRun(
  tx: Transaction,
  tenant: string,
  { id, counts }: ImportRun,
  { status, plan }: Start,
  now: Date,
): Promise<void> {
  const fresh = JSON.stringify({ ...noCounts, total: counts.total })
  const operation = status === 'running' ? newId(now.getTime()) : null
  const begun = await tx.query(
    sql`update import_run
      set status = ${status}, plan = ${JSON.stringify(plan)}::jsonb, counts = ${fresh}::jsonb,
        operation = ${operation}::uuid, problems = '[]', cancel_wanted = false,
        updated_at = ${now}
      where tenant = ${tenant} and id = ${id}::uuid and operation is null
        and status in ('new', 'checked', 'failed', 'cancelled')
      returning id`,
  )
  if (begun.length === 0) fail('import.already-running', {}, { status: 409 })
  forgetProblems(tx, tenant, id)
}

/**
 * Behind the last row that came in, by the plan the run began with.
 * @throws {Refusal} `import.taken-back` (409), `import.already-running` (409)
 */
export async function goOn(
  tx: Transaction,
  tenant: string,
  { id, operation }: ImportRun,
  now: Date,
): Promise<void> {
  if (await isTakenBack(tx, tenant, operation)) fail('import.taken-back', {}, { status: 409 })
  const begun = await tx.query(
    sql`update import_run
      set status = 'running', problems = '[]', cancel_wanted = false, updated_at = ${now}
      where tenant = ${tenant} and id = ${id}::uuid and status in ('failed', 'cancelled')
      returning id`,
  )
  if (begun.length === 0) fail('import.already-running', {}, { status: 409 })
}
