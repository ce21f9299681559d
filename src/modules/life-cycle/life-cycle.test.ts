/** Customers come into the stages that rules ask for, with the reason; deals count at once. */
import { expect, test } from 'vitest'
import { jobCall } from '#kernel/testing/job-call.ts'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Customer } from '#modules/customers/index.ts'
import { confirmOrder } from '#modules/orders/index.ts'
import { draftOrder, openShop } from '#modules/orders/testing/shop.ts'
import {
  activateStageRule,
  previewStageRule,
  refreshStagesJob,
  StageChange,
  StageRule,
  stopStageRule,
} from './index.ts'

const world = useWorld(modules)

interface Wish {
  name: string
  order: number
  from: ('prospect' | 'active' | 'dormant' | 'lost')[]
  stage: 'prospect' | 'active' | 'dormant' | 'lost'
  customers: object
}

async function inForce(...wishes: Wish[]) {
  const manager = await world().as('manager')
  for (const old of await manager.list(StageRule, {})) {
    if (old.status === 'active') await manager.do(stopStageRule, old.id)
  }
  for (const wish of wishes) {
    const rule = await manager.create(StageRule, { ...wish, customers: wish.customers as never })
    await manager.do(activateStageRule, rule.id)
  }
  return manager
}

const signed: Wish = {
  name: 'Has bought',
  order: 1,
  from: ['prospect', 'dormant', 'lost'],
  stage: 'active',
  customers: { lastDealOn: { within: 'last-180-days' } },
}
const asleep: Wish = {
  name: 'Half a year',
  order: 2,
  from: ['active'],
  stage: 'dormant',
  customers: { lastDealOn: { within: 'over-180-days-ago' } },
}

async function night(): Promise<void> {
  const { house, tenant, clock } = world()
  await refreshStagesJob.run(house, jobCall({ tenant, now: clock.now }))
}

test('a deal signs at once; half a year without one makes dormant, with trace', async () => {
  const manager = await inForce(signed, asleep)
  const shop = await openShop(world(), [{ onHand: '9', unitCost: '40' }])
  const order = await draftOrder(shop, ['2'])
  const of = async () => manager.see(Customer, order.customer)
  expect(await of()).toMatchObject({ stage: 'prospect' })
  await shop.seller.do(confirmOrder, order.id)
  expect(await of()).toMatchObject({ stage: 'active', stageOn: '2026-11-23' })
  await night()
  expect(await of()).toMatchObject({ stage: 'active' })
  world().clock.now = new Date('2027-08-01T02:00:00Z')
  await night()
  await night()
  const now = await of()
  expect(now).toMatchObject({ stage: 'dormant', stageOn: '2027-08-01' })
  expect(now.stageReason).toContain('Half a year')
  expect(now.stageReason).toContain('2026-11-23')
  const changes = await manager.list(StageChange, {
    where: { customer: order.customer },
    sort: 'at',
  })
  expect(changes.map(({ from, stage, daysBefore }) => [from, stage, daysBefore])).toEqual([
    ['prospect', 'active', 0],
    ['active', 'dormant', 251],
  ])
  world().clock.now = new Date('2026-11-23T02:00:00Z')
})

test('the first rule that fits decides, and keeps who stands there already', async () => {
  const lost: Wish = { ...asleep, name: 'Gone', order: 1, from: ['prospect'], stage: 'lost' }
  const all: Wish = { ...lost, name: 'All', order: 2, from: [], stage: 'dormant' }
  const ann = await world().as('sales', 'Ann')
  const away = { phone: { empty: true }, tags: ['stage-test'] }
  const manager = await inForce(
    { ...lost, customers: away },
    { ...all, customers: { tags: ['stage-test'] } },
  )
  const tags = ['stage-test']
  const { id } = await ann.create(Customer, { name: 'Nowhere', tags })
  const other = await ann.create(Customer, { name: 'Somewhere', phone: '02 2771 2171', tags })
  await night()
  await night()
  expect(await manager.see(Customer, id)).toMatchObject({ stage: 'lost' })
  expect(await manager.see(Customer, other.id)).toMatchObject({ stage: 'dormant' })
})

test('what a person sets is written down with the person', async () => {
  const manager = await inForce()
  const ann = await world().as('sales', 'Ann')
  const { id } = await ann.create(Customer, { name: 'Lost One' })
  await ann.update(Customer, id, { stage: 'lost' })
  const [change] = await manager.list(StageChange, { where: { customer: id } })
  expect(change).toMatchObject({ from: 'prospect', stage: 'lost', by: ann.caller.person.id })
})

test('a rule shows whom it moves, and one that moves many wants their number', async () => {
  const ann = await world().as('sales', 'Ann')
  for (let at = 0; at < 12; at += 1)
    await ann.create(Customer, { name: `Many ${at}`, tags: ['many'] })
  const manager = await world().as('manager')
  const rule = await manager.create(StageRule, {
    name: 'Everybody',
    from: ['prospect'],
    stage: 'dormant',
    customers: { tags: ['many'] },
  })
  const { result } = await manager.do(previewStageRule, rule.id)
  const { where } = result as { where: object }
  const shown = await manager.list(Customer, { where: where as never, limit: 200 })
  expect(shown.length).toBe(12)
  const { facts } = await refuses(manager.do(activateStageRule, rule.id), 'customer.confirm-count')
  expect(facts).toMatchObject({ count: 12 })
  await manager.do(activateStageRule, rule.id, { confirmed: 12 })
})
