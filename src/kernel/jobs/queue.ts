/** Work after the commit: queued in the same transaction, done at least once. */
import type { Transaction } from '../db/transaction.ts'

export interface JobQueue {
  /** Queues in the caller's transaction: rolled back with it. */
  enqueue(
    tx: Transaction,
    tenant: string,
    jobs: { name: string; payload: Record<string, unknown> }[],
  ): Promise<void>
  /** Begins to work on what is queued and by the clock. */
  start(): Promise<void>
  /** Lets running jobs end, takes no new ones. */
  stop(): Promise<void>
  /** How many of the company wait, run and failed, by job. */
  state(tenant: string): Promise<JobFigures[]>
  /** What of the company was given up and not made up for since, newest first. */
  failures(tenant: string): Promise<JobFailure[]>
  /** Gives a piece of work that was given up another try; false when there is none such. */
  runAgain(tenant: string, id: string): Promise<boolean>
}

export interface JobFigures {
  name: string
  label: string
  /** Cron text of work by the clock. */
  every: string | null
  waiting: number
  active: number
  failed: number
  /** Since when the oldest that waits could be done; for a repeated one, when it is due. */
  dueAt: string | null
  /** When one was last done; known for three days. */
  doneAt: string | null
}

export interface JobFailure {
  id: string
  name: string
  label: string
  at: string
  tries: number
  /** What the program said, in English. */
  message: string
}
