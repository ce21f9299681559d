/** Returned goods come back at the cost they left with, in whatever parts they come. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { equals, isZero, min, minus } from '#kernel/money/decimal.ts'
import { refuses, useWorld, type Actor } from '#kernel/testing/world.ts'
import { StockValue } from '#modules/inventory/index.ts'
import { modules } from '#modules/index.ts'
import { LedgerEntry } from '#modules/ledger/index.ts'
import { confirmOrder, noteInvoiced, Order } from '#modules/orders/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { draftOrder, openShop } from '#modules/orders/testing/shop.ts'
import { CustomerAccount } from '#modules/receivables/index.ts'
import { sendShipment, Shipment, shipOrder } from '#modules/shipping/index.ts'
import { cancelReturn, GoodsReturn, receiveReturn, takeBack } from './index.ts'
import { returnedValue } from './returned-value.ts'

const world = useWorld(modules)
const idOf = ({ result }: { result?: unknown }) => (result as { id: string }).id

async function sentGoods(unitCost = '40', quantity = '5') {
  const shop = await openShop(world(), [{ onHand: '9', unitCost }])
  const order = await draftOrder(shop, [quantity])
  await shop.seller.do(confirmOrder, order.id)
  const shipment = idOf(await shop.keeper.do(shipOrder, order.id))
  await shop.keeper.do(sendShipment, shipment)
  return { shop, order, shipment }
}

/** Takes back part of the first line. */
async function giveBack(keeper: Actor, shipment: string, quantity: string): Promise<string> {
  const id = idOf(await keeper.do(takeBack, shipment))
  const { lines } = await keeper.see(GoodsReturn, id)
  await keeper.update(GoodsReturn, id, { lines: [{ ...lines[0], quantity }] })
  return id
}

test('what comes back is in stock again, and its cost is taken back', async () => {
  const { shop, order, shipment } = await sentGoods()
  const id = await giveBack(shop.keeper, shipment, '2')
  await shop.keeper.do(receiveReturn, id)
  const back = await world().program.see(GoodsReturn, id)
  expect(back).toMatchObject({ status: 'received', shipment, customer: shop.customer })
  expect(back.lines[0]?.value).toBe('80')
  const after = await world().program.see(Order, order.id)
  expect(after.lines[0]).toMatchObject({ shippedQuantity: '5', returnedQuantity: '2' })
  const [worth] = await world().program.list(StockValue, { where: { product: shop.goods[0] } })
  expect(worth).toMatchObject({ quantity: '6', value: '240' })
  const [entry] = await world().program.list(LedgerEntry, { where: { record: id } })
  expect(entry).toMatchObject({ why: `Return ${back.number}` })
  expect(await checkBooks(world())).toEqual([])
})

test('not more comes back than was sent, and nothing twice', async () => {
  const { shop, shipment } = await sentGoods()
  const much = await giveBack(shop.keeper, shipment, '6')
  const refusal = await refuses(shop.keeper.do(receiveReturn, much), 'return.more-than-sent')
  expect(refusal.facts).toMatchObject({ left: '5', quantity: '6' })
  const all = await giveBack(shop.keeper, shipment, '5')
  await shop.keeper.do(receiveReturn, all)
  await refuses(shop.keeper.do(receiveReturn, all), 'action.wrong-state')
  await refuses(shop.keeper.do(takeBack, shipment), 'return.nothing-left')
  await shop.keeper.do(cancelReturn, much)
  const { lines } = await shop.keeper.see(GoodsReturn, all)
  expect(lines[0]).not.toHaveProperty('value')
  await refuses(shop.keeper.update(GoodsReturn, all, { lines: [] }), 'record.locked', 'lines')
})

test('a return without lines, or of a line of another shipment, is refused', async () => {
  const { shop, shipment } = await sentGoods()
  const other = await sentGoods()
  const id = await giveBack(shop.keeper, shipment, '1')
  await shop.keeper.update(GoodsReturn, id, { lines: [] })
  await refuses(shop.keeper.do(receiveReturn, id), 'return.no-lines', 'lines')
  const foreign = await world().program.see(Shipment, other.shipment)
  const shipmentLine = foreign.lines[0]?.id as string
  await shop.keeper.update(GoodsReturn, id, {
    lines: [{ shipmentLine, product: other.shop.goods[0] ?? '', quantity: '1' }],
  })
  await refuses(shop.keeper.do(receiveReturn, id), 'return.wrong-line')
})

test('returned piece by piece, exactly the posted cost is taken back', async () => {
  const { shop, shipment } = await sentGoods('0.335', '3')
  for (let piece = 1; piece <= 3; piece += 1) {
    await shop.keeper.do(receiveReturn, await giveBack(shop.keeper, shipment, '1'))
    expect(await checkBooks(world())).toEqual([])
  }
  expect(await world().program.see(Shipment, shipment)).toMatchObject({ cost: '1.01' })
})

test('an order closes when what was kept is invoiced, and holds no more credit', async () => {
  const { shop, order, shipment } = await sentGoods()
  await shop.keeper.do(receiveReturn, await giveBack(shop.keeper, shipment, '2'))
  const [line] = order.lines
  const invoiced = (quantity: string, baseAmount: string) =>
    world().within((ctx) =>
      noteInvoiced(ctx, {
        order: order.id,
        quantities: new Map([[line?.id as string, quantity]]),
        baseAmount,
      }),
    )
  const state = async () => {
    const { status } = await world().program.see(Order, order.id)
    const where = { customer: shop.customer }
    const [account] = await world().program.list(CustomerAccount, { where })
    return { status, held: account?.held }
  }
  expect(await state()).toEqual({ status: 'shipped', held: '525' })
  await invoiced('3', '315')
  expect(await state()).toEqual({ status: 'closed', held: '0' })
  await invoiced('-3', '-315')
  expect(await state()).toEqual({ status: 'shipped', held: '525' })
})

test('the last piece takes what is left of the value', () => {
  const sent = { quantity: '3', value: '1', returnedQuantity: '2', returnedValue: '0.666666' }
  expect(returnedValue(sent, '1')).toBe('0.333334')
  const whole = { ...sent, returnedQuantity: '0', returnedValue: '0' }
  expect(returnedValue(whole, '1')).toBe('0.333333')
  expect(returnedValue(whole, '3')).toBe('1')
})

const quantity = fc
  .integer({ min: 1, max: 4000 })
  .map((units) => `${Math.floor(units / 1000)}.${String(units % 1000).padStart(3, '0')}`)
const step = fc.record({ back: fc.boolean(), quantity })

test('shipped and returned in whatever parts, the books stay true', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const shop = await openShop(world(), [
        { onHand: '20', unitCost: '3.337777' },
        { onHand: '20', unitCost: '0.015' },
      ])
      const order = await draftOrder(shop, ['9.125', '7'])
      await shop.seller.do(confirmOrder, order.id)
      const sent: string[] = []
      for (const { back, quantity: wanted } of steps) {
        if (back && sent[0]) await someBack(shop.keeper, sent[0], wanted)
        else if (!back) await somePart(shop.keeper, order.id, wanted, sent)
      }
      expect(await checkBooks(world())).toEqual([])
    }),
    { numRuns: 12 },
  )
})

async function somePart(keeper: Actor, order: string, wanted: string, sent: string[]) {
  if ((await keeper.see(Order, order)).status !== 'confirmed') return
  const id = idOf(await keeper.do(shipOrder, order))
  const { lines } = await keeper.see(Shipment, id)
  await keeper.update(Shipment, id, {
    lines: lines.map((line) => ({ ...line, quantity: min(wanted, line.quantity) })),
  })
  await keeper.do(sendShipment, id)
  sent.unshift(id)
}

async function someBack(keeper: Actor, shipment: string, wanted: string) {
  const { lines } = await keeper.see(Shipment, shipment)
  const left = lines.map((line) => minus(line.quantity, line.returnedQuantity))
  if (left.every(isZero)) return
  const id = idOf(await keeper.do(takeBack, shipment))
  const { lines: open } = await keeper.see(GoodsReturn, id)
  await keeper.update(GoodsReturn, id, {
    lines: open.map((line) => ({ ...line, quantity: min(wanted, line.quantity) })),
  })
  await keeper.do(receiveReturn, id)
  const after = await keeper.see(Shipment, shipment)
  expect(
    after.lines.some((line, at) => !equals(line.returnedQuantity, lines[at]!.returnedQuantity)),
  ).toBe(true)
}
