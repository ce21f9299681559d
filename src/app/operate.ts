/** What the operator does with the data: back it up, put it back, prove the books. */
import { resolve } from 'node:path'
import { program } from '#kernel/access/person.ts'
import { openGrantBook } from '#kernel/access/grant-book.ts'
import { openCtx } from '#kernel/action/open-ctx.ts'
import { write } from '#kernel/action/write.ts'
import { openCompanyBook } from '#kernel/company.ts'
import { backup } from '#kernel/db/backup/backup.ts'
import { restore } from '#kernel/db/backup/restore.ts'
import { openDatabase } from '#kernel/db/database.ts'
import { prepareDatabase, type PreparedDatabase } from '#kernel/db/prepare-database.ts'
import { sql } from '#kernel/db/sql.ts'
import type { House } from '#kernel/house.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'
import { readSettings, type Settings } from './settings.ts'

const quiet = () => undefined

async function withDatabase<T>(
  work: (prepared: PreparedDatabase, settings: Settings) => Promise<T>,
): Promise<T> {
  const settings = readSettings(process.env)
  const prepared = await prepareDatabase({
    ...settings,
    migrations: 'migrations',
    now: new Date(),
    log: quiet,
  })
  try {
    return await work(prepared, settings)
  } finally {
    await prepared.stop()
  }
}

/** Copies database, files and key while people work. */
export async function makeBackup(folder: string | undefined): Promise<void> {
  const made = await withDatabase(({ access }, settings) =>
    backup({
      owner: access.owner,
      dataDir: settings.dataDir,
      backupDir: folder ?? settings.backupDir,
      now: new Date(),
    }),
  )
  console.log(`The backup is in ${made}`)
}

/** Puts a backup back; what was there is moved aside. The program must be stopped. */
export async function putBack(folder: string | undefined): Promise<void> {
  if (!folder) throw new Error('Say which backup: npm run restore -- data/backups/<folder>')
  const settings = readSettings(process.env)
  const from = resolve(folder)
  const now = new Date()
  const replaced = settings.databaseUrl
    ? await withDatabase(({ access }) =>
        restore({ from, dataDir: settings.dataDir, now, owner: access.owner }),
      )
    : await restore({ from, dataDir: settings.dataDir, now })
  console.log(`Restored ${from}.${replaced ? ` What was there before is in ${replaced}` : ''}`)
}

/** Rebuilds every projection of every company and names what differs; the exit code tells too. */
export async function checkBooks(): Promise<void> {
  const differences = await withDatabase(async ({ access }) => {
    const database = openDatabase(access.app, { connections: 2, statementTimeoutMs: 600_000 })
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
  const found: string[] = []
  for (const { tenant, name } of companies) {
    for (const [check, ask] of checksOf()) {
      const lines = await write(
        house,
        { tenant, person: program, via: 'job' },
        { dryRun: true },
        (unit) => ask(openCtx(unit)),
      )
      found.push(...lines.map((line) => `${name}, ${check}: ${line}`))
    }
  }
  return found
}

function checksOf() {
  return modules.flatMap((module) => Object.entries(module.checks))
}
