/** A pool's customers are claimed once, within its limits; rules take back what is left alone. */
import { expect, test } from 'vitest'
import { sql } from '#kernel/db/sql.ts'
import { jobCall } from '#kernel/testing/job-call.ts'
import { refuses, useWorld, type Actor } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Customer } from '#modules/customers/index.ts'
import { Interaction } from '#modules/contacts/index.ts'
import {
  activateRule,
  claimEntry,
  dealPool,
  Pool,
  PoolEntry,
  previewRule,
  RecallRule,
  recallJob,
  releaseCustomer,
} from './index.ts'

const world = useWorld(modules)
const me = ({ caller }: Actor) => caller.person.id ?? ''
const waiting = { where: { status: 'waiting' } } as const
let count = 0

async function openPool(terms: object = {}) {
  count += 1
  const [ann, bob] = [await world().as('sales', 'Ann'), await world().as('sales', 'Bob')]
  const manager = await world().as('manager')
  const members = [me(ann), me(bob)]
  const pool = await manager.create(Pool, { name: `Pool ${count}`, members, ...terms })
  const release = async (actor: Actor, name: string) => {
    const { id } = await actor.create(Customer, { name, phone: '02 2771 2171' })
    await actor.do(releaseCustomer, id, { pool: pool.id }, { reason: 'No time' })
    const where = { pool: pool.id, customer: id }
    const [entry] = await manager.list(PoolEntry, { where })
    return { customer: id, entry: entry?.id ?? '' }
  }
  return { ann, bob, manager, pool, release }
}

test('given back, a customer is nobody’s; another member claims it, once', async () => {
  const { ann, bob, manager, pool, release } = await openPool()
  const { customer, entry } = await release(ann, 'Harbor Books')
  await refuses(ann.see(Customer, customer), 'record.not-found')
  expect(await manager.see(Customer, customer)).toMatchObject({ owner: null, pool: pool.id })
  const outsider = await world().as('sales', 'Carol')
  expect(await outsider.list(PoolEntry, waiting)).toEqual([])
  expect(await bob.list(PoolEntry, waiting)).toEqual([
    expect.objectContaining({ name: 'Harbor Books', why: 'released' }),
  ])
  expect(await bob.see(PoolEntry, entry)).toMatchObject({ formerOwner: me(ann) })
  await refuses(ann.do(claimEntry, entry), 'pool.cooling')
  const tries = await Promise.allSettled([bob.do(claimEntry, entry), bob.do(claimEntry, entry)])
  expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await bob.see(Customer, customer)).toMatchObject({ owner: me(bob), pool: null })
})

test('claims a day and customers in hand are limited; cooling ends', async () => {
  const { ann, bob, release } = await openPool({ claimsPerDay: 1, coolingDays: 5 })
  const [first, second] = [await release(ann, 'One'), await release(ann, 'Two')]
  await bob.do(claimEntry, first.entry)
  await refuses(bob.do(claimEntry, second.entry), 'pool.enough-today')
  world().clock.now = new Date('2026-11-29T02:00:00Z')
  await ann.do(claimEntry, second.entry)
  world().clock.now = new Date('2026-11-23T02:00:00Z')
  const full = await openPool({ customersInHand: 1 })
  const { entry } = await full.release(ann, 'Three')
  await refuses(bob.do(claimEntry, entry), 'pool.enough-in-hand')
})

test('a customer that a lead gives to somebody waits no longer', async () => {
  const { ann, bob, manager, release } = await openPool()
  const { customer, entry } = await release(ann, 'Given away')
  await world().program.update(Customer, customer, { owner: me(bob), name: 'Given, renamed' })
  expect(await manager.see(PoolEntry, entry)).toMatchObject({ status: 'withdrawn' })
})

test('what waits is dealt out in turn; nobody gets back what is cooling', async () => {
  const { ann, bob, manager, pool, release } = await openPool()
  for (const name of ['D1', 'D2', 'D3']) await release(ann, name)
  const { result } = await manager.do(dealPool, pool.id, { rule: 'round', most: 10 })
  expect(result).toEqual({ dealt: 3 })
  const got = await manager.list(PoolEntry, { where: { pool: pool.id } })
  expect(new Set(got.map(({ claimedBy }) => claimedBy))).toEqual(new Set([me(bob)]))
  await refuses(manager.do(dealPool, pool.id, { rule: 'round', most: 10 }), 'pool.nothing-to-deal')
  await manager.update(Pool, pool.id, { members: [] })
  await refuses(manager.do(dealPool, pool.id, { rule: 'round', most: 10 }), 'pool.no-member')
})

test('a rule takes back at night what was left alone, after a warning', async () => {
  const { ann, manager, pool } = await openPool()
  const { clock, house, tenant } = world()
  const [left, cared] = [
    await ann.create(Customer, { name: 'Left alone', tags: ['recall'] }),
    await ann.create(Customer, { name: 'Cared for', tags: ['recall'] }),
  ]
  const rule = await manager.create(RecallRule, {
    name: `Quiet ${count}`,
    pool: pool.id,
    when: 'no-contact',
    days: 30,
    warnDays: 5,
    customers: { tags: 'recall' },
  })
  await manager.do(activateRule, rule.id)
  const night = async (day: string) => {
    clock.now = new Date(`${day}T02:00:00Z`)
    await recallJob.run(house, jobCall({ tenant, now: clock.now }))
  }
  const warned = () =>
    house.database.read<{ record: string }>(
      tenant,
      sql`select record from notification where tenant = ${tenant} and rule = 'notice.recall-near'`,
    )
  await night('2026-12-15')
  expect(await warned()).toEqual([])
  await ann.create(Interaction, { customer: cared.id, summary: 'Well' })
  await night('2026-12-18')
  await night('2026-12-19')
  expect(await warned()).toEqual([{ record: left.id }])
  await night('2026-12-22')
  expect(await manager.see(Customer, left.id)).toMatchObject({ owner: me(ann) })
  await night('2026-12-23')
  expect(await manager.see(Customer, left.id)).toMatchObject({ owner: null, pool: pool.id })
  expect(await manager.see(Customer, cared.id)).toMatchObject({ owner: me(ann) })
  clock.now = new Date('2026-11-23T02:00:00Z')
})

test('a rule that takes very many wants its number; a pool without members none', async () => {
  const { ann, manager, pool } = await openPool()
  for (let at = 0; at < 11; at += 1) await ann.create(Customer, { name: `Many ${at}` })
  world().clock.now = new Date('2027-06-01T02:00:00Z')
  const all = { name: `All ${count}`, pool: pool.id, when: 'no-contact', days: 1 } as const
  const rule = await manager.create(RecallRule, all)
  const { facts } = await refuses(manager.do(activateRule, rule.id), 'customer.confirm-count')
  const taken = Number(facts.count)
  expect(taken).toBeGreaterThan(10)
  const { result } = await manager.do(previewRule, rule.id)
  const { where } = result as { where: object }
  expect((await manager.list(Customer, { where: where as never, limit: 200 })).length).toBe(taken)
  await refuses(
    manager.do(activateRule, rule.id, { confirmed: taken - 1 }),
    'customer.confirm-count',
  )
  await manager.do(activateRule, rule.id, { confirmed: taken })
  const empty = await manager.create(Pool, { name: `Empty ${count}` })
  const other = await manager.create(RecallRule, { ...all, name: `E ${count}`, pool: empty.id })
  await refuses(manager.do(activateRule, other.id), 'recall.pool-without-member')
  world().clock.now = new Date('2026-11-23T02:00:00Z')
})
