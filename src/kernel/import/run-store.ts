/** Import runs as kept in the database: what was brought, how it is read, how far it got. */
import type { Database } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'
import type { TableChoice } from './file/table.ts'

export type RunStatus = 'new' | 'checking' | 'checked' | 'running' | 'done' | 'failed' | 'cancelled'

export interface Counts {
  total: number
  done: number
  created: number
  updated: number
  unchanged: number
  rejected: number
  unreadable: number
}

/** How columns become fields, and what happens to rows that are there already. */
export interface ImportPlan {
  /** Column (0-based) → field, or a part of an address: 'address.city'. */
  mapping: Record<string, string | null>
  /** Field that tells which record a row means. */
  key: string | null
  mode: 'create' | 'upsert' | 'update'
  createMissing: boolean
}

export interface ImportRun {
  id: string
  byUser: string | null
  entity: string
  fileName: string
  path: string
  choice: TableChoice & { pasted?: boolean }
  plan: ImportPlan | null
  status: RunStatus
  counts: Counts
  operation: string | null
  cancelWanted: boolean
}

export const noCounts: Counts = {
  total: 0,
  done: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  unreadable: 0,
}

const columns = sql`id, by_user as "byUser", entity, file_name as "fileName", path, choice,
  plan, status, counts, operation, cancel_wanted as "cancelWanted"`

export async function readRun(
  database: Database,
  tenant: string,
  id: string,
): Promise<ImportRun | null> {
  const [row] = await database.read<ImportRun>(
    tenant,
    sql`select ${columns} from import_run where tenant = ${tenant} and id = ${id}::uuid`,
  )
  return row ? { ...row, counts: { ...noCounts, ...row.counts } } : null
}

export async function addRun(
  database: Database,
  tenant: string,
  run: ImportRun,
  now: Date,
): Promise<void> {
  await database.transaction(tenant, async (tx) => {
    tx.send(
      sql`insert into import_run (tenant, id, by_user, entity, file_name, path, choice, status,
          counts, created_at, updated_at)
        values (${tenant}, ${run.id}, ${run.byUser}, ${run.entity}, ${run.fileName}, ${run.path},
          ${JSON.stringify(run.choice)}, ${run.status}, ${JSON.stringify(run.counts)},
          ${now}, ${now})`,
    )
  })
}

export type RunPatch = Partial<
  Pick<ImportRun, 'choice' | 'plan' | 'status' | 'counts' | 'operation' | 'cancelWanted'>
>

/** Writes what is given, in the transaction of the rows it tells of. */
export function sendRun(
  tx: Transaction,
  tenant: string,
  id: string,
  patch: RunPatch,
  now: Date,
): void {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  tx.send(
    sql`update import_run
      set choice = coalesce(${json(patch.choice)}::jsonb, choice),
        plan = coalesce(${json(patch.plan)}::jsonb, plan),
        status = coalesce(${patch.status ?? null}, status),
        counts = coalesce(${json(patch.counts)}::jsonb, counts),
        operation = coalesce(${patch.operation ?? null}::uuid, operation),
        cancel_wanted = coalesce(${patch.cancelWanted ?? null}::boolean, cancel_wanted),
        updated_at = ${now}
      where tenant = ${tenant} and id = ${id}::uuid`,
  )
}

export async function saveRun(
  database: Database,
  tenant: string,
  id: string,
  patch: RunPatch,
  now: Date,
): Promise<void> {
  await database.transaction(tenant, async (tx) => sendRun(tx, tenant, id, patch, now))
}

export interface RowProblems {
  row: number
  cells: string[]
  problems: { field?: string; rule: string; facts: Record<string, unknown>; value?: string }[]
}

/** Rejected rows, kept for the screen and the error file. */
export function sendProblems(
  tx: Transaction,
  tenant: string,
  run: string,
  rows: (RowProblems & { id: string })[],
): void {
  if (rows.length === 0) return
  tx.send(
    sql`insert into import_problem (tenant, id, run, row_number, cells, problems)
      select ${tenant}::uuid, p.id, ${run}::uuid, p."row", p.cells, p.problems
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as p(id uuid, "row" integer, cells jsonb, problems jsonb)
      on conflict (tenant, id) do nothing`,
  )
}

export async function forgetProblems(
  database: Database,
  tenant: string,
  run: string,
): Promise<void> {
  await database.transaction(tenant, async (tx) =>
    tx.send(sql`delete from import_problem where tenant = ${tenant} and run = ${run}::uuid`),
  )
}

/** Rejected rows in the order of the file. @param after row number to go on behind */
export function readProblems(
  database: Database,
  tenant: string,
  run: string,
  after: number,
  most: number,
): Promise<RowProblems[]> {
  return database.read<RowProblems>(
    tenant,
    sql`select row_number as "row", cells, problems from import_problem
      where tenant = ${tenant} and run = ${run}::uuid and row_number > ${after}
      order by row_number limit ${most}`,
  )
}
