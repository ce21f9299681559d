/** Shipping in parts and together: stock, cost of sales and orders always agree. */
import { expect, test } from 'vitest'
import type { Refusal } from '#kernel/base/fail.ts'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { Customer } from '#modules/customers/index.ts'
import { StockLevel } from '#modules/inventory/index.ts'
import { modules } from '#modules/index.ts'
import { LedgerEntry } from '#modules/ledger/index.ts'
import { amendOrder, closeOrder, confirmOrder, Order } from '#modules/orders/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { draftOrder, openShop, type Shop } from '#modules/orders/testing/shop.ts'
import { Warehouse } from '#modules/warehouses/index.ts'
import { cancelShipment, sendShipment, Shipment, shipOrder, shipOrders } from './index.ts'

const world = useWorld(modules)
const open = () =>
  openShop(world(), [
    { onHand: '10', unitCost: '40' },
    { onHand: '10', unitCost: '3.335' },
  ])

async function confirmed(shop: Shop, quantities: string[]) {
  const order = await draftOrder(shop, quantities)
  await shop.seller.do(confirmOrder, order.id)
  return order
}

async function drafted(shop: Shop, order: string) {
  const { result } = await shop.keeper.do(shipOrder, order)
  return world().program.see(Shipment, (result as { id: string }).id)
}

const see = (order: { id: string }) => world().program.see(Order, order.id)

test('sending takes the reserved goods, posts their cost and settles the order', async () => {
  const shop = await open()
  const order = await confirmed(shop, ['4', '3', '1'])
  const shipment = await drafted(shop, order.id)
  expect(shipment.lines).toHaveLength(2)
  await shop.keeper.do(sendShipment, shipment.id)
  expect(await see(order)).toMatchObject({ status: 'shipped' })
  const [level] = await world().program.list(StockLevel, { where: { product: shop.goods[0] } })
  expect(level).toMatchObject({ onHand: '6', reserved: '0' })
  const sent = await world().program.see(Shipment, shipment.id)
  // 33.35 stood on the stock account; 23.345 is left of it, and rounds to 23.35.
  expect(sent).toMatchObject({ status: 'sent', cost: '170' })
  expect(sent.lines.map((line) => line.value)).toEqual(['160', '10.005'])
  const [entry] = await world().program.list(LedgerEntry, { where: { record: shipment.id } })
  expect(entry).toMatchObject({ why: `Shipment ${shipment.number}`, entity: 'shipment' })
  expect(await checkBooks(world())).toEqual([])
})

test('sellers never see what the goods cost', async () => {
  const shop = await open()
  const order = await confirmed(shop, ['1'])
  const shipment = await drafted(shop, order.id)
  await shop.keeper.do(sendShipment, shipment.id)
  for (const actor of [shop.seller, shop.keeper]) {
    const seen = await actor.see(Shipment, shipment.id)
    expect(Object.keys(seen)).not.toContain('cost')
    expect(Object.keys(seen.lines[0] ?? {})).not.toContain('value')
  }
})

test('an order leaves in parts, never more than was ordered', async () => {
  const shop = await open()
  const order = await confirmed(shop, ['5'])
  const first = await drafted(shop, order.id)
  const [line] = first.lines
  await shop.keeper.update(Shipment, first.id, { lines: [{ ...line, quantity: '2' }] })
  const second = await drafted(shop, order.id)
  expect(second.lines[0]?.quantity).toBe('3')
  await refuses(shop.keeper.do(shipOrder, order.id), 'shipment.nothing-open')
  await shop.keeper.update(Shipment, second.id, { lines: [{ ...second.lines[0], quantity: '4' }] })
  await shop.keeper.do(sendShipment, first.id)
  expect(await see(order)).toMatchObject({ status: 'confirmed' })
  const refusal = await refuses(shop.keeper.do(sendShipment, second.id), 'shipment.more-than-open')
  expect(refusal.facts).toMatchObject({ open: '3', quantity: '4', order: order.number })
  await shop.keeper.update(Shipment, second.id, { lines: [{ ...second.lines[0], quantity: '3' }] })
  await shop.keeper.do(sendShipment, second.id)
  expect(await see(order)).toMatchObject({ status: 'shipped' })
  await refuses(shop.keeper.do(sendShipment, second.id), 'action.wrong-state')
  expect(await checkBooks(world())).toEqual([])
})

test('several orders of one customer leave in one shipment', async () => {
  const shop = await open()
  const orders = [await confirmed(shop, ['2']), await confirmed(shop, ['1', '1'])]
  const ids = orders.map((order) => order.id)
  const { result } = await shop.keeper.do(shipOrders, null, { orders: ids })
  const { id } = result as { id: string }
  expect((await world().program.see(Shipment, id)).lines).toHaveLength(3)
  await shop.keeper.do(sendShipment, id)
  for (const order of orders) expect(await see(order)).toMatchObject({ status: 'shipped' })
  const other = await confirmed(await open(), ['1'])
  const mine = await confirmed(shop, ['1'])
  const together = shop.keeper.do(shipOrders, null, { orders: [other.id, mine.id] })
  await refuses(together, 'shipment.several-customers', 'orders')
  const again = shop.keeper.do(shipOrders, null, { orders: ids })
  await refuses(again, 'shipment.order-not-open')
})

test('what does not fit the order is refused', async () => {
  const shop = await open()
  const order = await confirmed(shop, ['5', '1'])
  const { id, lines } = await drafted(shop, order.id)
  const { program } = world()
  const change = (patch: object) => program.update(Shipment, id, patch)
  const sending = () => shop.keeper.do(sendShipment, id)
  const other = await program.create(Customer, { name: 'Another' })
  await change({ customer: other.id })
  await refuses(sending(), 'shipment.other-customer')
  const store = await program.create(Warehouse, { code: 'X', name: 'Other store' })
  await change({ customer: shop.customer, warehouse: store.id })
  await refuses(sending(), 'shipment.other-warehouse', 'warehouse')
  await change({ warehouse: shop.warehouse, lines: [{ ...lines[0], product: shop.goods[1] }] })
  await refuses(sending(), 'shipment.wrong-line', 'lines.0.orderLine')
  await change({ lines: [] })
  await refuses(sending(), 'shipment.no-lines', 'lines')
  await change({ lines: [lines[0], { ...lines[0], id: null, quantity: '1' }] })
  await refuses(sending(), 'shipment.more-than-open', 'lines.1.quantity')
  await refuses(shop.seller.do(sendShipment, id), 'action.not-allowed')
  await shop.keeper.do(cancelShipment, id)
  expect((await drafted(shop, order.id)).id).not.toBe(id)
  expect(await checkBooks(world())).toEqual([])
})

test('an amended order keeps what was shipped, and settles when nothing more is due', async () => {
  const shop = await open()
  const order = await confirmed(shop, ['5', '2'])
  const shipment = await drafted(shop, order.id)
  await shop.keeper.update(Shipment, shipment.id, {
    lines: [{ ...shipment.lines[0], quantity: '3' }],
  })
  const rest = await drafted(shop, order.id)
  await shop.keeper.do(sendShipment, shipment.id)
  await shop.seller.do(amendOrder, order.id, {}, { reason: 'Less is needed' })
  await refuses(shop.keeper.do(sendShipment, rest.id), 'shipment.order-not-open')
  await shop.keeper.do(cancelShipment, rest.id)
  const [first, second] = order.lines
  const amending = (lines: object[]) => shop.seller.update(Order, order.id, { lines })
  const less = amending([{ ...first, quantity: '2' }, { ...second }])
  await refuses(less, 'order.line-is-shipped', 'lines')
  await refuses(amending([{ ...second }]), 'order.line-is-shipped', 'lines')
  const other = await world().program.create(Customer, { name: 'Another' })
  const moved = world().program.update(Order, order.id, { customer: other.id })
  await refuses(moved, 'order.head-is-fixed', 'customer')
  await amending([
    { ...first, quantity: '3' },
    { ...second, quantity: '1' },
  ])
  expect((await see(order)).lines[0]).toMatchObject({ shippedQuantity: '3', quantity: '3' })
  await shop.seller.do(confirmOrder, order.id)
  const last = await drafted(shop, order.id)
  expect(last.lines).toHaveLength(1)
  await shop.keeper.do(sendShipment, last.id)
  expect(await see(order)).toMatchObject({ status: 'shipped', revision: 2 })
  await shop.seller.do(closeOrder, order.id, {}, { reason: 'Paid in cash' })
  expect(await checkBooks(world())).toEqual([])
})

test('two hands that send the same shipment send it once', async () => {
  const shop = await open()
  const order = await confirmed(shop, ['6'])
  const shipment = await drafted(shop, order.id)
  const ends = await Promise.allSettled(
    [1, 2, 3, 4].map(() => shop.keeper.do(sendShipment, shipment.id)),
  )
  expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1)
  const [level] = await world().program.list(StockLevel, { where: { product: shop.goods[0] } })
  expect(level).toMatchObject({ onHand: '4', reserved: '0' })
  expect(await checkBooks(world())).toEqual([])
})

test('of the last fifty pieces, two hundred orders get fifty, and all of them leave', async () => {
  const shop = await openShop(world(), [{ onHand: '50', unitCost: '2.5' }])
  const { program } = world()
  const seller = { ...shop, seller: program }
  const orders = await Promise.all(Array.from({ length: 200 }, () => draftOrder(seller, ['1'])))
  const ends = await Promise.allSettled(orders.map((order) => program.do(confirmOrder, order.id)))
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as Refusal] : []))
  expect(new Set(refused.map((reason) => reason.rule))).toEqual(new Set(['stock.not-enough']))
  const won = orders.filter((_, index) => ends[index]?.status === 'fulfilled')
  expect(won).toHaveLength(50)
  const drafts = await Promise.all(won.map((order) => drafted(shop, order.id)))
  await Promise.all(drafts.map((draft) => program.do(sendShipment, draft.id)))
  const [level] = await program.list(StockLevel, { where: { product: shop.goods[0] } })
  expect(level).toMatchObject({ onHand: '0', reserved: '0', available: '0' })
  expect(await checkBooks(world())).toEqual([])
})
