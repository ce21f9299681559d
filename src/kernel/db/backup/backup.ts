/** Keeps a copy of everything the company has in the program, taken while it works. */
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { PoolConfig } from 'pg'
import { majorVersion } from '../embedded/binaries.ts'
import { placeOf } from '../embedded/place.ts'
import { copyCluster } from './cluster-copy.ts'
import { copyOne, copyTree, flush, type OnCopied } from './copy-tree.ts'
import { type Cause, type Manifest, platform, writeManifest } from './manifest.ts'
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
  /** Why it is made; by hand unless told. */
  cause?: Cause
  onCopied?: OnCopied
}

/**
 * Backs up the database, the files and the secret key. The embedded database is copied as it is;
 * of a database server each table is exported.
 * @returns the folder of the backup; it is there only when it is complete
 */
export async function backup(options: BackupOptions): Promise<string> {
  const { now, withFiles = true, cause = 'hand' } = options
  const folder = join(resolve(options.backupDir), nameOf(now))
  const unfinished = `${folder}.unfinished`
  await mkdir(resolve(options.backupDir), { recursive: true, mode: 0o700 })
  await mkdir(unfinished, { mode: 0o700 })
  try {
    let bytes = 0
    const counted = {
      ...options,
      onCopied: (copied: number) => {
        bytes += copied
        options.onCopied?.(copied)
      },
    }
    const content = await copyDatabase(counted, unfinished)
    if (withFiles) await copyFiles(counted, unfinished)
    const madeAt = now.toISOString()
    await writeManifest(unfinished, { format: 1, madeAt, withFiles, cause, bytes, content })
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

type Counted = BackupOptions & { onCopied: OnCopied }

async function copyDatabase(options: Counted, to: string): Promise<Manifest['content']> {
  const { owner, dataDir, onCopied } = options
  if (!isEmbedded(options) || options.portable)
    return exportTables(owner, join(to, 'tables'), onCopied)
  await copyCluster(owner, placeOf(dataDir).cluster, join(to, 'postgres'), onCopied)
  return { kind: 'physical', postgres: majorVersion, platform }
}

/** Whether the database is the embedded one of the data folder. */
export function isEmbedded({ owner, dataDir }: Pick<BackupOptions, 'owner' | 'dataDir'>): boolean {
  return owner.host === placeOf(dataDir).socket
}

// After the database: a file is on disk before the row that names it.
async function copyFiles({ dataDir, onCopied }: Counted, to: string): Promise<void> {
  const files = join(dataDir, 'files')
  if (existsSync(files)) await copyTree(files, join(to, 'files'), { onCopied })
  await copyOne(join(dataDir, 'secret.key'), join(to, 'secret.key'), onCopied)
}
