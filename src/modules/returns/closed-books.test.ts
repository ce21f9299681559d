/** Every document that posts is refused on a closed day; what is taken back stands on today. */
import { beforeAll, expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { Books, closeBooks, seedBooks } from '#modules/books/index.ts'
import {
  postStockEntry,
  reverseStockEntry,
  StockEntry,
  StockMove,
} from '#modules/inventory/index.ts'
import { modules } from '#modules/index.ts'
import { creditInvoice, Invoice, issueInvoice, voidInvoice } from '#modules/invoices/index.ts'
import { draftOf, idOf, issued } from '#modules/invoices/testing/billing.ts'
import { LedgerEntry } from '#modules/ledger/index.ts'
import { confirmOrder } from '#modules/orders/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { draftOrder, openShop, type Shop } from '#modules/orders/testing/shop.ts'
import { allocateAdvance, cancelReceipt, postReceipt, Receipt } from '#modules/receipts/index.ts'
import { sendShipment, Shipment, shipOrder } from '#modules/shipping/index.ts'
import { GoodsReturn, receiveReturn, reverseReturn, takeBack } from './index.ts'

const world = useWorld(modules)
const why = { reason: 'Entered twice' }
const [closed, open, today] = ['2026-10-31', '2026-11-01', '2026-11-23']

const close = async () => {
  const [books] = await world().program.list(Books)
  await world().program.do(closeBooks, books?.id ?? '', { until: closed }, why)
}

let shop: Shop
let before: Awaited<ReturnType<typeof postedInOctober>>

/** Documents posted while October was open. */
async function postedInOctober() {
  const { program } = world()
  const line = { product: shop.goods[0] ?? '', quantity: '2', unitCost: '40' }
  const draft = { kind: 'opening' as const, warehouse: shop.warehouse, on: closed, lines: [line] }
  const entry = await program.create(StockEntry, draft)
  await program.do(postStockEntry, entry.id)
  const receipt = await program.create(Receipt, {
    customer: shop.customer,
    amount: '500',
    receivedOn: closed,
  })
  await program.do(postReceipt, receipt.id)
  const invoice = await issued(world(), shop, '100', { invoicedOn: closed })
  const shipment = await sent('1', closed)
  const back = idOf(await program.do(takeBack, shipment))
  await program.update(GoodsReturn, back, { returnedOn: closed })
  await program.do(receiveReturn, back)
  return { entry: entry.id, receipt: receipt.id, invoice: invoice.id, back }
}

async function sent(quantity: string, on: string): Promise<string> {
  const order = await draftOrder(shop, [quantity])
  await shop.seller.do(confirmOrder, order.id)
  const shipment = idOf(await shop.keeper.do(shipOrder, order.id))
  await world().program.update(Shipment, shipment, { shippedOn: on })
  await world().program.do(sendShipment, shipment)
  return shipment
}

const booked = async (record: string) => {
  const entries = await world().program.list(LedgerEntry, { where: { record }, sort: 'number' })
  return entries.map(({ on }) => on)
}

beforeAll(async () => {
  await world().within((ctx) => seedBooks(ctx))
  shop = await openShop(world(), [{ onHand: '20', unitCost: '40' }])
  before = await postedInOctober()
  await close()
})

test('a stock entry, also one of opening stock that was imported', async () => {
  const { program } = world()
  const line = { product: shop.goods[0] ?? '', quantity: '1', unitCost: '40' }
  for (const kind of ['opening', 'in', 'out'] as const) {
    const draft = { kind, warehouse: shop.warehouse, on: closed, lines: [line] }
    const { id } = await program.create(StockEntry, draft)
    await refuses(program.do(postStockEntry, id), 'books.period-closed', 'on')
    await program.update(StockEntry, id, { on: open })
    await program.do(postStockEntry, id)
  }
})

test('a shipment, and a return', async () => {
  const { program } = world()
  await refuses(sent('1', closed), 'books.period-closed', 'shippedOn')
  const back = idOf(await program.do(takeBack, await sent('1', open)))
  await program.update(GoodsReturn, back, { returnedOn: closed })
  await refuses(program.do(receiveReturn, back), 'books.period-closed', 'returnedOn')
})

test('an invoice and a credit note', async () => {
  const { program } = world()
  const order = await draftOrder(shop, ['1'])
  await shop.seller.do(confirmOrder, order.id)
  const draft = await draftOf(world(), order.id)
  await program.update(Invoice, draft.id, { invoicedOn: closed })
  await refuses(program.do(issueInvoice, draft.id), 'books.period-closed', 'invoicedOn')
  const invoice = await issued(world(), shop, '100')
  const credit = idOf(await program.do(creditInvoice, invoice.id))
  await program.update(Invoice, credit, { invoicedOn: closed })
  await refuses(program.do(issueInvoice, credit), 'books.period-closed', 'invoicedOn')
})

test('a receipt, and an advance that is allocated', async () => {
  const { program } = world()
  const draft = { customer: shop.customer, amount: '10', receivedOn: closed }
  const { id } = await program.create(Receipt, draft)
  await refuses(program.do(postReceipt, id), 'books.period-closed', 'receivedOn')
  const { id: invoice } = await issued(world(), shop, '50')
  const allocate = (allocatedOn: string) =>
    program.do(allocateAdvance, before.receipt, { invoice, amount: '5', allocatedOn })
  await refuses(allocate(closed), 'books.period-closed', 'allocatedOn')
})

test('documents of a closed period are taken back on today', async () => {
  const { program } = world()
  await program.do(voidInvoice, before.invoice, {}, why)
  await program.do(cancelReceipt, before.receipt, {}, why)
  await program.do(reverseReturn, before.back, {}, why)
  await program.do(reverseStockEntry, before.entry, {}, why)
  for (const record of Object.values(before)) expect(await booked(record)).toEqual([closed, today])
  const moves = await program.list(StockMove, { where: { record: before.entry }, sort: 'on' })
  expect(moves.map(({ on }) => on)).toEqual([closed, today])
  expect(await checkBooks(world())).toEqual([])
})
