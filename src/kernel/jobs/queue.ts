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
}

export interface JobFigures {
  name: string
  waiting: number
  active: number
  failed: number
}
