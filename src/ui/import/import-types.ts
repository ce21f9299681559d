/** What the server says about a table that is being brought in. */
import type { FieldMeta } from '#kernel/http/wire.ts'

export interface Guess {
  /** From 0. */
  column: number
  field: string | null
  /** 0 to 1; from 0.9 on nobody need look. */
  confidence: number
  why: 'name' | 'synonym' | 'similar' | 'content' | 'last' | null
}

/** The table as it is read now: encoding, separator, column names, first rows. */
export interface ImportLook {
  id: string
  sheets?: string[]
  sheet?: string
  encoding?: string
  /** False where the encoding is a guess that a person should look at. */
  encodingConfident?: boolean
  separator?: string
  headerRow?: number
  header: string[]
  preview: string[][]
  mapping: Guess[]
  /** What was chosen when the last table with these columns came in. */
  last?: { key: string | null; mode: ImportMode; createMissing: boolean }
  fields: FieldMeta[]
}

export interface RowProblem {
  row: number
  field?: string
  message: string
  value?: string
}

export interface LikelyRow {
  row: number
  value?: string
  /** Null where it is one that this person may not see. */
  like: { id: string; title: string; score: number; reasons: string[] } | null
}

export type ImportStatus =
  | 'new'
  | 'checking'
  | 'checked'
  | 'running'
  | 'done'
  | 'failed'
  | 'cancelled'

export interface ImportState {
  status: ImportStatus
  total: number
  done: number
  created: number
  updated: number
  unchanged: number
  rejected: number
  /** Taken, though they may be there already. */
  likely: number
  /** The first 200. */
  problems: RowProblem[]
  /** The first 200. */
  likelyRows: LikelyRow[]
  /** Why it went no further. */
  reason?: string
  /** Takes back at once what came in. */
  operation?: string
  /** Characters that could not be read. */
  unreadable: number
}

export type ImportMode = 'create' | 'upsert' | 'update'

export interface ImportOrder {
  mapping: Record<string, string | null>
  key?: string
  mode: ImportMode
  createMissing: boolean
  likely?: LikelyWish
  /** Rows with which the other is done. */
  except?: number[]
}

/** What becomes of rows that may be there already. */
export type LikelyWish = 'take' | 'leave'
