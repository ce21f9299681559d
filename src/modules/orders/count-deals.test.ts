/** First, last and number of deals stand with the customer, whatever becomes of the orders. */
import { expect, test } from 'vitest'
import { useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Customer } from '#modules/customers/index.ts'
import { amendOrder, cancelOrder, confirmOrder, Order } from './index.ts'
import { draftOrder, openShop } from './testing/shop.ts'

const world = useWorld(modules)

test('a deal counts from confirmation to cancellation, also while it is amended', async () => {
  const shop = await openShop(world(), [{ onHand: '50', unitCost: '40' }])
  const deals = async () => {
    const { firstDealOn, lastDealOn, dealCount } = await shop.seller.see(Customer, shop.customer)
    return [firstDealOn, lastDealOn, dealCount]
  }
  expect(await deals()).toEqual([null, null, 0])
  const [first, second] = [await draftOrder(shop, ['1']), await draftOrder(shop, ['2'])]
  await world().program.update(Order, first.id, { orderedOn: '2026-03-02' })
  await shop.seller.do(confirmOrder, first.id)
  await shop.seller.do(confirmOrder, second.id)
  const today = second.orderedOn
  expect(await deals()).toEqual(['2026-03-02', today, 2])
  const { version } = await shop.seller.see(Customer, shop.customer)
  await shop.seller.do(amendOrder, second.id, {}, { reason: 'More' })
  expect(await deals()).toEqual(['2026-03-02', today, 2])
  await shop.seller.do(confirmOrder, second.id)
  await shop.seller.do(cancelOrder, second.id, {}, { reason: 'Gone' })
  expect(await deals()).toEqual(['2026-03-02', '2026-03-02', 1])
  expect(await shop.seller.see(Customer, shop.customer)).toMatchObject({ version })
})
