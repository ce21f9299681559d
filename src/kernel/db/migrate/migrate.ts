/** Brings a database to the version of the program, or leaves it where it was and says why. */
import type { Client, PoolConfig, QueryConfig } from 'pg'
import { withClient } from '../with-client.ts'
import { ownDefinerFunctions } from './definer-functions.ts'
import { type MigrationFile, type Statement, readMigrations } from './migration-files.ts'

export interface MigrateOptions {
  owner: PoolConfig
  /** Folder of files `NNNN-name.sql`. */
  folder: string
  log: (line: string) => void
  /** Called before anything is changed in a database that already holds a version: the backup. */
  beforeUpgrade?: () => Promise<void>
  /** Stops after this one: the version that a backup was made by. */
  last?: number
}

/** The database and the program's migrations do not fit together, or one of them failed. */
export class MigrationError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'MigrationError'
  }
}

interface Run {
  number: number
  name: string
  checksum: string
}

const lockTimeout = '10s'

/**
 * Runs the migrations that have not run yet, one process at a time. All files of one run share a
 * transaction: either the database is at the program's version, or where it was before.
 * @returns how many were run
 * @throws {MigrationError} when one fails, one that ran was changed, or the database is newer
 */
export async function migrate(options: MigrateOptions): Promise<number> {
  const { last = Infinity } = options
  const files = readMigrations(options.folder).filter((file) => file.number <= last)
  return withClient(options.owner, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('shangmai.migrate'))")
    const pending = pendingOf(files, await recordedRuns(client))
    if (pending.length === 0) return 0
    if (pending.length < files.length) await options.beforeUpgrade?.()
    await applyAll(client, pending)
    for (const file of pending) options.log(`Migrated the database: ${label(file)}`)
    return pending.length
  })
}

/**
 * Changes nothing; asks how far the database is behind the program.
 * @returns `empty` before the first migration, else the migrations that have not run
 * @throws {MigrationError} when one that ran was changed, or the database is newer
 */
export async function lagOf(
  options: Pick<MigrateOptions, 'owner' | 'folder'>,
): Promise<'empty' | string[]> {
  const runs = await withClient(options.owner, recordedRuns)
  if (runs.length === 0) return 'empty'
  return pendingOf(readMigrations(options.folder), runs).map(label)
}

async function recordedRuns(client: Client): Promise<Run[]> {
  const known = await client.query("select to_regclass('public.shangmai_migration') as known")
  if (!known.rows[0].known) return []
  const runs = 'select number, name, checksum from public.shangmai_migration order by number'
  return (await client.query<Run>(runs)).rows
}

function pendingOf(files: readonly MigrationFile[], runs: readonly Run[]): MigrationFile[] {
  const newest = files.at(-1)?.number ?? 0
  for (const run of runs) {
    const file = files.find((candidate) => candidate.number === run.number)
    if (file?.checksum === run.checksum) continue
    if (file) throw new MigrationError(`${label(file)} was changed after it had run here.`)
    throw new MigrationError(
      run.number > newest ? newer(run) : `${label(run)} ran here, is missing.`,
    )
  }
  const last = runs.at(-1)?.number ?? 0
  const pending = files.filter((file) => !runs.some((run) => run.number === file.number))
  const late = pending.find((file) => file.number < last)
  if (late)
    throw new MigrationError(`${label(late)} was added before migration ${last}, which ran.`)
  return pending
}

function newer(run: Run): string {
  return `The database is newer than this program (it holds ${label(run)}): update the program.`
}

function label(file: { number: number; name: string }): string {
  return `migration ${String(file.number).padStart(4, '0')}-${file.name}`
}

async function applyAll(client: Client, pending: readonly MigrationFile[]): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`set local lock_timeout = '${lockTimeout}'`)
    await client.query(`create table if not exists public.shangmai_migration (
      number integer primary key, name text not null, checksum text not null,
      ran_at timestamptz not null)`)
    for (const file of pending) await apply(client, file)
    await ownDefinerFunctions(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

async function apply(client: Client, file: MigrationFile): Promise<void> {
  for (const statement of file.statements) await execute(client, file, statement)
  const record = 'insert into public.shangmai_migration values ($1, $2, $3, clock_timestamp())'
  await client.query(record, [file.number, file.name, file.checksum])
}

// The extended protocol takes one statement per message and refuses a second one.
async function execute(client: Client, file: MigrationFile, statement: Statement) {
  try {
    await client.query({ text: statement.text, queryMode: 'extended' } as QueryConfig)
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause)
    throw new MigrationError(`${label(file)} failed at line ${statement.line}: ${said}`, cause)
  }
}
