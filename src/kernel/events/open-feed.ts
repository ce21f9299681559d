/** Opens the feed of changes: own news at once, those of other processes through the database. */
import { randomUUID } from 'node:crypto'
import type { PoolConfig } from 'pg'
import type { Batch, Change, ChangeFeed } from './feed.ts'
import { openLine, type Line } from './line.ts'
import { entitiesOf, payloadsOf, readPayload } from './payload.ts'

export interface ChangeFeedOptions {
  /** A direct connection: one cannot listen through a pool of transactions. */
  app: PoolConfig
}

/** News for the other processes is gathered this long. */
const gatherMs = 100
/** More changes than this fit into no news: then only the entities are kept. */
const mostKept = 100

interface Feed {
  self: string
  /** Company → batches delivered so far. */
  delivered: Map<string, number>
  listeners: Set<(batch: Batch) => void>
  waiting: Batch[]
  timer: NodeJS.Timeout | null
  line: Line | null
}

export async function openChangeFeed({ app }: ChangeFeedOptions): Promise<ChangeFeed> {
  const feed: Feed = {
    self: randomUUID(),
    delivered: new Map(),
    listeners: new Set(),
    waiting: [],
    timer: null,
    line: null,
  }
  feed.line = await openLine(app, (payload) => hear(feed, payload))
  return {
    publish: (tenant, changes, by) => publish(feed, { tenant, by, changes }),
    subscribe(listener) {
      feed.listeners.add(listener)
      return () => void feed.listeners.delete(listener)
    },
    last: (tenant) => `${feed.self} ${feed.delivered.get(tenant) ?? 0}`,
    close: () => close(feed),
  }
}

function publish(feed: Feed, batch: Batch): void {
  if (batch.changes.length === 0) return
  deliver(feed, batch)
  keep(feed, [batch])
  feed.timer ??= setTimeout(() => void tellOthers(feed), gatherMs)
}

function deliver(feed: Feed, batch: Batch): void {
  const { tenant } = batch
  feed.delivered.set(tenant, (feed.delivered.get(tenant) ?? 0) + 1)
  for (const listener of feed.listeners) listener(batch)
}

function keep(feed: Feed, batches: readonly Batch[]): void {
  feed.waiting.push(...batches)
  const many = feed.waiting.reduce((sum, batch) => sum + batch.changes.length, 0)
  if (many > mostKept) feed.waiting = entitiesByTenant(feed.waiting)
}

function entitiesByTenant(batches: readonly Batch[]): Batch[] {
  const byTenant = new Map<string, Change[]>()
  for (const { tenant, changes } of batches) {
    byTenant.set(tenant, [...(byTenant.get(tenant) ?? []), ...changes])
  }
  return [...byTenant].map(([tenant, changes]) => ({
    tenant,
    by: null,
    changes: entitiesOf(changes),
  }))
}

/** What could not be told is told with the next news. */
async function tellOthers(feed: Feed): Promise<void> {
  const batches = feed.waiting
  feed.waiting = []
  let told = true
  for (const payload of payloadsOf(feed.self, batches)) {
    if (told) told = (await feed.line?.tell(payload)) ?? false
  }
  feed.timer = null
  if (!told) keep(feed, batches)
  if (feed.waiting.length > 0) feed.timer = setTimeout(() => void tellOthers(feed), gatherMs)
}

/** Own news comes back over the line; it was delivered when it was published. */
function hear(feed: Feed, payload: string): void {
  const news = readPayload(payload)
  if (!news || news.from === feed.self) return
  for (const batch of news.batches) deliver(feed, batch)
}

async function close(feed: Feed): Promise<void> {
  if (feed.timer) clearTimeout(feed.timer)
  if (feed.waiting.length > 0) await tellOthers(feed)
  if (feed.timer) clearTimeout(feed.timer)
  feed.listeners.clear()
  await feed.line?.close()
}
