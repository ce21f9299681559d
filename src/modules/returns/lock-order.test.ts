/** A return locks the order before the stock, as confirming, sending and closing do. */
import { expect, test } from 'vitest'
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import { eventually } from '#kernel/testing/use-house.ts'
import { useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { closeOrder, confirmOrder, Order } from '#modules/orders/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { draftOrder, openShop } from '#modules/orders/testing/shop.ts'
import { sendShipment, Shipment, shipOrder } from '#modules/shipping/index.ts'
import { receiveReturn, reverseReturn, takeBack } from './index.ts'

const world = useWorld(modules)
const idOf = ({ result }: { result?: unknown }) => (result as { id: string }).id

/** Two of five are shipped, the rest is set aside; a return of the two is drafted. */
async function partlySent() {
  const shop = await openShop(world(), [{ onHand: '9', unitCost: '4' }])
  const order = await draftOrder(shop, ['5'])
  await shop.seller.do(confirmOrder, order.id)
  const shipment = idOf(await shop.keeper.do(shipOrder, order.id))
  const { lines } = await shop.keeper.see(Shipment, shipment)
  await shop.keeper.update(Shipment, shipment, { lines: [{ ...lines[0], quantity: '2' }] })
  await shop.keeper.do(sendShipment, shipment)
  const goodsReturn = idOf(await shop.keeper.do(takeBack, shipment))
  return { shop, order, goodsReturn }
}
type Sent = Awaited<ReturnType<typeof partlySent>>

/** Holds the order while the other works; refuses at once where that one holds the stock. */
async function stockIsFree({ shop, order }: Sent, other: () => Promise<unknown>) {
  let working: Promise<unknown> = Promise.resolve()
  await world().within(async (ctx) => {
    await ctx.lock(Order, order.id)
    working = other()
    await eventually(async () => expect(await waiting(ctx)).toBe('1'))
    await ctx.sql(
      sql`select 1 from stock_level
        where tenant = ${ctx.tenant} and product = ${shop.goods[0]}::uuid for update nowait`,
    )
  })
  await working
}

async function waiting(ctx: Ctx): Promise<string | undefined> {
  const [row] = await ctx.sql<{ count: string }>(
    sql`select count(*)::text as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return row?.count
}

test('a return that waits for its order holds no stock', async () => {
  const sent = await partlySent()
  const { keeper } = sent.shop
  await stockIsFree(sent, () => keeper.do(receiveReturn, sent.goodsReturn))
  await stockIsFree(sent, () =>
    keeper.do(reverseReturn, sent.goodsReturn, {}, { reason: 'They kept it' }),
  )
  expect(await checkBooks(world())).toEqual([])
})

test('goods come back while the order is closed, whoever is first', async () => {
  const all: Sent[] = []
  while (all.length < 8) all.push(await partlySent())
  const reason = 'No longer wanted'
  await Promise.all(
    all.flatMap(({ shop, order, goodsReturn }) => [
      shop.keeper.do(receiveReturn, goodsReturn),
      shop.seller.do(closeOrder, order.id, {}, { reason }),
    ]),
  )
  for (const { order } of all) {
    const { status, lines } = await world().program.see(Order, order.id)
    expect([status, lines[0]?.returnedQuantity]).toEqual(['closed', '2'])
  }
  expect(await checkBooks(world())).toEqual([])
})
