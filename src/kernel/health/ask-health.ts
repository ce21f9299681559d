/** Asks the database, the queue and the disk how they fare, for one company. */
import { statfs } from 'node:fs/promises'
import { lastBackup } from '../db/backup/kept-backups.ts'
import { raw, sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import { keptAccount } from '../mail/account/mail-account.ts'
import type { JobFailure, JobFigures } from '../jobs/queue.ts'
import type { HealthAnswer, MachineFacts } from './answer.ts'
import { isOnlyCompany, type Installation } from './installation.ts'

export interface Health extends Omit<HealthAnswer, 'warnings' | 'machine'> {
  /** Also where the company is not told of it: what is wrong with it harms the company too. */
  machine: MachineFacts
  isAlone: boolean
  hasMailServer: boolean
  foundedAt: string
  jobs: JobFigures[]
  failures: JobFailure[]
}

export async function askHealth(
  house: House,
  tenant: string,
  installation: Installation,
): Promise<Health> {
  const [isAlone, server, company, files, mails, account, disk, backup, jobs, failures] =
    await Promise.all([
      isOnlyCompany(house),
      askServer(house),
      askCompany(house, tenant),
      askFiles(house, tenant),
      askMails(house, tenant),
      keptAccount(house, tenant),
      askDisk(installation.dataDir),
      lastBackup(installation.backupDir),
      house.jobs.state(tenant),
      house.jobs.failures(tenant),
    ])
  const { version, startedAt, clockOffBy, size, used, most } = server
  const { timeZone } = await house.companies.of(tenant)
  const { foundedAt, ...books } = company
  return {
    program: { version: installation.version, startedAt: installation.startedAt.toISOString() },
    database: { version, startedAt, clockOffBy },
    files,
    mails,
    backup: { madeAt: backup?.madeAt ?? null },
    books,
    clock: { now: house.now().toISOString(), timeZone },
    machine: { database: size, connections: { used, most }, disk },
    isAlone,
    hasMailServer: installation.hasMailServer || account !== null,
    foundedAt,
    jobs,
    failures,
  }
}

interface ServerRow {
  version: string
  startedAt: string
  at: number
  size: number
  used: number
  most: number
}

/** The clock of the database is asked on purpose: it stamps what the queue does. */
async function askServer({ database, now }: House): Promise<ServerRow & { clockOffBy: number }> {
  const before = now().getTime()
  const [row] = await database.control<ServerRow>(
    raw(`select split_part(current_setting('server_version'), ' ', 1) as version,
        pg_postmaster_start_time() as "startedAt",
        extract(epoch from statement_timestamp())::float8 as at,
        pg_database_size(current_database())::float8 as size,
        (select sum(numbackends) from pg_stat_database)::integer as used,
        current_setting('max_connections')::integer as most`),
  )
  if (!row) throw new Error('The database says nothing of itself')
  const middle = (before + now().getTime()) / 2
  return { ...row, clockOffBy: Math.round(row.at - middle / 1000) }
}

interface CompanyRow {
  foundedAt: string
  checkedAt: string | null
  differences: number
}

async function askCompany({ database }: House, tenant: string): Promise<CompanyRow> {
  const [row] = await database.control<CompanyRow>(
    sql`select created_at as "foundedAt", books_checked_at as "checkedAt",
        book_differences as differences
      from company where tenant = ${tenant}`,
  )
  if (!row) throw new Error(`No such company: ${tenant}`)
  return row
}

async function askFiles({ database }: House, tenant: string): Promise<HealthAnswer['files']> {
  const [row] = await database.read<HealthAnswer['files']>(
    tenant,
    sql`select count(*)::integer as count, coalesce(sum(size), 0)::float8 as bytes
      from (select distinct hash, size from file where tenant = ${tenant}) f`,
  )
  return row ?? { count: 0, bytes: 0 }
}

async function askMails({ database }: House, tenant: string): Promise<HealthAnswer['mails']> {
  const [row] = await database.read<HealthAnswer['mails']>(
    tenant,
    sql`select count(*) filter (where state = 'queued')::integer as waiting,
        count(*) filter (where state = 'failed')::integer as failed,
        min(created_at) filter (where state = 'queued') as "waitingSince"
      from mail
      where tenant = ${tenant} and state in ('queued', 'failed') and deleted_at is null`,
  )
  return row ?? { waiting: 0, failed: 0, waitingSince: null }
}

async function askDisk(folder: string): Promise<MachineFacts['disk']> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { free: bavail * bsize, bytes: blocks * bsize }
}
