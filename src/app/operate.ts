/** What the operator does with the data: back it up, put it back, prove the books. */
import { resolve } from 'node:path'
import { sightOf } from '#kernel/action/caller.ts'
import { backup } from '#kernel/db/backup/backup.ts'
import { type LogicalContent, type Manifest, readManifest } from '#kernel/db/backup/manifest.ts'
import { restore, type RestoreOptions } from '#kernel/db/backup/restore.ts'
import { openDatabase } from '#kernel/db/database.ts'
import { isInitialised } from '#kernel/db/embedded/initialise.ts'
import { placeOf } from '#kernel/db/embedded/place.ts'
import { lagOf, migrate } from '#kernel/db/migrate/migrate.ts'
import { reachDatabase } from '#kernel/db/prepare-database.ts'
import type { DatabaseAccess } from '#kernel/db/roles.ts'
import { sql } from '#kernel/db/sql.ts'
import { withClient } from '#kernel/db/with-client.ts'
import type { House } from '#kernel/house.ts'
import { openVoice } from '#kernel/http/voice.ts'
import { asProgram } from '#kernel/jobs/as-program.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { openRemembrance } from '#kernel/remembrance.ts'
import { proveBook } from '#modules/books/index.ts'
import { modules } from '#modules/index.ts'
import { readSettings, type Settings } from './settings.ts'

const migrations = 'migrations'
const log = () => undefined

// A program of another version may be running: nothing but a start migrates its database.
async function besideProgram<T>(
  work: (access: DatabaseAccess, settings: Settings) => Promise<T>,
): Promise<T> {
  const settings = readSettings(process.env)
  const { dataDir, databaseUrl } = settings
  if (!databaseUrl && !isInitialised(placeOf(dataDir))) {
    throw new Error(`There is no database in ${dataDir}: set DATA_DIR, or start the program first.`)
  }
  return reaching(settings, work)
}

async function reaching<T>(
  settings: Settings,
  work: (access: DatabaseAccess, settings: Settings) => Promise<T>,
): Promise<T> {
  const { access, stop } = await reachDatabase({ ...settings, log })
  try {
    return await work(access, settings)
  } finally {
    await stop()
  }
}

/** Copies database, files and key while people work, whatever version they work with. */
export async function makeBackup(wish: { folder?: string; portable: boolean }): Promise<void> {
  const made = await besideProgram(async ({ owner }, { dataDir, backupDir }) => {
    const lag = await lagOf({ owner, folder: migrations }).catch(() => [])
    if (lag === 'empty') throw new Error('The database is empty: there is nothing to back up.')
    const { folder = backupDir, portable } = wish
    return backup({ owner, dataDir, backupDir: folder, portable, now: new Date() })
  })
  console.log(`The backup is in ${made}`)
}

/** Sets the daily backup; where companies share the installation, only here. */
export async function planBackups({ daily, keep }: { daily?: string; keep?: string }) {
  const hour = readHour(daily)
  const kept = keep === undefined ? null : Number(keep)
  if (kept !== null && !(Number.isInteger(kept) && kept >= 1 && kept <= 90))
    throw new Error('Say how many daily backups to keep, 1 to 90: npm run backup -- --keep 7')
  const { rows } = await besideProgram(({ owner }) =>
    withClient(owner, (client) =>
      client.query<{ hour: number | null; kept: number }>(
        `insert into installation (backup_hour, backups_kept) values ($1, coalesce($2, 7))
         on conflict (only_one) do update
         set backup_hour = case when $3 then $1 else installation.backup_hour end,
           backups_kept = coalesce($2, installation.backups_kept)
         returning backup_hour as hour, backups_kept as kept`,
        [hour, kept, daily !== undefined],
      ),
    ),
  )
  const plan = rows[0]
  const when = plan?.hour == null ? 'No daily backup' : `A backup every day from ${plan.hour}:00 on`
  console.log(`${when}; ${plan?.kept} are kept.`)
}

function readHour(daily: string | undefined): number | null {
  if (daily === undefined || daily === 'off') return null
  if (/^\d\d?$/u.test(daily) && Number(daily) <= 23) return Number(daily)
  throw new Error('Say an hour from 0 to 23, or off: npm run backup -- --daily 3')
}

/** Puts a backup back; what was there is moved aside. The program must be stopped. */
export async function putBack(folder: string | undefined): Promise<void> {
  if (!folder) throw new Error('Say which backup: npm run restore -- data/backups/<folder>')
  const settings = readSettings(process.env)
  const { dataDir, databaseUrl } = settings
  const from = resolve(folder)
  const wish = { from, dataDir, now: new Date() }
  const { content } = await readManifest(from)
  const isServers = content.kind === 'logical' || databaseUrl !== undefined
  const replaced = isServers
    ? await reaching(settings, ({ owner }) => fill(owner, wish, content))
    : await restore(wish)
  console.log(`Restored ${from}.${replaced ? ` What was there before is in ${replaced}` : ''}`)
}

// An older version's backup meets the tables of that version, and then is upgraded.
async function fill(
  owner: DatabaseAccess['owner'],
  wish: Omit<RestoreOptions, 'owner'>,
  content: Manifest['content'],
): Promise<string | undefined> {
  const version = content.kind === 'logical' ? versionOf(content) : 0
  const target = { owner, folder: migrations, log }
  if ((await lagOf(target)) === 'empty') await migrate({ ...target, last: version })
  const replaced = await restore({ ...wish, owner })
  await migrate(target)
  return replaced
}

// The last of `12-name checksum`.
function versionOf(content: LogicalContent): number {
  return Number.parseInt(content.migrations.at(-1) ?? '0', 10)
}

/** Rebuilds every projection of every company and names what differs; the exit code tells too. */
export async function checkBooks(): Promise<void> {
  const differences = await besideProgram(async ({ owner, app }) => {
    await refuseOtherVersion(owner)
    const database = openDatabase(app, { connections: 2, statementTimeoutMs: 600_000 })
    try {
      return await checkCompanies(database)
    } finally {
      await database.close()
    }
  })
  for (const line of differences) console.log(line)
  console.log(
    differences.length === 0 ? 'All books are true.' : `${differences.length} differences.`,
  )
  if (differences.length > 0) process.exitCode = 1
}

async function refuseOtherVersion(owner: DatabaseAccess['owner']): Promise<void> {
  const lag = await lagOf({ owner, folder: migrations })
  if (lag.length === 0) return
  const why = lag === 'empty' ? 'it is empty' : `${lag[0]} has not run`
  throw new Error(`The database does not fit this program (${why}): start the program first.`)
}

async function checkCompanies(database: House['database']): Promise<string[]> {
  const registry = buildRegistry(modules)
  const house = {
    registry,
    database,
    ...openRemembrance(database, registry),
    now: () => new Date(),
  } as unknown as House
  const companies = await database.control<{ tenant: string; name: string }>(
    sql`select tenant, name from company order by name`,
  )
  const { say } = openVoice(registry.messages).in('en')
  const found: string[] = []
  for (const { tenant, name } of companies) {
    const { reader } = await sightOf(house, asProgram(tenant))
    for (const [check, ask] of checksOf()) {
      const { count, differences } = await proveBook(house, reader, ask)
      const lines = differences.map(({ rule, ...facts }) => say(rule, facts))
      const rest = count - lines.length
      found.push(...lines.map((line) => `${name}, ${check}: ${line}`))
      if (rest > 0) found.push(`${name}, ${check}: and ${rest} more`)
    }
  }
  return found
}

function checksOf() {
  return modules.flatMap((module) => Object.entries(module.checks))
}
