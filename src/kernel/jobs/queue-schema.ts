/** The queue's tables: made and upgraded by the owner, worked with by the program's role. */
import { setTimeout as delay } from 'node:timers/promises'
import { type Client, type PoolConfig } from 'pg'
import { PgBoss, type ConstructorOptions, type QueueOptions } from 'pg-boss'
import { appRole } from '../db/roles.ts'
import { withClient } from '../db/with-client.ts'
import type { JobLog } from './job.ts'

export const queueSchema = 'pgboss'

export interface QueueSchemaOptions {
  owner: PoolConfig
  names: readonly string[]
  queue: QueueOptions
  log: JobLog
}

/** What the queue opens its own connections with; absent fields stay absent. */
export function bossConnection(access: PoolConfig, connections: number): ConstructorOptions {
  return { ...(access as ConstructorOptions), schema: queueSchema, max: connections }
}

/** May be repeated, and run by several processes at once: the later one waits. */
export async function prepareQueueSchema(options: QueueSchemaOptions): Promise<void> {
  await withClient(options.owner, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('shangmai.jobs'))")
    await install(options)
    await grant(client)
  })
}

async function install({ owner, names, queue, log }: QueueSchemaOptions): Promise<void> {
  const boss = new PgBoss({
    ...bossConnection(owner, 2),
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  boss.on('error', (error) => log.error({ err: error }, 'The job queue could not be prepared'))
  await boss.start()
  try {
    await indexesBuilt(boss)
    for (const name of names) {
      await boss.createQueue(name, queue)
      await boss.updateQueue(name, queue)
    }
  } finally {
    await boss.stop({ graceful: true, timeout: 60_000 })
  }
}

/** An upgrade of the queue builds indexes in the background, which only the owner may do. */
async function indexesBuilt(boss: PgBoss): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const entries = await boss.getBamStatus()
    const open = entries.some((entry) => ['pending', 'in_progress'].includes(entry.status))
    if (!open) return
    await delay(100)
  }
}

async function grant(client: Client): Promise<void> {
  const rights = [
    ['select, insert, update, delete', 'tables'],
    ['usage', 'sequences'],
    ['execute', 'functions'],
  ]
  await client.query(`grant usage on schema ${queueSchema} to ${appRole}`)
  for (const [verbs, things] of rights) {
    const verb = `grant ${verbs} on`
    await client.query(`${verb} all ${things} in schema ${queueSchema} to ${appRole}`)
    await client.query(
      `alter default privileges in schema ${queueSchema} ${verb} ${things} to ${appRole}`,
    )
  }
}
