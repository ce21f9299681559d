/** The backups of the installation, as its administrators are told over HTTP. */
import type { KeptBackup } from '../db/backup/kept-backups.ts'

export interface BackupAnswer {
  /** False where the installation holds other companies: then there is nothing more to see. */
  isAlone: boolean
  /** When the last whole one was made. */
  lastAt: string | null
  /** Where they lie on the machine that the program runs on; empty where it is not told. */
  folder: string
  plan: { hour: number | null; kept: number }
  run: {
    state: 'queued' | 'running' | 'done' | 'failed'
    startedAt: string
    /** Percent. */
    share: number
    /** Why it failed, in the reader's language. */
    why: string | null
  } | null
  /** The newest first. */
  backups: KeptBackup[]
}
