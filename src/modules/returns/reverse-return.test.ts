/** A received return is taken back: stock, cost, order and shipment stand as if it never came. */
import { expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { StockEntry, postStockEntry, StockValue } from '#modules/inventory/index.ts'
import {
  creditInvoice,
  Invoice,
  invoiceOrder,
  issueInvoice,
  voidInvoice,
} from '#modules/invoices/index.ts'
import { movedBy } from '#modules/invoices/testing/billing.ts'
import { modules } from '#modules/index.ts'
import { LedgerEntry } from '#modules/ledger/index.ts'
import { confirmOrder, Order } from '#modules/orders/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { draftOrder, openShop, type Shop } from '#modules/orders/testing/shop.ts'
import { sendShipment, Shipment, shipOrder } from '#modules/shipping/index.ts'
import { GoodsReturn, receiveReturn, reverseReturn, takeBack } from './index.ts'

const world = useWorld(modules)
const idOf = ({ result }: { result?: unknown }) => (result as { id: string }).id
const reason = { reason: 'Booked twice' }

/** Five of nine are sent at 40 each. */
async function sentGoods() {
  const shop = await openShop(world(), [{ onHand: '9', unitCost: '40' }])
  const order = await draftOrder(shop, ['5'])
  await shop.seller.do(confirmOrder, order.id)
  const shipment = idOf(await shop.keeper.do(shipOrder, order.id))
  await shop.keeper.do(sendShipment, shipment)
  return { shop, order: order.id as string, shipment }
}

async function receive(shop: Shop, shipment: string, quantity: string): Promise<string> {
  const id = idOf(await shop.keeper.do(takeBack, shipment))
  const { lines } = await shop.keeper.see(GoodsReturn, id)
  await shop.keeper.update(GoodsReturn, id, { lines: [{ ...lines[0], quantity }] })
  await shop.keeper.do(receiveReturn, id)
  return id
}

async function worthOf({ goods }: Shop) {
  const [worth] = await world().program.list(StockValue, { where: { product: goods[0] ?? '' } })
  return [worth?.quantity, worth?.value]
}

async function enter(shop: Shop, kind: StockEntry['kind'], quantity: string, unitCost?: string) {
  const lines = [{ product: shop.goods[0] ?? '', quantity, unitCost: unitCost ?? null }]
  const { id } = await world().program.create(StockEntry, {
    kind,
    warehouse: shop.warehouse,
    lines,
  })
  await world().program.do(postStockEntry, id)
}

test('all it did is taken back, at the value the goods came with', async () => {
  const { shop, order, shipment } = await sentGoods()
  const id = await receive(shop, shipment, '2')
  await enter(shop, 'in', '2', '100')
  await refuses(shop.keeper.do(reverseReturn, id), 'action.reason-needed')
  await shop.keeper.do(reverseReturn, id, {}, reason)
  expect(await worthOf(shop)).toEqual(['6', '360'])
  expect(await movedBy(world(), id)).toEqual({})
  const [first] = await world().program.list(LedgerEntry, {
    where: { record: id, reverses: { empty: true } },
  })
  const mirrors = { record: id, reverses: first?.id ?? '' }
  expect(await world().program.list(LedgerEntry, { where: mirrors })).toHaveLength(1)
  const line = { returnedQuantity: '0' }
  expect((await world().program.see(Order, order)).lines[0]).toMatchObject(line)
  const sent = await world().program.see(Shipment, shipment)
  expect(sent.lines[0]).toMatchObject({ ...line, returnedValue: '0' })
  expect(await checkBooks(world())).toEqual([])
  await refuses(shop.keeper.do(reverseReturn, id, {}, reason), 'action.wrong-state')
  await receive(shop, shipment, '5')
  expect(await checkBooks(world())).toEqual([])
})

test('an order that the return had closed is open again', async () => {
  const { shop, order, shipment } = await sentGoods()
  const id = await receive(shop, shipment, '5')
  expect((await world().program.see(Order, order)).status).toBe('closed')
  await shop.keeper.do(reverseReturn, id, {}, reason)
  expect((await world().program.see(Order, order)).status).toBe('shipped')
})

test('what is gone again, or credited, stays', async () => {
  const { shop, order, shipment } = await sentGoods()
  const { program } = world()
  const invoice = idOf(await program.do(invoiceOrder, order, { basis: 'ordered' }))
  await program.do(issueInvoice, invoice)
  const id = await receive(shop, shipment, '2')
  const credit = idOf(await program.do(creditInvoice, invoice))
  const { lines, number } = await program.see(Invoice, credit)
  await program.update(Invoice, credit, { lines: [{ ...lines[0], quantity: '2' }] })
  await program.do(issueInvoice, credit)
  const refusal = await refuses(shop.keeper.do(reverseReturn, id, {}, reason), 'return.credited')
  expect(refusal.facts).toEqual({ number })
  await program.do(voidInvoice, credit, {}, { reason: 'They kept them' })
  await enter(shop, 'out', '5')
  await refuses(shop.keeper.do(reverseReturn, id, {}, reason), 'stock.not-enough')
  await enter(shop, 'in', '1', '40')
  await shop.keeper.do(reverseReturn, id, {}, reason)
  expect(await worthOf(shop)).toEqual(['0', '0'])
  expect(await checkBooks(world())).toEqual([])
})

test('a seller takes goods back but does not say whether they came', async () => {
  const { shop, shipment } = await sentGoods()
  const id = await receive(shop, shipment, '2')
  await refuses(shop.seller.do(reverseReturn, id, {}, reason), 'action.not-allowed')
})
