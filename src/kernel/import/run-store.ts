/** Import runs as kept in the database: what was brought, how it is read, how far it got. */
import type { Database } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import type { Fault, RunKey } from '../run/run.ts'
import type { TableChoice } from './file/table.ts'

export type RunStatus = 'new' | 'checking' | 'checked' | 'running' | 'done' | 'failed' | 'cancelled'

export interface Counts {
  total: number
  done: number
  created: number
  updated: number
  unchanged: number
  rejected: number
  /** Taken, though they may be there already. */
  likely: number
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
  /** What becomes of new rows that may be there already; of those in `except`, the other. */
  likely?: 'take' | 'leave'
  except?: number[]
}

/** As it is kept with the run, with the scopes of the API key that asked. */
export interface KeptPlan extends ImportPlan {
  scopes?: readonly string[] | null
}

export interface ImportRun {
  id: string
  byUser: string | null
  entity: string
  fileName: string
  /** Empty once the file was thrown away. */
  path: string
  /** How the file is read, and the names of its columns as they were last read. */
  choice: TableChoice & { pasted?: boolean; header?: string[] }
  plan: KeptPlan | null
  status: RunStatus
  counts: Counts
  /** What is undone as a whole; null until rows may have come in. */
  operation: string | null
  cancelWanted: boolean
  fault: Fault | null
}

export const noCounts: Counts = {
  total: 0,
  done: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  likely: 0,
  unreadable: 0,
}

/** Where the run is kept. */
export function keyOf(tenant: string, id: string): RunKey {
  return { table: 'import_run', tenant, id }
}

const columns = sql`id, by_user as "byUser", entity, file_name as "fileName", path, choice,
  plan, status, counts, operation, cancel_wanted as "cancelWanted", problems -> 0 as fault`

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

/** A table can be read in another way as long as no work on it has begun. */
export async function saveChoice(
  database: Database,
  tenant: string,
  id: string,
  choice: ImportRun['choice'],
  now: Date,
): Promise<boolean> {
  const changed = await database.transaction(tenant, (tx) =>
    tx.query(
      sql`update import_run set choice = ${JSON.stringify(choice)}::jsonb, status = 'new',
          counts = ${JSON.stringify(noCounts)}::jsonb, updated_at = ${now}
        where tenant = ${tenant} and id = ${id}::uuid and operation is null
          and status not in ('checking', 'running')
        returning id`,
    ),
  )
  return changed.length > 0
}
