/** Long work that somebody asked for: kept in a table, done in batches, watched and cancelled. */
import type { Facts } from '../base/fail.ts'

/** What the tables of all kinds of runs have alike: status, counts, operation, cancel_wanted. */
export type RunTable = 'import_run' | 'bulk_run'

/** Which run is meant. */
export interface RunKey {
  table: RunTable
  tenant: string
  id: string
}

/** How far a run was when its worker last looked. */
export interface RunPlace {
  status: string
  /** What is undone as a whole; null: nothing, as long as nothing was written. */
  operation: string | null
  done: number
}

/** 'elsewhere': another worker has gone on with it, since this one was thought to be dead. */
export type Standing = 'here' | 'elsewhere' | 'cancelled' | 'taken-back'

/** Why a run ended before it was through. */
export interface Fault {
  rule: string
  facts: Facts
}

export type RunEnd = 'checked' | 'done' | 'failed' | 'cancelled'
