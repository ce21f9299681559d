/** What the operator does with the data: back it up, put it back, prove the books. */
import { resolve } from 'node:path'
import { program } from '#kernel/access/person.ts'
import { openGrantBook } from '#kernel/access/grant-book.ts'
import { sightOf } from '#kernel/action/caller.ts'
import { openCompanyBook } from '#kernel/company.ts'
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
import type { House } from '#kernel/house.ts'
import { openVoice } from '#kernel/http/voice.ts'
import { buildRegistry } from '#kernel/registry.ts'
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
    grants: openGrantBook(database, registry),
    companies: openCompanyBook(database),
    now: () => new Date(),
  } as unknown as House
  const companies = await database.control<{ tenant: string; name: string }>(
    sql`select tenant, name from company order by name`,
  )
  const { say } = openVoice(registry.messages).in('en')
  const found: string[] = []
  for (const { tenant, name } of companies) {
    const { reader } = await sightOf(house, { tenant, person: program, via: 'job' })
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
