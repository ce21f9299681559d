/** Work done after the commit, or by the clock: mail, imports, checks. */
import type { House } from '../house.ts'

export interface Job {
  /** '<module>.<what>', e.g. 'orders.mail-confirmation'. */
  name: string
  /** What it does, for administrators. */
  label: string
  /** Cron text in the company's time zone, for work by the clock. */
  every?: string
  /** How many of this kind run at the same time in one process. Default 6. */
  atOnce?: number
  /** Must be safe to run twice: a job is delivered at least once. */
  run(house: House, call: JobCall): Promise<void>
}

export interface JobCall {
  tenant: string
  payload: Record<string, unknown>
  now: Date
  /** Aborted when the program stops: long work may end early and is begun again later. */
  signal: AbortSignal
  /** When it fails now, it is not tried again. */
  isLast: boolean
  log: JobLog
}

/** A failed job is tried again this often. */
export const retries = 5

/** Where the queue tells what went wrong; facts first, as pino takes them. */
export interface JobLog {
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

export function defineJob(job: Job): Job {
  return job
}
