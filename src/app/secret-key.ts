/** The key that seals secrets at rest: set by the operator, or made once and kept. */
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from './settings.ts'

/** The key's text; processes that start at the same time get the same one. */
export function readSecretKey(settings: Pick<Settings, 'secretKey' | 'dataDir'>): string {
  if (settings.secretKey) return settings.secretKey
  const file = join(settings.dataDir, 'secret.key')
  if (!existsSync(file)) createKey(file, settings.dataDir)
  return readFileSync(file, 'utf8').trim()
}

// A link appears at once and whole, or not at all because another process was first.
function createKey(file: string, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(aside, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(aside)
  }
}
