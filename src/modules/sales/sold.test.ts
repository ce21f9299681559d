/** What counts as sold of an order that is changed, cut short, sent back, credited or foreign. */
import { expect, test } from 'vitest'
import { useWorld, type Actor } from '#kernel/testing/world.ts'
import { creditInvoice, Invoice, issueInvoice, voidInvoice } from '#modules/invoices/index.ts'
import { confirmedOrder, draftOf, idOf } from '#modules/invoices/testing/billing.ts'
import { modules } from '#modules/index.ts'
import { amendOrder, closeOrder, confirmOrder, Order } from '#modules/orders/index.ts'
import { openShop, type Shop } from '#modules/orders/testing/shop.ts'
import { GoodsReturn, receiveReturn, takeBack } from '#modules/returns/index.ts'
import { sendShipment, Shipment, shipOrder } from '#modules/shipping/index.ts'
import { salesByCustomer, salesByProduct, salesBySalesperson } from './index.ts'

const world = useWorld(modules)
const reason = { reason: 'As agreed' }
const open = () => openShop(world(), [{ onHand: '99', unitCost: '1' }])

/** Pieces of the first goods and what they bring, what the service brings, and all with freight. */
async function sold({ goods, service, customer }: Shop) {
  const { program } = world()
  const products = await program.report(salesByProduct)
  const ofProduct = (id = '') => products.find((row) => row['product'] === id)
  const [row] = (await program.report(salesByCustomer)).filter(
    (one) => one['customer'] === customer,
  )
  const first = ofProduct(goods[0])
  return {
    pieces: first?.['quantity'] ?? null,
    goods: first?.['revenue'] ?? null,
    service: ofProduct(service)?.['revenue'] ?? null,
    all: row?.['revenue'] ?? null,
  }
}

async function send(shop: Shop, order: string, quantity: string): Promise<string> {
  const id = idOf(await shop.keeper.do(shipOrder, order))
  const { lines } = await shop.keeper.see(Shipment, id)
  await shop.keeper.update(Shipment, id, { lines: [{ ...lines[0], quantity }] })
  await shop.keeper.do(sendShipment, id)
  return id
}

async function bill(order: string, quantities?: readonly string[]): Promise<string> {
  const { id, lines } = await draftOf(world(), order)
  const { program } = world()
  if (quantities) {
    const given = lines.map((line, at) => ({ ...line, quantity: quantities[at] ?? line.quantity }))
    await program.update(Invoice, id, { lines: given.slice(0, quantities.length) })
  }
  await program.do(issueInvoice, id)
  return id
}

async function credit(invoice: string, change: { quantity?: string; unitPrice?: string }) {
  const { program } = world()
  const id = idOf(await program.do(creditInvoice, invoice))
  const { lines } = await program.see(Invoice, id)
  await program.update(Invoice, id, { freight: null, lines: [{ ...lines[0], ...change }] })
  await program.do(issueInvoice, id)
  return id
}

async function giveBack(keeper: Actor, shipment: string, quantity: string) {
  const id = idOf(await keeper.do(takeBack, shipment))
  const { lines } = await keeper.see(GoodsReturn, id)
  await keeper.update(GoodsReturn, id, { lines: [{ ...lines[0], quantity }] })
  await keeper.do(receiveReturn, id)
}

test('an order stands for its latest version; while amended, for what is delivered', async () => {
  const shop = await open()
  const { id, lines } = await confirmedOrder(shop, ['10'])
  expect(await sold(shop)).toMatchObject({ pieces: '10', goods: '1000.00' })
  await send(shop, id, '3')
  await shop.seller.do(amendOrder, id, {}, reason)
  expect(await sold(shop)).toMatchObject({ pieces: '3', goods: '300.00' })
  await shop.seller.update(Order, id, {
    lines: [{ ...lines[0], quantity: '6', unitPrice: '90' }],
  })
  await shop.seller.do(confirmOrder, id)
  expect(await sold(shop)).toMatchObject({ pieces: '6', goods: '540.00' })
})

test('an order that ended early stands for what was delivered or invoiced', async () => {
  const shop = await open()
  const { id } = await confirmedOrder(shop, ['10', '1'], { freight: '20' })
  expect(await sold(shop)).toEqual({
    pieces: '10',
    goods: '1000.00',
    service: '100.00',
    all: '1120.00',
  })
  await send(shop, id, '4')
  await shop.seller.do(closeOrder, id, {}, reason)
  const delivered = { pieces: '4', goods: '400.00', service: null }
  expect(await sold(shop)).toEqual({ ...delivered, all: '400.00' })
  await bill(id, ['4'])
  expect(await sold(shop)).toEqual({ ...delivered, all: '420.00' })
})

test('an order of which nothing came is no sale', async () => {
  const shop = await open()
  const { id } = await confirmedOrder(shop, ['10', '1'], { freight: '20' })
  await shop.seller.do(closeOrder, id, {}, reason)
  expect(await sold(shop)).toEqual({ pieces: null, goods: null, service: null, all: null })
})

test('what comes back is not sold, and its credit note does not count it twice', async () => {
  const shop = await open()
  const { id } = await confirmedOrder(shop, ['8'])
  const shipment = await send(shop, id, '5')
  const invoice = await bill(id, ['5'])
  await giveBack(shop.keeper, shipment, '2')
  const kept = { pieces: '6', goods: '600.00', all: '600.00' }
  expect(await sold(shop)).toMatchObject(kept)
  await credit(invoice, { quantity: '2' })
  expect(await sold(shop)).toMatchObject(kept)
})

test('credited goods are not sold until they are invoiced again', async () => {
  const shop = await open()
  const { id } = await confirmedOrder(shop, ['5', '1'])
  await send(shop, id, '5')
  const invoice = await bill(id)
  const note = await credit(invoice, { quantity: '2' })
  expect(await sold(shop)).toMatchObject({ pieces: '3', goods: '300.00', all: '400.00' })
  const again = await bill(id, ['2'])
  expect(await sold(shop)).toMatchObject({ pieces: '5', goods: '500.00', all: '600.00' })
  await world().program.do(voidInvoice, again, {}, reason)
  await shop.seller.do(closeOrder, id, {}, reason)
  expect(await sold(shop)).toMatchObject({ pieces: '3', goods: '300.00', all: '400.00' })
  await world().program.do(voidInvoice, note, {}, reason)
  expect(await sold(shop)).toMatchObject({ pieces: '5', goods: '500.00', all: '600.00' })
})

test('a credit note on the price takes its money off, once', async () => {
  const shop = await open()
  const { id } = await confirmedOrder(shop, ['5'])
  const shipment = await send(shop, id, '5')
  const invoice = await bill(id)
  await credit(invoice, { unitPrice: '10' })
  expect(await sold(shop)).toMatchObject({ pieces: '5', goods: '450.00' })
  await giveBack(shop.keeper, shipment, '2')
  await credit(invoice, { quantity: '2' })
  expect(await sold(shop)).toMatchObject({ pieces: '3', goods: '270.00' })
  await giveBack(shop.keeper, shipment, '3')
  await credit(invoice, {})
  expect(await sold(shop)).toMatchObject({ pieces: null, goods: null, all: null })
})

test('freight that is credited is not sold, unless it is invoiced again', async () => {
  const shop = await open()
  const { id } = await confirmedOrder(shop, ['5'], { freight: '20' })
  await send(shop, id, '5')
  const invoice = await bill(id)
  const { program } = world()
  const note = idOf(await program.do(creditInvoice, invoice))
  await program.update(Invoice, note, { lines: [] })
  await program.do(issueInvoice, note)
  expect(await sold(shop)).toMatchObject({ goods: '500.00', all: '500.00' })
  await bill(id)
  expect(await sold(shop)).toMatchObject({ goods: '500.00', all: '520.00' })
})

test("abroad all counts at the order's rate, whatever the invoice had", async () => {
  const shop = await open()
  const usd = { currency: 'USD', rate: '31.337' }
  const { id } = await confirmedOrder(shop, ['3'], { ...usd, freight: '1.5' })
  await send(shop, id, '3')
  const { program } = world()
  const invoice = await draftOf(world(), id)
  await program.update(Invoice, invoice.id, { rate: '30' })
  await program.do(issueInvoice, invoice.id)
  expect(await sold(shop)).toMatchObject({ goods: '9401.10', all: '9448.11' })
  await credit(invoice.id, { quantity: '1' })
  expect(await sold(shop)).toMatchObject({ pieces: '2', goods: '6267.40', all: '6314.41' })
})

test('the seller sees what the order brought, though its invoice belongs to another', async () => {
  const shop = await open()
  const { id } = await confirmedOrder(shop, ['5'])
  await send(shop, id, '5')
  const invoice = await draftOf(world(), id)
  const colleague = await world().as('sales', 'Who took over')
  await world().program.update(Invoice, invoice.id, { owner: colleague.caller.person.id })
  await world().program.do(issueInvoice, invoice.id)
  await credit(invoice.id, { quantity: '1' })
  const mine = await shop.seller.report(salesByProduct)
  const row = mine.find(({ product }) => product === shop.goods[0])
  expect(row).toMatchObject({ orders: 1, quantity: '4', revenue: '400.00' })
  expect(await colleague.report(salesBySalesperson)).toEqual([])
})
