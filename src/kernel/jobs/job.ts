/** Work done after the commit, or by the clock: mail, imports, checks. */
import type { House } from '../house.ts'

export interface Job {
  /** '<module>.<what>', e.g. 'orders.mail-confirmation'. */
  name: string
  /** Cron text in the company's time zone, for work by the clock. */
  every?: string
  /** Must be safe to run twice: a job is delivered at least once. */
  run(house: House, call: JobCall): Promise<void>
}

export interface JobCall {
  tenant: string
  payload: Record<string, unknown>
  now: Date
  signal: AbortSignal
}

export function defineJob(job: Job): Job {
  return job
}
