/** The freight of an order is billed once: neither lost nor doubled, however it is invoiced. */
import { expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { openShop, type Shop } from '#modules/orders/testing/shop.ts'
import { confirmedOrder, draftOf, idOf, seeInvoice } from './testing/billing.ts'
import { creditInvoice, Invoice, invoiceOrders, issueInvoice, voidInvoice } from './index.ts'

const world = useWorld(modules)
const open = () => openShop(world(), [{ onHand: '50', unitCost: '40' }])
const see = (id: string) => seeInvoice(world(), id)
const issue = (id: string) => world().program.do(issueInvoice, id)
const charged = (shop: Shop, freight: string, more = {}) =>
  confirmedOrder(shop, ['4'], { freight, freightTaxPercent: '5', ...more })
const draft = (order: { id: string }) => draftOf(world(), order.id)
const together = async (shop: Shop, orders: { id: string }[]) => {
  const wish = { orders: orders.map((order) => order.id), basis: 'ordered' } as const
  return see(idOf(await shop.seller.do(invoiceOrders, null, wish)))
}
const change = (id: string, patch: object) => world().program.update(Invoice, id, patch)

test('freight that no invoice carries is on the next, whatever was invoiced before', async () => {
  const order = await charged(await open(), '60')
  const first = await draft(order)
  await change(first.id, { freight: null, lines: [{ ...first.lines[0], quantity: '1' }] })
  await issue(first.id)
  const second = await draft(order)
  expect(second).toMatchObject({ freight: '60', lines: [{ quantity: '3' }] })
  await change(second.id, { freight: null })
  await issue(second.id)
  const alone = await draft(order)
  expect(alone).toMatchObject({ lines: [], freight: '60', total: '63', order: order.id })
  await refuses(draft(order), 'invoice.nothing-open')
  await issue(alone.id)
  await refuses(draft(order), 'invoice.nothing-open')
  expect(await checkBooks(world())).toEqual([])
})

test('goods that are credited and invoiced again do not bring the freight again', async () => {
  const order = await charged(await open(), '60')
  const first = await draft(order)
  await issue(first.id)
  const credit = idOf(await world().program.do(creditInvoice, first.id))
  await change(credit, { freight: null })
  await issue(credit)
  expect(await draft(order)).toMatchObject({ freight: null, total: '420' })
  expect(await checkBooks(world())).toEqual([])
})

test('a dropped draft and a voided invoice give the freight back', async () => {
  const order = await charged(await open(), '60')
  const dropped = await draft(order)
  await world().program.remove(Invoice, dropped.id)
  const voided = await draft(order)
  expect(voided).toMatchObject({ freight: '60' })
  await issue(voided.id)
  await world().program.do(voidInvoice, voided.id, {}, { reason: 'Wrong address' })
  expect(await draft(order)).toMatchObject({ freight: '60' })
})

test('an invoice typed by hand carries the freight of the orders it names', async () => {
  const shop = await open()
  const order = await charged(shop, '60')
  const [line] = order.lines
  const lines = [{ ...line, id: null, quantity: '1', orderLine: line?.id ?? null }]
  const typed = lines.map(({ product, quantity, unitPrice, taxPercent, orderLine }) => ({
    product: product ?? '',
    quantity,
    unitPrice: unitPrice ?? '0',
    taxPercent: taxPercent ?? '0',
    orderLine,
  }))
  await world().program.create(Invoice, { customer: shop.customer, freight: '60', lines: typed })
  expect(await draft(order)).toMatchObject({ freight: null, lines: [{ quantity: '3' }] })
})

test('of several orders each freight counts once, whichever invoice carries it', async () => {
  const shop = await open()
  const [one, two] = [await charged(shop, '60'), await charged(shop, '30')]
  const part = await draft(one)
  await change(part.id, { lines: [{ ...part.lines[0], quantity: '1' }] })
  await issue(part.id)
  const both = await together(shop, [one, two])
  expect(both).toMatchObject({ freight: '30', freightTaxPercent: '5', freightOf: [two.id] })
  await world().program.do(voidInvoice, part.id, {}, { reason: 'Wrong address' })
  expect(await draft(one)).toMatchObject({ freight: '60', lines: [{ quantity: '1' }] })
})

test('orders stand on one invoice only where rate and tax of the freight agree', async () => {
  const shop = await open()
  const [one, two] = [await charged(shop, '60'), await charged(shop, '30')]
  const untaxed = await charged(shop, '10', { freightTaxPercent: '0' })
  const without = await charged(shop, '0', { freight: null, freightTaxPercent: null })
  await refuses(together(shop, [one, untaxed]), 'invoice.freight-taxes-differ', 'orders')
  const invoice = await together(shop, [without, one, two])
  expect(invoice).toMatchObject({ freight: '90', freightTaxPercent: '5', total: '1354.5' })
  const usd = (rate: string) => charged(shop, '1', { currency: 'USD', rate })
  const [cheap, dear] = [await usd('30'), await usd('31')]
  await refuses(together(shop, [cheap, dear]), 'invoice.orders-differ')
  expect(await together(shop, [dear, await usd('31')])).toMatchObject({ rate: '31', freight: '2' })
})
