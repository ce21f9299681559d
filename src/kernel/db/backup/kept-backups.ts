/** The backups that lie in the folder of backups, newest first. */
import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Cause, readManifest } from './manifest.ts'

export interface KeptBackup {
  /** Its folder inside the folder of backups. */
  name: string
  madeAt: string
  /** False for one made before an upgrade, which leaves the uploaded files out. */
  withFiles: boolean
  /** Null for one of an older version, as its size is. */
  cause: Cause | null
  bytes: number | null
}

/** What is no whole backup (one that is being made, another folder) is left out. */
export async function keptBackups(backupDir: string): Promise<KeptBackup[]> {
  if (!existsSync(backupDir)) return []
  const entries = await readdir(backupDir, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const found = await Promise.all(folders.map((name) => keptBackup(backupDir, name)))
  return found
    .filter((one) => one !== null)
    .toSorted((one, other) => other.madeAt.localeCompare(one.madeAt))
}

async function keptBackup(backupDir: string, name: string): Promise<KeptBackup | null> {
  if (name.endsWith('.unfinished') || !existsSync(join(backupDir, name, 'backup.json'))) return null
  // One whose description cannot be read cannot be put back either.
  const manifest = await readManifest(join(backupDir, name)).catch(() => null)
  if (manifest === null) return null
  const { madeAt, withFiles, cause = null, bytes = null } = manifest
  return { name, madeAt, withFiles, cause, bytes }
}

/** The last one from which everything can be put back. */
export async function lastBackup(backupDir: string): Promise<KeptBackup | undefined> {
  return (await keptBackups(backupDir)).find(({ withFiles }) => withFiles)
}

/** Of those made by the clock only the newest are kept; what people made is theirs to remove. */
export async function removeOldBackups(backupDir: string, kept: number): Promise<void> {
  const daily = (await keptBackups(backupDir)).filter(({ cause }) => cause === 'daily')
  for (const { name } of daily.slice(kept)) await rm(join(backupDir, name), { recursive: true })
}

const abandonedMs = 24 * 60 * 60 * 1000

/** What a process that was killed left half-made. */
export async function removeUnfinished(backupDir: string, now: Date): Promise<void> {
  if (!existsSync(backupDir)) return
  for (const name of await readdir(backupDir)) {
    if (!name.endsWith('.unfinished')) continue
    const folder = join(backupDir, name)
    const { mtimeMs } = await stat(folder)
    if (now.getTime() - mtimeMs > abandonedMs) await rm(folder, { recursive: true })
  }
}
