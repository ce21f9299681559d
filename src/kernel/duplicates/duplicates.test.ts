/** Likely duplicates: told at entry, found among all, decided by people, settled by a merge. */
import { beforeEach, expect, test } from 'vitest'
import { sightOf } from '../action/caller.ts'
import { stateOf, work } from '../bulk/testing/many.ts'
import { name, sql } from '../db/sql.ts'
import { defineEntity } from '../entity/entity.ts'
import { f } from '../field/f.ts'
import { merge } from '../merge/merge.ts'
import { defineModule } from '../module.ts'
import { jobCall } from '../testing/job-call.ts'
import { people } from '../testing/people.ts'
import { useHouse } from '../testing/use-house.ts'
import { refuses, type Actor } from '../testing/world.ts'
import { undo } from '../undo/undo.ts'
import { beginScan } from './begin-scan.ts'
import { askAgain, keepApart, mergePair } from './decide-pair.action.ts'
import { DuplicatePair } from './duplicate-pair.entity.ts'
import { findLikely } from './find-likely.ts'
import { indexKeysJob } from './index-keys.job.ts'

const Firm = defineEntity('firm', {
  label: { one: 'Firm', many: 'Firms' },
  title: 'name',
  fields: {
    name: f.text({ required: true, search: true }),
    phone: f.phone(),
    secret: f.text({ seenBy: ['lead'] }),
    owner: f.person({ default: 'me' }),
  },
  access: {
    read: { clerk: { owner: 'me' }, lead: 'all' },
    create: ['clerk', 'lead'],
    update: ['clerk', 'lead'],
    delete: ['lead'],
    merge: ['lead'],
  },
  duplicates: { name: 'name', phone: 'phone', secret: 'number' },
})
const trade = defineModule({
  name: 'trade',
  label: 'Trade',
  entities: [Firm, DuplicatePair],
  actions: [mergePair, keepApart, askAgain],
})

const world = useHouse([people, trade], async () => async () => undefined)
let clerk: Actor
let lead: Actor

beforeEach(async () => {
  clerk = await world().as('clerk')
  lead = await world().as('lead')
  const { house, tenant } = world()
  await house.database.transaction(tenant, async (tx) => {
    for (const table of ['firm', 'duplicate_pair', 'duplicate_key', 'duplicate_index'])
      tx.send(sql`delete from ${name(table)} where tenant = ${tenant}`)
  })
})

async function likely({ caller }: Actor, values: Record<string, unknown>) {
  const { house } = world()
  return findLikely(house.database, await sightOf(house, caller), Firm, values)
}

async function scan(by = lead) {
  const { id } = await beginScan(world().house, by.caller, Firm, {})
  await work(world(), id)
  return stateOf(world(), id)
}

const open = (by = lead) => by.list(DuplicatePair, { where: { status: 'open' } })

test('who enters one that is there is told so, with score and reasons', async () => {
  const { id } = await clerk.create(Firm, { name: '宏達貿易股份有限公司', phone: '02-2345-6789' })
  await clerk.create(Firm, { name: '立群科技' })
  expect(await likely(clerk, { name: '鸿达贸易', phone: '(02) 2345 6789' })).toEqual({
    likely: [
      {
        id,
        title: '宏達貿易股份有限公司',
        score: 97,
        reasons: ['Same phone number', 'Name sounds the same'],
      },
    ],
    hidden: { count: 0, owners: [] },
  })
  await clerk.update(Firm, id, { name: '大同', phone: null })
  expect((await likely(clerk, { name: '鸿达贸易' })).likely).toEqual([])
  expect((await likely(clerk, { name: '大同有限公司' })).likely).toHaveLength(1)
  await lead.remove(Firm, id)
  expect((await likely(clerk, { name: '大同有限公司' })).likely).toEqual([])
})

test('of what a colleague keeps only that there is one, and with whom', async () => {
  const other = await world().as('clerk', 'Colleague')
  const { id } = await other.create(Firm, { name: '宏達貿易' })
  await lead.update(Firm, id, { secret: '12345678' })
  const answer = await likely(clerk, { name: '宏达贸易有限公司' })
  expect(answer.likely).toEqual([])
  expect(answer.hidden.count).toBe(1)
  expect(answer.hidden.owners).toEqual(['Colleague'])
  // What one may not see is not found out by trying.
  expect(await likely(clerk, { secret: '12345678' })).toMatchObject({ hidden: { count: 0 } })
  expect((await likely(lead, { secret: '12345678' })).likely).toHaveLength(1)
})

test('a scan finds each pair once and keeps what was said of it', async () => {
  await clerk.create(Firm, { name: '宏達貿易股份有限公司' })
  const { id } = await clerk.create(Firm, { name: '鸿达贸易' })
  for (const one of ['立群科技', '立群貿易', '金鼎']) await clerk.create(Firm, { name: one })
  expect(await scan()).toMatchObject({ status: 'done', counts: { done: 5, changed: 1 } })
  const [pair] = await open()
  expect(pair).toMatchObject({ score: 80, reasons: ['same-sound'] })
  expect(await scan()).toMatchObject({ counts: { changed: 0 } })
  await lead.do(keepApart, pair?.id ?? '')
  expect(await scan()).toMatchObject({ counts: { changed: 0 } })
  expect(await open()).toEqual([])
  await lead.do(askAgain, pair?.id ?? '')
  await clerk.update(Firm, id, { name: 'Something else' })
  await scan()
  expect(await open()).toEqual([])
  await clerk.update(Firm, id, { name: '鸿达贸易' })
  await scan()
  expect(await open()).toHaveLength(1)
})

test('of many that are alike each is paired with five, and decisions bring the next', async () => {
  const ids: string[] = []
  for (let at = 0; at < 8; at += 1) ids.push((await clerk.create(Firm, { name: '宏達貿易' })).id)
  const first = ids.toSorted()[0] ?? ''
  const ofFirst = () => lead.list(DuplicatePair, { where: { status: 'open', record: first } })
  expect(await scan()).toMatchObject({ counts: { done: 8, changed: 25 } })
  expect(await ofFirst()).toHaveLength(5)
  expect(await scan()).toMatchObject({ counts: { changed: 0 } })
  for (const { id } of await ofFirst()) await lead.do(keepApart, id)
  expect(await scan()).toMatchObject({ counts: { changed: 2 } })
  expect(await ofFirst()).toHaveLength(2)
})

test('pairs are for those who may merge, and so is the scan', async () => {
  await clerk.create(Firm, { name: '宏達貿易' })
  await clerk.create(Firm, { name: '宏达贸易' })
  await scan()
  expect(await clerk.list(DuplicatePair)).toEqual([])
  expect(await open()).toHaveLength(1)
  await refuses(scan(clerk), 'record.not-allowed')
  const { id } = await beginScan(world().house, lead.caller, Firm, {})
  await refuses(scan(), 'duplicates.scan-goes-on')
  await work(world(), id)
})

test('a merge settles the pair, its undo opens it again', async () => {
  const { house } = world()
  const keep = await clerk.create(Firm, { name: '宏達貿易' })
  const drop = await clerk.create(Firm, { name: '宏达贸易' })
  await scan()
  const [pair] = await open()
  const { result } = await lead.do(mergePair, pair?.id ?? '')
  const ids = [keep.id, drop.id]
  expect(result).toEqual({ entity: 'firm', where: { id: ids }, merge: true })
  for (const [stays, goes] of [ids, ids.toReversed()]) {
    const wish = { keep: stays ?? '', drop: [goes ?? ''], take: {} }
    const { operation } = await merge(house, lead.caller, Firm, wish)
    const settled = await world().program.see(DuplicatePair, pair?.id ?? '')
    expect(settled).toMatchObject({ status: 'merged', record: keep.id, other: drop.id })
    await undo(house, lead.caller, operation ?? '', {})
    expect(await open()).toHaveLength(1)
  }
})

test('records of before get their keys, once', async () => {
  const { house, tenant, clock } = world()
  await clerk.create(Firm, { name: '宏達貿易' })
  const forget = sql`delete from duplicate_key where tenant = ${tenant}`
  await house.database.transaction(tenant, async (tx) => tx.send(forget))
  expect((await likely(clerk, { name: '宏達' })).likely).toEqual([])
  await indexKeysJob.run(house, jobCall({ tenant, now: clock.now }))
  expect((await likely(clerk, { name: '宏達' })).likely).toHaveLength(1)
  await house.database.transaction(tenant, async (tx) => tx.send(forget))
  await indexKeysJob.run(house, jobCall({ tenant, now: clock.now }))
  expect((await likely(clerk, { name: '宏達' })).likely).toEqual([])
})
