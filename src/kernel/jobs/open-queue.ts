/** Opens the queue of work after the commit and by the clock, kept in the same database. */
import type { PoolConfig } from 'pg'
import { PgBoss, type JobInsert, type QueueOptions } from 'pg-boss'
import type { Transaction } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { openBell, type Bell } from './bell.ts'
import { bossWriter } from './boss-sql.ts'
import { failuresOf, figuresOf } from './job-figures.ts'
import { retries, type Job, type JobLog } from './job.ts'
import type { JobQueue } from './queue.ts'
import { bossConnection, prepareQueueSchema } from './queue-schema.ts'
import { syncSchedules } from './schedules.ts'
import { workOn, type Envelope } from './work.ts'

export interface JobQueueOptions {
  /** Makes and upgrades the queue's tables; a direct connection. */
  owner: PoolConfig
  /** Queues and works; a direct connection, since workers listen on it. */
  app: PoolConfig
  jobs: ReadonlyMap<string, Job>
  /** Asked when a job runs: the house is put together after its queue. */
  house: () => House
  /** False in a process that only queues. */
  work: boolean
  log: JobLog
  /** Workers are rung when there is work, and look by themselves this often. Default 5. */
  pollSeconds?: number
  /** Pause before a failed job is repeated, each time twice as long. Default 15. */
  retrySeconds?: number
}

const day = 24 * 60 * 60
const graceMs = 20_000
const syncMs = 60_000

interface Open extends JobQueueOptions {
  boss: PgBoss
  bell: Bell
  stopping: AbortController
  timer: NodeJS.Timeout | null
}

/** Prepares the tables and connects. Nothing is worked on before `start`. */
export async function openJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const { owner, jobs, log } = options
  const queue = queueOptions(options.retrySeconds ?? 15)
  await prepareQueueSchema({ owner, names: [...jobs.keys()], queue, log })
  const boss = new PgBoss(bossOptions(options))
  boss.on('error', (error) => log.error({ err: error }, 'The job queue met a fault'))
  boss.on('warning', (warning) => log.warn({ warning }, 'The job queue warns'))
  await boss.start()
  const bell = openBell(boss.getDb(), (error) =>
    log.warn({ err: error }, 'Workers could not be rung'),
  )
  const open: Open = { ...options, boss, bell, stopping: new AbortController(), timer: null }
  return {
    enqueue: (tx, tenant, wanted) => enqueue(open, tx, tenant, wanted),
    start: () => start(open),
    stop: () => stop(open),
    state: (tenant) => figuresOf(open, tenant),
    failures: (tenant) => failuresOf(open, tenant),
    runAgain: (tenant, id) => runAgain(open, tenant, id),
  }
}

function bossOptions({ app, work, pollSeconds = 5 }: JobQueueOptions) {
  return {
    ...bossConnection(app, work ? 5 : 2),
    migrate: false,
    createSchema: false,
    registerInstance: false,
    // The program's role owns no index.
    reindex: false,
    supervise: work,
    schedule: work,
    useListenNotify: work,
    cronMonitorIntervalSeconds: Math.min(pollSeconds * 6, 30),
    cronWorkerIntervalSeconds: Math.min(Math.max(pollSeconds, 1), 45),
  }
}

/** A worker that dies is missed after a minute; its jobs are given to another one. */
function queueOptions(retryDelay: number): QueueOptions {
  return {
    retryLimit: retries,
    retryDelay,
    retryBackoff: true,
    heartbeatSeconds: 60,
    expireInSeconds: day / 4,
    retentionSeconds: 30 * day,
    deleteAfterSeconds: 3 * day,
  }
}

/** @throws {Error} for a job that no module declares */
async function enqueue(
  open: Open,
  tx: Transaction,
  tenant: string,
  wanted: { name: string; payload: Record<string, unknown> }[],
): Promise<void> {
  const byName = new Map<string, JobInsert<Envelope>[]>()
  for (const { name, payload } of wanted) {
    if (!open.jobs.has(name)) throw new Error(`No such job: ${name}`)
    const list = byName.get(name) ?? []
    list.push({ data: { tenant, payload } })
    byName.set(name, list)
  }
  const db = bossWriter(tx)
  for (const [name, list] of byName) await open.boss.insert(name, list, { db })
  tx.afterCommit(() => open.bell.ring(byName.keys()))
}

async function start(open: Open): Promise<void> {
  if (!open.work) return
  const { boss, house, log, pollSeconds = 5 } = open
  const stopping = open.stopping.signal
  for (const job of open.jobs.values())
    await workOn({ boss, house, log, stopping, pollSeconds }, job)
  await sync(open)
  open.timer = setInterval(() => void sync(open), syncMs)
}

/** Companies are founded and move to other time zones while the program runs. */
async function sync({ boss, house, jobs, log, stopping }: Open): Promise<void> {
  if (stopping.signal.aborted) return
  await syncSchedules(boss, house(), [...jobs.values()], log).catch((error: unknown) => {
    log.error({ err: error }, 'The timetable of jobs could not be brought up to date')
  })
}

async function stop({ boss, bell, stopping, timer }: Open): Promise<void> {
  if (timer) clearInterval(timer)
  stopping.abort()
  await bell.close()
  await boss.stop({ graceful: true, timeout: graceMs })
}

async function runAgain(open: Open, tenant: string, id: string): Promise<boolean> {
  const failed = (await failuresOf(open, tenant)).find((one) => one.id === id)
  if (!failed) return false
  await open.boss.retry(failed.name, id)
  open.bell.ring([failed.name])
  return true
}
