/** A data directory of its own with a durable embedded database, thrown away at the end. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { prepareDatabase } from '#kernel/db/prepare-database.ts'
import type { DatabaseAccess } from '#kernel/db/roles.ts'
import type { BenchOptions } from './options.ts'
import { size } from './options.ts'
import { seed, type Seeded } from './seed/seed.ts'

export interface Home {
  dataDir: string
  access: DatabaseAccess
  seeded: Seeded
  /** Stops the database server; `open` starts it again. */
  stop(): Promise<void>
  open(): Promise<void>
  remove(): Promise<void>
}

/** Opens the kept folder, or seeds a new one. */
export async function openHome(options: BenchOptions, say: (line: string) => void): Promise<Home> {
  const kept = options.keep === null ? null : resolve(options.keep)
  if (kept) mkdirSync(kept, { recursive: true })
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'shangmai-bench-'))
  const start = () =>
    prepareDatabase({
      dataDir,
      backupDir: join(dataDir, 'backups'),
      migrations: 'migrations',
      now: new Date(),
      log: () => undefined,
    })
  let database = await start()
  const home: Home = {
    dataDir,
    access: database.access,
    seeded: await seededIn(dataDir, database.access, options, say),
    stop: () => database.stop(),
    async open() {
      database = await start()
    },
    async remove() {
      await database.stop()
      if (!kept) rmSync(dataDir, { recursive: true, force: true })
    },
  }
  return home
}

async function seededIn(
  dataDir: string,
  access: DatabaseAccess,
  { quick }: BenchOptions,
  say: (line: string) => void,
): Promise<Seeded> {
  const note = join(dataDir, 'seeded.json')
  if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8')) as Seeded
  say('Seeding …')
  const seeded = await seed(access, dataDir, size(quick))
  writeFileSync(note, JSON.stringify(seeded), { mode: 0o600 })
  say(`Seeded in ${seeded.seconds.toFixed(0)} s.`)
  return seeded
}
