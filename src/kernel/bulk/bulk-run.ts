/** Work on very many records as kept in the database: what is to be done, and how far it got. */
import type { Caller } from '../action/caller.ts'
import type { Database } from '../db/database.ts'
import { raw, sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Where } from '../query/where.ts'
import { sendCounts } from '../run/progress.ts'
import type { Fault, RunKey } from '../run/run.ts'
import type { Portion } from './portion.ts'
import { addRefused, type RefusedSoFar } from './refused.ts'

export interface BulkCounts {
  total: number
  done: number
  changed: number
  refused: number
  /** Undoing goes backwards through the audit, a scan through pairs and keys: where it came to. */
  at?: string
}

/** What is done to each, and in which way it was asked for. */
export interface KeptWish {
  patch?: unknown
  action?: string
  input?: unknown
  reason?: string
  /** Records that no longer match are left: they are not what was picked. */
  where?: Where
  via: Caller['via']
  /** Of the API key that asked. */
  scopes: readonly string[] | null
}

export interface BulkRun {
  id: string
  byUser: string
  kind: 'change' | 'delete' | 'action' | 'undo' | 'scan'
  entity: string
  wish: KeptWish
  status: 'running' | 'done' | 'failed' | 'cancelled'
  counts: BulkCounts
  refused: RefusedSoFar
  /** What is undone as a whole, or what this run undoes; actions are not undone. */
  operation: string | null
  fault: Fault | null
  startedAt: string
  changedAt: string
  /** Whether what it did was taken back since. */
  isUndone: boolean
}

/** Where the run is kept. */
export function keyOf(tenant: string, id: string): RunKey {
  return { table: 'bulk_run', tenant, id }
}

const columns = raw(`b.id, b.by_user as "byUser", b.kind, b.entity, b.wish, b.status, b.counts,
  b.refused, b.operation, b.problems -> 0 as fault, b.created_at as "startedAt",
  b.updated_at as "changedAt", o.undone_at is not null as "isUndone"`)
const from = raw(`bulk_run b
  left join operation o on o.tenant = b.tenant and o.id = b.operation`)

export async function readRun(
  database: Database,
  tenant: string,
  id: string,
): Promise<BulkRun | null> {
  const [run] = await database.read<BulkRun>(
    tenant,
    sql`select ${columns} from ${from} where b.tenant = ${tenant} and b.id = ${id}::uuid`,
  )
  return run ?? null
}

const mostShown = 20

/** A person's own that go on, or came to an end not long ago; the latest first. */
export function recentRuns(
  database: Database,
  tenant: string,
  person: string | null,
  since: Date,
): Promise<BulkRun[]> {
  return database.read<BulkRun>(
    tenant,
    sql`select ${columns} from ${from}
      where b.tenant = ${tenant} and b.by_user = ${person}::uuid
        and (b.status = 'running' or b.updated_at >= ${since})
      order by b.id desc limit ${mostShown}`,
  )
}

/** The next records that the run is to do. */
export async function nextPicked(
  tx: Transaction,
  tenant: string,
  id: string,
  done: number,
  most: number,
): Promise<string[]> {
  const [row] = await tx.query<{ ids: string[] }>(
    sql`select picked[${done + 1}::integer:${done + most}::integer] as ids from bulk_run
      where tenant = ${tenant} and id = ${id}::uuid`,
  )
  return row?.ids ?? []
}

/** In the transaction of the portion. @returns the counts with it */
export function sendPortion(
  tx: Transaction,
  key: RunKey,
  { counts, refused }: Pick<BulkRun, 'counts' | 'refused'>,
  portion: Portion,
  now: Date,
): Pick<BulkRun, 'counts' | 'refused'> {
  const after: BulkCounts = {
    ...counts,
    done: counts.done + portion.done,
    changed: counts.changed + portion.changed,
    refused: counts.refused + portion.refused.length,
    ...(portion.at === undefined ? {} : { at: portion.at }),
  }
  sendCounts(tx, key, after, now)
  if (portion.refused.length === 0) return { counts: after, refused }
  const all = addRefused(refused, portion.refused)
  tx.send(
    sql`update bulk_run set refused = ${JSON.stringify(all)}::jsonb
      where tenant = ${key.tenant} and id = ${key.id}::uuid`,
  )
  return { counts: after, refused: all }
}

/** Nothing more is to be done: the list of what was picked goes. */
export function sendForgetPicked(tx: Transaction, { tenant, id }: RunKey): void {
  tx.send(sql`update bulk_run set picked = '{}' where tenant = ${tenant} and id = ${id}::uuid`)
}
