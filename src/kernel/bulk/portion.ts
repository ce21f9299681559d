/** A part of long work on many records, done in one transaction. */
import type { Refused } from './refused.ts'

export interface Portion {
  done: number
  changed: number
  refused: Refused[]
  /** Where undoing or a scan came to; absent for other work. */
  at?: string
}
