/** An amendment is discarded: the version before binds again, and nothing of the change is left. */
import { expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { StockLevel } from '#modules/inventory/index.ts'
import { creditInvoice, Invoice, issueInvoice, voidInvoice } from '#modules/invoices/index.ts'
import { accountOf, confirmedOrder, draftOf, idOf } from '#modules/invoices/testing/billing.ts'
import { modules } from '#modules/index.ts'
import { sendShipment, Shipment, shipOrder } from '#modules/shipping/index.ts'
import { amendOrder, confirmOrder, discardAmendment, Order } from './index.ts'
import { checkBooks } from './testing/check-books.ts'
import { draftOrder, openShop, type Shop } from './testing/shop.ts'

const world = useWorld(modules)
const reason = { reason: 'They asked' }
const open = (terms = {}) => openShop(world(), [{ onHand: '10', unitCost: '40' }], terms)
const discard = (shop: Shop, id: string) => shop.seller.do(discardAmendment, id)
const amend = (shop: Shop, id: string) => shop.seller.do(amendOrder, id, {}, reason)
const levelOf = async ({ goods }: Shop) =>
  (await world().program.list(StockLevel, { where: { product: goods[0] ?? '' } }))[0]

test('terms, lines, goods and credit are as they were, the note is as it is', async () => {
  const shop = await open()
  const { id } = await confirmedOrder(shop, ['4', '1'], { freight: '20', requiredOn: '2026-12-24' })
  const before = await shop.seller.see(Order, id)
  await amend(shop, id)
  const [line] = before.lines
  const other = { product: shop.service, quantity: '3', unitPrice: '7', taxPercent: '0' }
  await shop.seller.update(Order, id, {
    lines: [{ ...line, quantity: '6', unitPrice: '90' }, other],
    freight: null,
    requiredOn: null,
    note: 'Call before delivery',
  })
  await discard(shop, id)
  const after = await shop.seller.see(Order, id)
  const { total, freight, requiredOn, number } = before
  const same = { status: 'confirmed', revision: 1, total, freight, requiredOn, number }
  expect(after).toMatchObject({ ...same, note: 'Call before delivery' })
  expect(after.lines[0]).toEqual(line)
  const { id: _, ...second } = before.lines[1] ?? {}
  expect(after.lines[1]).toMatchObject(second)
  expect(await levelOf(shop)).toMatchObject({ reserved: '4' })
  expect(await accountOf(world(), shop)).toMatchObject({ held: '545' })
  expect(await checkBooks(world())).toEqual([])
  await refuses(discard(shop, id), 'action.wrong-state')
})

test('what is shipped stays shipped, and a later amendment is the second version', async () => {
  const shop = await open()
  const { id } = await confirmedOrder(shop, ['4'])
  const shipment = idOf(await shop.keeper.do(shipOrder, id))
  const { lines } = await shop.keeper.see(Shipment, shipment)
  await shop.keeper.update(Shipment, shipment, { lines: [{ ...lines[0], quantity: '3' }] })
  await shop.keeper.do(sendShipment, shipment)
  await amend(shop, id)
  await discard(shop, id)
  const back = await shop.seller.see(Order, id)
  expect(back.lines).toMatchObject([{ quantity: '4', shippedQuantity: '3' }])
  expect(await levelOf(shop)).toMatchObject({ onHand: '7', reserved: '1' })
  await amend(shop, id)
  await shop.seller.update(Order, id, { lines: [{ ...back.lines[0], quantity: '3' }] })
  await shop.seller.do(confirmOrder, id)
  expect(await shop.seller.see(Order, id)).toMatchObject({ status: 'shipped', revision: 2 })
  expect(await checkBooks(world())).toEqual([])
})

test('an order that is fulfilled by now is closed', async () => {
  const shop = await openShop(world(), [])
  const { id } = await confirmedOrder(shop, ['2'])
  const invoice = (await draftOf(world(), id)).id
  const { program } = world()
  await program.do(issueInvoice, invoice)
  const credit = idOf(await program.do(creditInvoice, invoice))
  const { lines } = await program.see(Invoice, credit)
  await program.update(Invoice, credit, { lines: [{ ...lines[0], quantity: '1' }] })
  await program.do(issueInvoice, credit)
  await amend(shop, id)
  await program.do(voidInvoice, credit, {}, reason)
  await discard(shop, id)
  expect((await shop.seller.see(Order, id)).status).toBe('closed')
})

test('there is nothing to discard of a first draft', async () => {
  const shop = await open()
  const { id } = await draftOrder(shop, ['1'])
  await refuses(discard(shop, id), 'action.wrong-state')
})

test('goods or credit that others took meanwhile forbid it, and the draft stays', async () => {
  const shop = await open({ creditLimit: '1000' })
  const { id, lines } = await confirmedOrder(shop, ['6'])
  await amend(shop, id)
  await shop.seller.update(Order, id, { lines: [{ ...lines[0], quantity: '5' }] })
  const taker = await confirmedOrder(shop, ['4'])
  await refuses(discard(shop, id), 'credit.over-limit')
  await shop.seller.do(amendOrder, taker.id, {}, reason)
  const other = await open()
  const [product = ''] = shop.goods
  const line = { product, quantity: '5', unitPrice: '1', taxPercent: '5' }
  const theirs = { customer: other.customer, warehouse: shop.warehouse, lines: [line] }
  await shop.seller.do(confirmOrder, (await shop.seller.create(Order, theirs)).id)
  await refuses(discard(shop, id), 'stock.not-enough')
  const draft = await shop.seller.see(Order, id)
  expect(draft).toMatchObject({ status: 'draft', revision: 2, lines: [{ quantity: '5' }] })
  expect(draft).not.toHaveProperty('versionBefore')
})

test('an amended order is asked for the credit that it needs now', async () => {
  const shop = await open({ creditLimit: '700' })
  const { id, lines } = await confirmedOrder(shop, ['4'])
  await amend(shop, id)
  const ask = async (quantity: string) => {
    await shop.seller.update(Order, id, { lines: [{ ...lines[0], quantity }] })
    return shop.seller.do(confirmOrder, id)
  }
  const { facts } = await refuses(ask('7'), 'credit.over-limit')
  expect(facts).toEqual({ limit: '700', used: '0', wanted: '735' })
  await ask('6')
  expect(await accountOf(world(), shop)).toMatchObject({ held: '630' })
})
