/** Confirming an order sets goods aside and holds credit; amending or ending it lets go. */
import { expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { StockLevel } from '#modules/inventory/index.ts'
import { modules } from '#modules/index.ts'
import { CustomerAccount } from '#modules/receivables/index.ts'
import { checkOrders } from './check-orders.ts'
import { amendOrder, cancelOrder, closeOrder, confirmOrder, Order } from './index.ts'
import { draftOrder, openShop, type Shop } from './testing/shop.ts'

const world = useWorld(modules)
const open = (onHand = '10', terms = {}) => openShop(world(), [{ onHand, unitCost: '40' }], terms)
const levelOf = async (shop: Shop) =>
  (await world().program.list(StockLevel, { where: { product: shop.goods[0] ?? '' } }))[0]
const heldOf = async (shop: Shop) =>
  (await world().program.list(CustomerAccount, { where: { customer: shop.customer } }))[0]?.held

test('confirming sets the goods aside and holds the credit', async () => {
  const shop = await open()
  const order = await draftOrder(shop, ['4'])
  await shop.seller.do(confirmOrder, order.id)
  expect(await shop.seller.see(Order, order.id)).toMatchObject({ status: 'confirmed' })
  expect(await levelOf(shop)).toMatchObject({ onHand: '10', reserved: '4', available: '6' })
  expect(await heldOf(shop)).toBe('420')
  expect(await world().within((ctx) => ctx.sql(checkOrders(ctx)))).toEqual([])
})

test('an order without lines, rate or enough goods is refused', async () => {
  const shop = await open()
  const empty = await draftOrder(shop, [])
  await refuses(shop.seller.do(confirmOrder, empty.id), 'document.no-lines', 'lines')
  const foreign = await draftOrder(shop, ['1'], { currency: 'USD' })
  await refuses(shop.seller.do(confirmOrder, foreign.id), 'document.no-rate', 'rate')
  const big = await draftOrder(shop, ['11'])
  const refusal = await refuses(shop.seller.do(confirmOrder, big.id), 'stock.not-enough')
  expect(refusal.facts).toMatchObject({ wanted: '11', available: '10' })
  expect(await levelOf(shop)).toMatchObject({ reserved: '0' })
  await refuses(draftOrder(shop, ['1'], { rate: '0' }), 'field.too-small', 'rate')
})

test('credit beyond the limit is refused, and what was set aside comes free', async () => {
  const shop = await open('10', { creditLimit: '500' })
  const first = await draftOrder(shop, ['4'])
  await shop.seller.do(confirmOrder, first.id)
  const second = await draftOrder(shop, ['1'])
  const refusal = await refuses(shop.seller.do(confirmOrder, second.id), 'credit.over-limit')
  expect(refusal.facts).toMatchObject({ limit: '500', used: '420', wanted: '105' })
  expect(await levelOf(shop)).toMatchObject({ reserved: '4' })
})

test('ten orders at once never exceed the limit', async () => {
  const shop = await open('99', { creditLimit: '500' })
  const orders = await Promise.all(Array.from({ length: 10 }, () => draftOrder(shop, ['1'])))
  const ends = await Promise.allSettled(
    orders.map((order) => shop.seller.do(confirmOrder, order.id)),
  )
  expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(4)
  expect(await heldOf(shop)).toBe('420')
  expect(await levelOf(shop)).toMatchObject({ reserved: '4' })
})

test('amending gives a new revision and lets go until it is confirmed again', async () => {
  const shop = await open()
  const order = await draftOrder(shop, ['4'])
  await shop.seller.do(confirmOrder, order.id)
  await refuses(shop.seller.do(amendOrder, order.id), 'action.reason-needed')
  await shop.seller.do(amendOrder, order.id, {}, { reason: 'The customer wants more' })
  expect(await levelOf(shop)).toMatchObject({ reserved: '0' })
  expect(await heldOf(shop)).toBe('0')
  const [line] = order.lines
  await shop.seller.update(Order, order.id, { lines: [{ ...line, quantity: '6' }] })
  await shop.seller.do(confirmOrder, order.id)
  const again = await shop.seller.see(Order, order.id)
  expect(again).toMatchObject({ revision: 2, status: 'confirmed', total: '630' })
  expect(again.lines[0]?.id).toBe(line?.id)
  expect(await levelOf(shop)).toMatchObject({ reserved: '6' })
  expect(await heldOf(shop)).toBe('630')
})

test('cancelling and closing let everything go, each with a reason', async () => {
  const shop = await open()
  const [one, two] = [await draftOrder(shop, ['3']), await draftOrder(shop, ['2'])]
  for (const order of [one, two]) await shop.seller.do(confirmOrder, order.id)
  await refuses(shop.seller.do(cancelOrder, one.id), 'action.reason-needed')
  await shop.seller.do(cancelOrder, one.id, {}, { reason: 'Ordered twice' })
  expect(await heldOf(shop)).toBe('210')
  await shop.seller.do(closeOrder, two.id, {}, { reason: 'No longer made' })
  expect(await shop.seller.see(Order, two.id)).toMatchObject({ status: 'closed', endedEarly: true })
  expect(await levelOf(shop)).toMatchObject({ onHand: '10', reserved: '0', available: '10' })
  expect(await heldOf(shop)).toBe('0')
  await refuses(shop.seller.do(confirmOrder, one.id), 'action.wrong-state')
  expect(await world().within((ctx) => ctx.sql(checkOrders(ctx)))).toEqual([])
})

test('a confirmed order is frozen, a colleague does not find it', async () => {
  const shop = await open()
  const order = await draftOrder(shop, ['1'])
  await shop.seller.do(confirmOrder, order.id)
  await refuses(shop.seller.update(Order, order.id, { lines: [] }), 'record.locked', 'lines')
  // What is there may be said once more: a list that went out comes in again.
  const { customer } = await shop.seller.see(Order, order.id)
  await shop.seller.update(Order, order.id, { customer })
  await shop.seller.update(Order, order.id, { note: 'Call before delivery' })
  const colleague = await world().as('sales', 'Other seller')
  await refuses(colleague.do(confirmOrder, order.id), 'record.not-found')
  expect(await shop.keeper.see(Order, order.id)).toMatchObject({ id: order.id })
  const draft = await draftOrder(shop, ['1'])
  await refuses(shop.keeper.see(Order, draft.id), 'record.not-found')
})

test('without a warehouse the default one is taken', async () => {
  const shop = await openShop(world(), [{ onHand: '5', unitCost: '1' }])
  const order = await draftOrder(shop, ['1'], { warehouse: null, lines: [] })
  await shop.seller.update(Order, order.id, {
    lines: [{ product: shop.service, quantity: '1', unitPrice: '50', taxPercent: '5' }],
  })
  await shop.seller.do(confirmOrder, order.id)
  expect((await shop.seller.see(Order, order.id)).warehouse).not.toBeNull()
})

test('a new order that names the line of another leaves that line alone', async () => {
  const shop = await open()
  const { id } = await draftOrder(shop, ['4'])
  const { lines } = await shop.seller.see(Order, id)
  const taken = { product: shop.service, quantity: '9', unitPrice: '1', taxPercent: '5' }
  const stolen = { ...taken, id: lines[0]?.id ?? null }
  const other = await shop.seller.create(Order, { customer: shop.customer, lines: [stolen] })
  expect(other.lines).toMatchObject([{ product: shop.service, quantity: '9' }])
  expect((await shop.seller.see(Order, id)).lines).toEqual(lines)
})
