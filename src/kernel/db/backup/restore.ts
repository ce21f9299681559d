/** Puts a backup back in place; what was there before is moved aside, never deleted. */
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { PoolConfig } from 'pg'
import { majorVersion } from '../embedded/binaries.ts'
import { type Place, placeOf } from '../embedded/place.ts'
import { serverProcess } from '../embedded/postmaster.ts'
import { nameOf } from './backup.ts'
import { copyOne, copyTree, flush } from './copy-tree.ts'
import { type Manifest, platform, readManifest } from './manifest.ts'
import { importTables } from './tables-in.ts'

export interface RestoreOptions {
  /** Folder of the backup. */
  from: string
  dataDir: string
  now: Date
  /** The freshly migrated database to fill: for a backup of tables, and only for that. */
  owner?: PoolConfig
}

/**
 * Restores a backup. One of the embedded database's files needs the program stopped; one of
 * tables needs a freshly migrated, empty database.
 * @returns the folder that what was replaced has been moved to, or undefined when nothing was
 * @throws when the database runs, is not empty, or does not fit the backup
 */
export async function restore(options: RestoreOptions): Promise<string | undefined> {
  const manifest = await readManifest(options.from)
  const { content } = manifest
  if (content.kind === 'physical') return restoreCluster(options, manifest)
  if (!options.owner) throw new Error('This backup of tables needs a database to fill.')
  await importTables(options.owner, join(options.from, 'tables'), content)
  return replace(options, replacedNames(options, manifest, []))
}

const onlyEmbedded =
  'The backup holds the files of an embedded database, which a server cannot take. ' +
  'Restore it without DATABASE_URL, then run: npm run backup -- --portable'

async function restoreCluster(options: RestoreOptions, manifest: Manifest) {
  const place = placeOf(options.dataDir)
  if (options.owner) throw new Error(onlyEmbedded)
  refuseRunning(place)
  refuseOtherServer(manifest.content)
  await mkdir(place.dataDir, { recursive: true, mode: 0o711 })
  return replace(options, replacedNames(options, manifest, ['postgres']))
}

function refuseRunning(place: Place): void {
  if (serverProcess(place) === undefined) return
  throw new Error(`The database in ${place.dataDir} is running: stop the program first.`)
}

function refuseOtherServer(content: Manifest['content']): void {
  if (content.kind !== 'physical') return
  if (content.postgres === majorVersion && content.platform === platform) return
  throw new Error(
    `The backup is bound to PostgreSQL ${content.postgres} on ${content.platform}, this is ` +
      `${majorVersion} on ${platform}. Restore it there and run: npm run backup -- --portable`,
  )
}

// Without a key in the backup (it came from the environment) the one here stays.
function replacedNames(options: RestoreOptions, manifest: Manifest, names: string[]): string[] {
  const key = existsSync(join(options.from, 'secret.key')) ? ['secret.key'] : []
  return manifest.withFiles ? [...names, 'files', ...key] : names
}

// Copies everything beside its place first, so that a full disk changes nothing.
async function replace(options: RestoreOptions, names: string[]): Promise<string | undefined> {
  const dataDir = resolve(options.dataDir)
  const present = names.filter((name) => existsSync(join(options.from, name)))
  const incoming = join(dataDir, `restoring-${nameOf(options.now)}`)
  const aside = join(dataDir, `replaced-${nameOf(options.now)}`)
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  try {
    for (const name of present) await copy(join(options.from, name), join(incoming, name), name)
    await flush(incoming)
    const replaced = names.filter((name) => existsSync(join(dataDir, name)))
    if (replaced.length > 0) await mkdir(aside, { mode: 0o700 })
    for (const name of replaced) await rename(join(dataDir, name), join(aside, name))
    for (const name of present) await rename(join(incoming, name), join(dataDir, name))
    return replaced.length > 0 ? aside : undefined
  } finally {
    await rm(incoming, { recursive: true, force: true })
  }
}

function copy(from: string, to: string, name: string): Promise<void> {
  return name === 'secret.key' ? copyOne(from, to) : copyTree(from, to)
}
