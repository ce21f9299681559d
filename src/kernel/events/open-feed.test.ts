/** News reaches every process once, also after the connection broke. */
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../db/with-client.ts'
import { newId } from '../db/new-id.ts'
import { cloneDatabase, type ClonedDatabase } from '../testing/cluster.ts'
import { eventually } from '../testing/use-house.ts'
import { manyOf, type Batch, type ChangeFeed } from './feed.ts'
import { openChangeFeed } from './open-feed.ts'
import { mostBytes, payloadsOf, readPayload } from './payload.ts'

let database: ClonedDatabase
let here: ChangeFeed
let there: ChangeFeed
const heard: { here: Batch[]; there: Batch[] } = { here: [], there: [] }

beforeAll(async () => {
  database = await cloneDatabase({ empty: true })
  here = await openChangeFeed(database.access)
  there = await openChangeFeed(database.access)
  here.subscribe((batch) => heard.here.push(batch))
  there.subscribe((batch) => heard.there.push(batch))
})

afterAll(async () => {
  await here.close()
  await there.close()
  await database.drop()
})

const tenant = newId()
const change = (id = newId()) => ({ entity: 'boat', id, action: 'update' })

async function hears(side: 'here' | 'there', batch: Batch): Promise<void> {
  await eventually(() => expect(heard[side]).toContainEqual(batch))
}

async function lines(): Promise<number[]> {
  return withClient(database.access.owner, async (client) => {
    const found = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity
        where application_name = 'shangmai-changes' and datname = current_database()`,
    )
    return found.rows.map((row) => row.pid)
  })
}

test('own news is heard at once and only once, others hear it too', async () => {
  const first = { tenant, by: newId(), changes: [change(), change()] }
  here.publish(first.tenant, first.changes, first.by)
  expect(heard.here).toEqual([first])
  await hears('there', first)
  // What the other side tells later comes over the same line: by then our own would have come back.
  const answer = { tenant, by: null, changes: [change()] }
  there.publish(answer.tenant, answer.changes, answer.by)
  await hears('here', answer)
  expect(heard.here).toEqual([first, answer])
  expect(heard.there).toEqual([first, answer])
})

test('very many changes are told to others by the name of the entity alone', async () => {
  const changes = Array.from({ length: 500 }, () => change())
  here.publish(tenant, changes, null)
  expect(heard.here.at(-1)?.changes).toHaveLength(500)
  await hears('there', { tenant, by: null, changes: [manyOf('boat')] })
})

test('who stopped listening hears nothing', async () => {
  const late: Batch[] = []
  const stop = here.subscribe((batch) => late.push(batch))
  stop()
  here.publish(tenant, [change()], null)
  expect(late).toEqual([])
})

test('a broken line is mended, and what happened meanwhile is told', async () => {
  const open = await lines()
  expect(open).toHaveLength(2)
  await withClient(database.access.owner, (client) =>
    client.query('select pg_terminate_backend(pid) from unnest($1::integer[]) pid', [open]),
  )
  await eventually(async () => {
    const sent = { tenant, by: null, changes: [change()] }
    here.publish(tenant, sent.changes, null)
    await new Promise((resolve) => {
      setTimeout(resolve, 300)
    })
    expect(heard.there).toContainEqual(sent)
  })
  const back = { tenant, by: null, changes: [change()] }
  there.publish(tenant, back.changes, null)
  await hears('here', back)
})

test('what is told while the line is down arrives later', async () => {
  const before = await lines()
  const lone = await openChangeFeed(database.access)
  const own = (await lines()).filter((pid) => !before.includes(pid))
  await withClient(database.access.owner, (client) =>
    client.query('select pg_terminate_backend(pid) from unnest($1::integer[]) pid', [own]),
  )
  const changes = [change()]
  lone.publish(tenant, changes, null)
  await hears('there', { tenant, by: null, changes })
  await lone.close()
})

test('no payload is longer than the database takes, and no entity is left out', () => {
  const anyChange = fc.record({
    entity: fc.string({ minLength: 1, maxLength: 30 }),
    id: fc.uuid(),
    action: fc.string({ maxLength: 20 }),
  })
  const anyBatch = fc.record({
    tenant: fc.uuid(),
    by: fc.option(fc.uuid()),
    changes: fc.array(anyChange, { minLength: 1, maxLength: 60 }),
  })
  fc.assert(
    fc.property(fc.array(anyBatch, { maxLength: 12 }), (batches) => {
      const payloads = payloadsOf('me', batches)
      for (const payload of payloads)
        expect(Buffer.byteLength(payload)).toBeLessThanOrEqual(mostBytes)
      const names = (list: readonly Batch[]) =>
        new Set(
          list.flatMap((batch) => batch.changes.map((one) => `${batch.tenant} ${one.entity}`)),
        )
      const told = payloads.flatMap((payload) => readPayload(payload)?.batches ?? [])
      expect(names(told)).toEqual(names(batches))
    }),
    { numRuns: 60 },
  )
})

test.each(['', 'x', 'null', '[]', '{"from":1,"batches":[]}', '{"from":"a"}'])(
  '%j is no news',
  (text) => {
    expect(readPayload(text)).toBeNull()
  },
)
