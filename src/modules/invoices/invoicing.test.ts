/** Invoicing orders, whole, in parts and together: books, credit and orders always agree. */
import { expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { amendOrder, Order } from '#modules/orders/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { openShop } from '#modules/orders/testing/shop.ts'
import { receivableOf } from '#modules/receivables/index.ts'
import {
  accountOf,
  confirmedOrder,
  draftOf,
  issued,
  movedBy,
  seeInvoice,
} from './testing/billing.ts'
import { Invoice, invoiceOrder, invoiceOrders, issueInvoice, voidInvoice } from './index.ts'

const world = useWorld(modules)
const open = (terms = {}) =>
  openShop(world(), [{ onHand: '50', unitCost: '40' }], { paymentDays: 45, ...terms })
const seeOrder = (id: string) => world().program.see(Order, id)
const issue = (id: string) => world().program.do(issueInvoice, id)
const quantityOf = async (id: string, quantity: string) => {
  const { lines } = await seeInvoice(world(), id)
  await world().program.update(Invoice, id, { lines: [{ ...lines[0], quantity }] })
}

test('issuing makes the customer owe, posts what was earned, and frees the credit', async () => {
  const shop = await open()
  const freight = { freight: '80', freightTaxPercent: '5' }
  const order = await confirmedOrder(shop, ['3'], freight)
  expect(await accountOf(world(), shop)).toMatchObject({ held: '399', open: '0' })
  const draft = await draftOf(world(), order.id)
  expect(draft).toMatchObject({ net: '380', tax: '19', total: '399', open: '0', order: order.id })
  await shop.seller.do(issueInvoice, draft.id)
  const invoice = await seeInvoice(world(), draft.id)
  expect(invoice).toMatchObject({ status: 'issued', open: '399', baseTotal: '399' })
  expect(invoice).toMatchObject({ invoicedOn: '2026-11-23', dueOn: '2027-01-07' })
  expect(await movedBy(world(), invoice.id)).toEqual({
    receivable: '399',
    revenue: '-300',
    'freight-revenue': '-80',
    'tax-payable': '-19',
  })
  const account = { held: '0', open: '399', invoiced: '399' }
  expect(await accountOf(world(), shop)).toMatchObject(account)
  expect((await seeOrder(order.id)).lines[0]).toMatchObject({ invoicedQuantity: '3' })
  await refuses(shop.seller.update(Invoice, invoice.id, { lines: [] }), 'record.locked')
  await refuses(issue(invoice.id), 'action.wrong-state')
  expect(await checkBooks(world())).toEqual([])
})

test('an order is invoiced in parts; each frees its share, the last one the rest', async () => {
  const shop = await open()
  const order = await confirmedOrder(shop, ['3'], { freight: '100.01' })
  const held = []
  for (const quantity of ['1', '1', '1']) {
    const draft = await draftOf(world(), order.id)
    await quantityOf(draft.id, quantity)
    await issue(draft.id)
    held.push((await accountOf(world(), shop))['held'])
  }
  expect(held).toEqual(['310.01', '205.01', '0'])
  const rows = await world().program.list(Invoice, {
    where: { order: order.id },
    columns: ['freight'],
  })
  expect(rows.map((row) => row.freight).filter(Boolean)).toEqual(['100.01'])
  await refuses(draftOf(world(), order.id), 'invoice.nothing-open')
  expect(await checkBooks(world())).toEqual([])
})

test('only what is shipped, unless all that is ordered is asked for; a draft counts', async () => {
  const shop = await open()
  const order = await confirmedOrder(shop, ['3', '2'])
  const { result } = await shop.seller.do(invoiceOrder, order.id, {})
  const { lines } = await seeInvoice(world(), (result as { id: string }).id)
  expect(lines).toMatchObject([{ product: shop.service, quantity: '2' }])
  const rest = await draftOf(world(), order.id)
  expect(rest.lines).toMatchObject([{ product: shop.goods[0], quantity: '3' }])
  await refuses(draftOf(world(), order.id), 'invoice.nothing-open')
})

test('several orders of one customer stand on one invoice', async () => {
  const shop = await open()
  const [one, two] = [await confirmedOrder(shop, ['2']), await confirmedOrder(shop, ['5'])]
  const together = (orders: string[]) =>
    shop.seller.do(invoiceOrders, null, { orders, basis: 'ordered' })
  const { result } = await together([one.id, two.id])
  const { id } = result as { id: string }
  await issue(id)
  expect(await seeInvoice(world(), id)).toMatchObject({ total: '735', order: one.id })
  for (const order of [one, two]) {
    const { lines } = await seeOrder(order.id)
    expect(lines[0]?.invoicedQuantity).toBe(lines[0]?.quantity)
  }
  const other = await open()
  const foreign = await confirmedOrder({ ...other, seller: shop.seller }, ['1'])
  const more = await confirmedOrder(shop, ['1'])
  await refuses(together([more.id, foreign.id]), 'invoice.orders-differ')
  expect(await checkBooks(world())).toEqual([])
})

test('a line of an order can be named by hand, and must fit', async () => {
  const shop = await open()
  const order = await confirmedOrder(shop, ['4'])
  const [ordered] = order.lines
  const line = { quantity: '1', unitPrice: '90', taxPercent: '5', orderLine: ordered?.id ?? null }
  const draftWith = (more: object, head: object = {}) =>
    world().program.create(Invoice, {
      customer: shop.customer,
      lines: [{ ...line, product: shop.goods[0] ?? '', ...more }],
      ...head,
    })
  const good = await draftWith({})
  await issue(good.id)
  expect(await seeInvoice(world(), good.id)).toMatchObject({ order: order.id, total: '94.5' })
  const tooMuch = await draftWith({ quantity: '3.5' })
  const refusal = await refuses(issue(tooMuch.id), 'invoice.more-than-ordered', 'lines.0.quantity')
  expect(refusal.facts).toMatchObject({ open: '3', quantity: '3.5', order: order.number })
  const wrong = await draftWith({ product: shop.service })
  await refuses(issue(wrong.id), 'invoice.not-of-the-order', 'lines.0.product')
  const usd = await draftWith({}, { currency: 'USD', rate: '30' })
  await refuses(issue(usd.id), 'invoice.other-currency', 'currency')
  const other = await open()
  const another = await draftWith({}, { customer: other.customer })
  await refuses(issue(another.id), 'invoice.order-of-another', 'customer')
  const waiting = await draftWith({})
  await shop.seller.do(amendOrder, order.id, {}, { reason: 'More is wanted' })
  await refuses(issue(waiting.id), 'invoice.order-not-confirmed')
  expect(await checkBooks(world())).toEqual([])
})

test('of two invoices issued at once for the same goods one wins', async () => {
  const shop = await open()
  const order = await confirmedOrder(shop, ['4'])
  const one = await draftOf(world(), order.id)
  const lines = one.lines.map((line) => ({ ...line, id: null }))
  const two = await world().program.create(Invoice, { customer: shop.customer, lines })
  const ends = await Promise.allSettled([issue(one.id), issue(two.id)])
  const refused = ends.filter((end) => end.status === 'rejected')
  expect(refused).toMatchObject([{ reason: { rule: 'invoice.more-than-ordered' } }])
  expect((await seeOrder(order.id)).lines[0]).toMatchObject({ invoicedQuantity: '4' })
  expect(await accountOf(world(), shop)).toMatchObject({ held: '0', open: '420' })
  expect(await checkBooks(world())).toEqual([])
})

test('in another currency the books are kept at the rate of the invoice', async () => {
  const shop = await open()
  const line = { product: shop.service, quantity: '1', unitPrice: '33.33', taxPercent: '5' }
  const usd = { currency: 'USD', rate: '31.2345', freight: '7.77', lines: [line] }
  const draft = await world().program.create(Invoice, { customer: shop.customer, ...usd })
  await issue(draft.id)
  // 33.33 + 1.67 tax + 7.77 freight = 42.77 USD; × 31.2345 = 1335.90 TWD
  expect(await movedBy(world(), draft.id)).toEqual({
    receivable: '1335.9',
    revenue: '-1041.05',
    'freight-revenue': '-242.69',
    'tax-payable': '-52.16',
  })
  const item = await world().within((ctx) => receivableOf(ctx, draft.id))
  expect(item).toMatchObject({ currency: 'USD', amount: '42.77', baseAmount: '1335.9' })
  const unrated = await world().program.create(Invoice, {
    customer: shop.customer,
    currency: 'USD',
    lines: [line],
  })
  await refuses(issue(unrated.id), 'document.no-rate', 'rate')
  await refuses(issue((await empty(shop.customer)).id), 'document.no-lines', 'lines')
})
const empty = (customer: string) => world().program.create(Invoice, { customer, lines: [] })

test('voiding gives everything back and needs a reason', async () => {
  const shop = await open()
  const order = await confirmedOrder(shop, ['2'])
  const { id } = await draftOf(world(), order.id)
  await issue(id)
  const finance = await world().as('finance')
  await refuses(shop.seller.do(voidInvoice, id, {}, { reason: 'x' }), 'action.not-allowed')
  await refuses(finance.do(voidInvoice, id), 'action.reason-needed')
  await finance.do(voidInvoice, id, {}, { reason: 'Wrong address' })
  expect(await seeInvoice(world(), id)).toMatchObject({ status: 'void', open: '0' })
  expect(await movedBy(world(), id)).toEqual({})
  const account = { held: '210', open: '0', invoiced: '0' }
  expect(await accountOf(world(), shop)).toMatchObject(account)
  expect((await draftOf(world(), order.id)).lines[0]?.quantity).toBe('2')
  expect(await checkBooks(world())).toEqual([])
})

test('an invoice of nothing is paid at once, and a due date lies not before its day', async () => {
  const shop = await open()
  const gift = await issued(world(), shop, '0')
  expect(gift).toMatchObject({ status: 'paid', open: '0' })
  const early = issued(world(), shop, '5', { dueOn: '2026-11-22' })
  await refuses(early, 'invoice.due-before-issued', 'dueOn')
  const later = await issued(world(), shop, '5', { dueOn: '2026-11-30' })
  expect(later.dueOn).toBe('2026-11-30')
  expect(await checkBooks(world())).toEqual([])
})

test('sellers work with their own invoices alone', async () => {
  const shop = await open()
  const draft = await draftOf(world(), (await confirmedOrder(shop, ['1'])).id)
  const colleague = await world().as('sales', 'Other seller')
  await refuses(colleague.do(issueInvoice, draft.id), 'record.not-found')
  expect(await shop.seller.see(Invoice, draft.id)).toMatchObject({ owner: expect.any(String) })
  await refuses((await world().as('storekeeper')).see(Invoice, draft.id), 'record.not-found')
})
