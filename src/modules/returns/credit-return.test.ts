/** Goods that came back are credited in the returned quantities, at the invoiced prices. */
import { expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { creditInvoice, Invoice, issueInvoice, voidInvoice } from '#modules/invoices/index.ts'
import { accountOf, confirmedOrder, draftOf, idOf } from '#modules/invoices/testing/billing.ts'
import { modules } from '#modules/index.ts'
import { Order } from '#modules/orders/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { openShop, type Shop } from '#modules/orders/testing/shop.ts'
import { sendShipment, Shipment, shipOrder } from '#modules/shipping/index.ts'
import { creditReturn, GoodsReturn, receiveReturn, reverseReturn, takeBack } from './index.ts'

const world = useWorld(modules)
const why = { reason: 'As agreed' }
const lead = () => world().as('finance')
const see = (id: string) => world().program.see(Invoice, id)

/** Sends what is ordered, or that much of the first line. */
async function send(shop: Shop, order: string, quantity?: string): Promise<string> {
  const id = idOf(await shop.keeper.do(shipOrder, order))
  const { lines } = await shop.keeper.see(Shipment, id)
  if (quantity) await shop.keeper.update(Shipment, id, { lines: [{ ...lines[0], quantity }] })
  await shop.keeper.do(sendShipment, id)
  return id
}

async function receive(shop: Shop, shipment: string, quantities: readonly string[]) {
  const id = idOf(await shop.keeper.do(takeBack, shipment))
  const { lines } = await shop.keeper.see(GoodsReturn, id)
  const back = quantities.map((quantity, at) => ({ ...lines[at], quantity }))
  await shop.keeper.update(GoodsReturn, id, { lines: back })
  await shop.keeper.do(receiveReturn, id)
  return id
}

async function bill(order: string, quantity?: string): Promise<string> {
  const { id, lines } = await draftOf(world(), order)
  const { program } = world()
  if (quantity) await program.update(Invoice, id, { lines: [{ ...lines[0], quantity }] })
  await program.do(issueInvoice, id)
  return id
}

/** Two goods and a service are sold, sent and invoiced. */
async function sold() {
  const stock = { onHand: '9', unitCost: '40' }
  const shop = await openShop(world(), [stock, stock])
  const { id } = await confirmedOrder(shop, ['5', '3', '1'], { freight: '20' })
  const shipment = await send(shop, id)
  return { shop, order: id, shipment, invoice: await bill(id) }
}

test('exactly what came back, without freight; each document leads to the other', async () => {
  const { shop, order, shipment, invoice } = await sold()
  const id = await receive(shop, shipment, ['2', '1'])
  const finance = await lead()
  const note = await see(idOf(await finance.do(creditReturn, id)))
  expect(note).toMatchObject({ kind: 'credit', status: 'draft', corrects: invoice, total: '315' })
  expect(note).toMatchObject({ goodsReturn: id, order, customer: shop.customer, freight: null })
  expect(note.lines).toMatchObject([
    { product: shop.goods[0], quantity: '2', unitPrice: '100' },
    { product: shop.goods[1], quantity: '1', unitPrice: '100' },
  ])
  const { facts } = await refuses(finance.do(creditReturn, id), 'return.is-credited')
  expect(facts).toEqual({ number: note.number })
  await finance.do(issueInvoice, note.id)
  expect((await world().program.see(Order, order)).lines).toMatchObject([
    { invoicedQuantity: '3' },
    { invoicedQuantity: '2' },
    { invoicedQuantity: '1' },
  ])
  expect(await accountOf(world(), shop)).toMatchObject({ open: '650' })
  expect(await checkBooks(world())).toEqual([])
  const [linked] = await finance.list(Invoice, { where: { goodsReturn: id } })
  expect(linked?.id).toBe(note.id)
})

test('a second return is credited beside the first, and a voided note again', async () => {
  const { shop, shipment } = await sold()
  const [one, two] = [await receive(shop, shipment, ['2']), await receive(shop, shipment, ['3'])]
  const finance = await lead()
  const first = idOf(await finance.do(creditReturn, one))
  const second = idOf(await finance.do(creditReturn, two))
  for (const note of [first, second]) await finance.do(issueInvoice, note)
  expect((await see(second)).lines).toMatchObject([{ quantity: '3', takenBack: '3' }])
  await finance.do(voidInvoice, first, {}, why)
  const again = await see(idOf(await finance.do(creditReturn, one)))
  expect(again.lines).toMatchObject([{ quantity: '2' }])
  await finance.do(issueInvoice, again.id)
  expect(await checkBooks(world())).toEqual([])
})

test('goods on two invoices get a credit note each, the later invoice first', async () => {
  const shop = await openShop(world(), [{ onHand: '9', unitCost: '40' }])
  const { id: order } = await confirmedOrder(shop, ['5'])
  const shipment = await send(shop, order)
  const [early, late] = [await bill(order, '3'), await bill(order)]
  const id = await receive(shop, shipment, ['4'])
  const { result } = await (await lead()).do(creditReturn, id)
  const { invoices } = result as { invoices: string[] }
  const notes = await Promise.all(invoices.map(see))
  expect(notes).toMatchObject([
    { corrects: late, lines: [{ quantity: '2' }] },
    { corrects: early, lines: [{ quantity: '2' }] },
  ])
})

test('a draft for another return is left its part of an invoice', async () => {
  const shop = await openShop(world(), [{ onHand: '9', unitCost: '40' }])
  const { id: order } = await confirmedOrder(shop, ['5'])
  const shipment = await send(shop, order)
  const [early, late] = [await bill(order, '3'), await bill(order)]
  const [one, two] = [await receive(shop, shipment, ['2']), await receive(shop, shipment, ['2'])]
  const finance = await lead()
  const first = await see(idOf(await finance.do(creditReturn, one)))
  const second = await see(idOf(await finance.do(creditReturn, two)))
  expect([first.corrects, second.corrects]).toEqual([late, early])
})

test('what the price was lowered to is credited, not what it was', async () => {
  const { shop, shipment, invoice } = await sold()
  const finance = await lead()
  const scratch = idOf(await finance.do(creditInvoice, invoice))
  const { lines } = await see(scratch)
  await finance.update(Invoice, scratch, {
    freight: null,
    lines: [{ ...lines[0], unitPrice: '10' }],
  })
  await finance.do(issueInvoice, scratch)
  const id = await receive(shop, shipment, ['2'])
  const note = await see(idOf(await finance.do(creditReturn, id)))
  expect(note.lines).toMatchObject([{ quantity: '2', unitPrice: '90' }])
  await finance.do(issueInvoice, note.id)
  expect((await see(note.id)).lines).toMatchObject([{ takenBack: '2' }])
})

test('what was never invoiced, or is credited by hand, is not credited', async () => {
  const shop = await openShop(world(), [{ onHand: '9', unitCost: '40' }])
  const { id: order } = await confirmedOrder(shop, ['5'])
  const shipment = await send(shop, order)
  const id = await receive(shop, shipment, ['2'])
  const finance = await lead()
  const ask = () => finance.do(creditReturn, id)
  await refuses(ask(), 'return.nothing-to-credit')
  await bill(order)
  await refuses(ask(), 'return.nothing-to-credit')
  const other = await sold()
  const byHand = idOf(await finance.do(creditInvoice, other.invoice))
  const { lines } = await see(byHand)
  await finance.update(Invoice, byHand, { freight: null, lines: [{ ...lines[0], quantity: '2' }] })
  await finance.do(issueInvoice, byHand)
  const back = await receive(other.shop, other.shipment, ['2'])
  await refuses(finance.do(creditReturn, back), 'return.nothing-to-credit')
})

test('only received goods are credited, and a reversal waits until the draft is gone', async () => {
  const { shop, shipment } = await sold()
  const finance = await lead()
  const draft = idOf(await shop.keeper.do(takeBack, shipment))
  await refuses(finance.do(creditReturn, draft), 'action.wrong-state')
  const id = await receive(shop, shipment, ['2'])
  await refuses(shop.keeper.do(creditReturn, id), 'action.not-allowed')
  const note = await see(idOf(await finance.do(creditReturn, id)))
  const { facts } = await refuses(
    shop.keeper.do(reverseReturn, id, {}, why),
    'return.credit-drafted',
  )
  expect(facts).toEqual({ number: note.number })
  await finance.remove(Invoice, note.id)
  await shop.keeper.do(reverseReturn, id, {}, why)
  expect((await shop.keeper.see(GoodsReturn, id)).status).toBe('reversed')
})
