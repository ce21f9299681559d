/** What is set for backups of the installation, and how far the one under way is. */
import { z } from 'zod'
import type { Facts } from '../base/fail.ts'
import { raw, sql, type Sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import { today } from '../time/date.ts'

export interface BackupPlan {
  /** Hour of the day at which a backup is made every day; null: none is. */
  hour: number | null
  /** How many of these are kept. */
  kept: number
}

const runSchema = z.object({
  state: z.enum(['queued', 'running', 'done', 'failed']),
  startedAt: z.string(),
  /** The last sign of life. */
  at: z.string(),
  bytes: z.number(),
  expected: z.number(),
  /** Why it failed. */
  rule: z.string().optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
})

export type BackupRun = z.infer<typeof runSchema>

const standard: BackupPlan = { hour: null, kept: 7 }
const minute = 60_000

export async function planOf({ database }: Pick<House, 'database'>): Promise<BackupPlan> {
  const [row] = await database.control<BackupPlan>(
    raw('select backup_hour as hour, backups_kept as kept from installation'),
  )
  return row ?? standard
}

/** The backup under way, or how the last one went; one without a sign of life has broken off. */
export async function runOf({ database, now }: House): Promise<BackupRun | null> {
  const [row] = await database.control<{ run: unknown }>(
    raw('select backup_run as run from installation'),
  )
  const run = runSchema.nullable().parse(row?.run ?? null)
  if (run === null) return null
  const silent = now().getTime() - new Date(run.at).getTime()
  const limit = { queued: 30 * minute, running: 2 * minute, done: Infinity, failed: Infinity }
  return silent > limit[run.state] ? { ...run, state: 'failed', rule: 'backup.broke-off' } : run
}

export async function keepRun({ database }: House, run: BackupRun): Promise<void> {
  await database.control(runQuery(run))
}

export function runQuery(run: BackupRun): Sql {
  return sql`insert into installation (backup_run) values (${JSON.stringify(run)}::jsonb)
    on conflict (only_one) do update set backup_run = excluded.backup_run`
}

export function failed(run: BackupRun, at: Date, rule: string, facts: Facts): BackupRun {
  return { ...run, state: 'failed', at: at.toISOString(), rule, facts }
}

/** A day without one is made up for as soon as the hour is past. */
export function isDue(
  { hour }: BackupPlan,
  { lastAt, now, timeZone }: { lastAt: string | null; now: Date; timeZone: string },
): boolean {
  if (hour === null || hourOf(now, timeZone) < hour) return false
  return lastAt === null || today(new Date(lastAt), timeZone) < today(now, timeZone)
}

function hourOf(now: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', { hour: '2-digit', hourCycle: 'h23', timeZone })
  return Number(format.format(now))
}
