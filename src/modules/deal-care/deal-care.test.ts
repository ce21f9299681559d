/** Care before, during and after the sale becomes a task once, for whoever looks after the deal. */
import { expect, test } from 'vitest'
import { jobCall } from '#kernel/testing/job-call.ts'
import { useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { confirmOrder } from '#modules/orders/index.ts'
import { draftOrder, openShop } from '#modules/orders/testing/shop.ts'
import { sendShipment, shipOrder } from '#modules/shipping/index.ts'
import { Task } from '#modules/tasks/index.ts'
import { DealCareRule, dealCareJob } from './index.ts'

const world = useWorld(modules)

async function runOn(day: string): Promise<void> {
  const { house, tenant, clock } = world()
  clock.now = new Date(`${day}T02:00:00Z`)
  await dealCareJob.run(house, jobCall({ tenant, now: clock.now }))
}

test('an order waits, then its goods are on their way: each rule makes one task', async () => {
  world().clock.now = new Date('2026-11-23T02:00:00Z')
  const shop = await openShop(world(), [{ onHand: '10', unitCost: '40' }])
  const manager = await world().as('manager')
  const rule = (name: string, moment: 'order-waiting' | 'goods-sent', daysAfter: number) =>
    manager.create(DealCareRule, { name, moment, daysAfter, words: '問候' })
  await rule('告知交期', 'order-waiting', 2)
  await rule('詢問到貨', 'goods-sent', 3)
  const none = { name: { in: ['nobody'] } }
  await manager.create(DealCareRule, { name: '無人', moment: 'goods-sent', customers: none })
  const order = await draftOrder(shop, ['4'])
  await shop.seller.do(confirmOrder, order.id)
  const all = () => shop.seller.list(Task, { where: { kind: 'care' }, sort: 'title' })
  await runOn('2026-11-24')
  expect(await all()).toEqual([])
  await runOn('2026-11-25')
  await runOn('2026-11-26')
  const waits = { entity: 'order', record: order.id, dueOn: '2026-11-25' }
  expect(await all()).toMatchObject([waits])
  const [made] = await all()
  expect(await shop.seller.see(Task, made?.id ?? '')).toMatchObject({ note: '問候' })
  const { result } = await shop.keeper.do(shipOrder, order.id)
  const shipment = (result as { id: string }).id
  await shop.keeper.do(sendShipment, shipment)
  await runOn('2026-11-28')
  expect(await all()).toHaveLength(1)
  // A Sunday: it is due on the Monday.
  await runOn('2026-11-29')
  expect((await all()).find(({ record }) => record === shipment)).toMatchObject({
    entity: 'shipment',
    dueOn: '2026-11-30',
    owner: shop.seller.caller.person.id,
  })
  await runOn('2026-12-20')
  expect(await all()).toHaveLength(2)
})
