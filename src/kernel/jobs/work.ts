/** Does the queued work, each job by itself: one that fails does not hold back the others. */
import type { Job as BossJob, JobResult, PgBoss, WorkOptions } from 'pg-boss'
import type { House } from '../house.ts'
import { retries, type Job, type JobLog } from './job.ts'

/** How a job lies in the queue. */
export interface Envelope {
  tenant: string
  payload: Record<string, unknown>
}

export interface WorkPlace {
  boss: PgBoss
  house: () => House
  log: JobLog
  stopping: AbortSignal
  pollSeconds: number
}

// Batches must be larger than one: the worker goes on at once only after a full batch, else it
// waits for a ring.
const batches = {
  batchSize: 5,
  burstWhenBatchFull: true,
  perJobResults: true,
} as const satisfies WorkOptions

export async function workOn(place: WorkPlace, job: Job): Promise<void> {
  // Two batches at a time, so that a long job does not hold up all others of its kind.
  const localConcurrency = Math.min(2, job.atOnce ?? 6)
  const lanes = Math.floor((job.atOnce ?? 6) / localConcurrency)
  const options = { ...batches, localConcurrency, pollingIntervalSeconds: place.pollSeconds }
  await place.boss.work<Envelope, unknown, typeof options>(job.name, options, (batch) =>
    inLanes(batch, lanes, (queued) => doOne(place, job, queued)),
  )
}

async function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const waiting = items.values()
  const lane = async () => {
    for (const item of waiting) results.push(await work(item))
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return results
}

async function doOne(place: WorkPlace, job: Job, queued: BossJob<Envelope>): Promise<JobResult> {
  const { id, data, retryCount } = queued
  const house = place.house()
  const signal = AbortSignal.any([queued.signal, place.stopping])
  const isLast = retryCount >= retries
  try {
    const { tenant, payload } = data
    await job.run(house, { tenant, payload, now: house.now(), signal, isLast, log: place.log })
    return { id, status: 'completed' }
  } catch (error) {
    const facts = { job: job.name, id, tenant: data.tenant, attempt: retryCount + 1, err: error }
    place.log.error(facts, 'A job failed')
    return { id, status: 'failed', output: { message: messageOf(error) } }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
