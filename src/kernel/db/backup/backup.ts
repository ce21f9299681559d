/** Keeps a copy of everything the company has in the program, taken while it works. */
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { PoolConfig } from 'pg'
import { majorVersion } from '../embedded/binaries.ts'
import { placeOf } from '../embedded/place.ts'
import { copyCluster } from './cluster-copy.ts'
import { copyOne, copyTree, flush } from './copy-tree.ts'
import { type Manifest, platform, writeManifest } from './manifest.ts'
import { exportTables } from './tables-out.ts'

export interface BackupOptions {
  owner: PoolConfig
  dataDir: string
  /** Where backups are kept; this one becomes a folder in it, named by the instant. */
  backupDir: string
  now: Date
  /** False leaves the uploaded files out (a backup before an upgrade, which touches no file). */
  withFiles?: boolean
  /** Text files per table also for the embedded database: for another platform or a server. */
  portable?: boolean
}

/**
 * Backs up the database, the files and the secret key. The embedded database is copied as it is;
 * of a database server each table is exported.
 * @returns the folder of the backup; it is there only when it is complete
 */
export async function backup(options: BackupOptions): Promise<string> {
  const { dataDir, now, withFiles = true } = options
  const folder = join(resolve(options.backupDir), nameOf(now))
  const unfinished = `${folder}.unfinished`
  await mkdir(resolve(options.backupDir), { recursive: true, mode: 0o700 })
  await mkdir(unfinished, { mode: 0o700 })
  try {
    const content = await copyDatabase(options, unfinished)
    if (withFiles) await copyFiles(dataDir, unfinished)
    await writeManifest(unfinished, { format: 1, madeAt: now.toISOString(), withFiles, content })
    await flush(unfinished)
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
  return folder
}

/** An instant as a folder's name, e.g. `2026-03-01T09-30-00-000Z`. */
export function nameOf(instant: Date): string {
  return instant.toISOString().replaceAll(/[:.]/g, '-')
}

async function copyDatabase(options: BackupOptions, to: string): Promise<Manifest['content']> {
  const place = placeOf(options.dataDir)
  const isEmbedded = options.owner.host === place.socket
  if (!isEmbedded || options.portable) return exportTables(options.owner, join(to, 'tables'))
  await copyCluster(options.owner, place.cluster, join(to, 'postgres'))
  return { kind: 'physical', postgres: majorVersion, platform }
}

// After the database: a file is on disk before the row that names it.
async function copyFiles(dataDir: string, to: string): Promise<void> {
  const files = join(dataDir, 'files')
  if (existsSync(files)) await copyTree(files, join(to, 'files'))
  await copyOne(join(dataDir, 'secret.key'), join(to, 'secret.key'))
}
