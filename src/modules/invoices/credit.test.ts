/** Credit notes: the mirror of an invoice, set off against what is open, never more of it. */
import { expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Order } from '#modules/orders/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { openShop, type Shop } from '#modules/orders/testing/shop.ts'
import { receivePayment } from '#modules/receipts/index.ts'
import {
  accountOf,
  confirmedOrder,
  draftOf,
  issued,
  movedBy,
  seeInvoice,
} from './testing/billing.ts'
import { creditInvoice, Invoice, issueInvoice, voidInvoice } from './index.ts'

const world = useWorld(modules)
const open = () => openShop(world(), [{ onHand: '50', unitCost: '40' }])
const see = (id: string) => seeInvoice(world(), id)
const issue = (id: string) => world().program.do(issueInvoice, id)
const pay = (id: string, amount?: string) =>
  world().program.do(receivePayment, id, amount ? { amount } : {})
const undo = { reason: 'Typed wrongly' }

async function draftCredit(id: string): Promise<Invoice> {
  const { result } = await world().program.do(creditInvoice, id)
  return see((result as { id: string }).id)
}

/** A credit note of that much of the only line, issued. */
async function credited(id: string, unitPrice: string): Promise<Invoice> {
  const draft = await draftCredit(id)
  const lines = [{ ...draft.lines[0], unitPrice }]
  await world().program.update(Invoice, draft.id, { lines, freight: null })
  await issue(draft.id)
  return see(draft.id)
}

async function billed(shop: Shop, quantity: string): Promise<{ invoice: Invoice; order: Order }> {
  const order = await confirmedOrder(shop, [quantity], { freight: '10' })
  const { id } = await draftOf(world(), order.id)
  await issue(id)
  return { invoice: await see(id), order }
}

test('a whole credit note takes the invoice back and the order is open again', async () => {
  const shop = await open()
  const { invoice, order } = await billed(shop, '4')
  const draft = await draftCredit(invoice.id)
  expect(draft).toMatchObject({ kind: 'credit', corrects: invoice.id, total: '430', freight: '10' })
  await issue(draft.id)
  expect(await see(draft.id)).toMatchObject({ status: 'paid', open: '0', applied: '430' })
  expect(await see(invoice.id)).toMatchObject({ status: 'paid', open: '0', credited: '430' })
  const mirror = {
    revenue: '400',
    'freight-revenue': '10',
    'tax-payable': '20',
    receivable: '-430',
  }
  expect(await movedBy(world(), draft.id)).toEqual(mirror)
  expect(await accountOf(world(), shop)).toMatchObject({ open: '0', invoiced: '0', held: '430' })
  const [line] = (await world().program.see(Order, order.id)).lines
  expect(line).toMatchObject({ invoicedQuantity: '0' })
  await refuses(draftCredit(invoice.id), 'invoice.all-credited')
  await refuses(draftCredit(draft.id), 'invoice.credit-of-credit')
  await refuses(world().program.do(voidInvoice, invoice.id, {}, undo), 'invoice.is-credited')
  expect(await checkBooks(world())).toEqual([])
})

test('a credit note for part of the goods leaves the rest open', async () => {
  const shop = await open()
  const { invoice, order } = await billed(shop, '4')
  const draft = await draftCredit(invoice.id)
  const [line] = draft.lines
  const part = { lines: [{ ...line, quantity: '1.5' }], freight: null }
  await world().program.update(Invoice, draft.id, part)
  await issue(draft.id)
  expect(await see(invoice.id)).toMatchObject({ status: 'part-paid', open: '272.5' })
  expect((await world().program.see(Order, order.id)).lines[0]?.invoicedQuantity).toBe('2.5')
  const next = await draftCredit(invoice.id)
  expect(next).toMatchObject({ freight: '10', lines: [{ quantity: '2.5' }] })
  const tooMuch = { lines: [{ ...next.lines[0], quantity: '2.6' }] }
  await world().program.update(Invoice, next.id, tooMuch)
  await refuses(issue(next.id), 'invoice.more-than-line', 'lines.0.quantity')
  expect(await checkBooks(world())).toEqual([])
})

test('no more is credited than the invoice stands for', async () => {
  const shop = await open()
  const invoice = await issued(world(), shop, '100')
  const refusal = await refuses(credited(invoice.id, '100.01'), 'invoice.more-than-creditable')
  expect(refusal.facts).toMatchObject({ open: '100', amount: '100.01' })
  const other = await open()
  const draft = await draftCredit(invoice.id)
  await world().program.update(Invoice, draft.id, { customer: other.customer })
  await refuses(issue(draft.id), 'invoice.credit-differs', 'customer')
  await world().program.update(Invoice, draft.id, { customer: shop.customer })
  await world().program.do(voidInvoice, invoice.id, {}, undo)
  await refuses(issue(draft.id), 'invoice.not-creditable')
})

test('what is paid already stays with the customer as a negative open item', async () => {
  const shop = await open()
  const invoice = await issued(world(), shop, '100')
  await pay(invoice.id, '80')
  const credit = await credited(invoice.id, '50')
  expect(credit).toMatchObject({ status: 'part-paid', open: '-30', applied: '20' })
  expect(await see(invoice.id)).toMatchObject({ status: 'paid', open: '0' })
  expect(await accountOf(world(), shop)).toMatchObject({ open: '-30' })
  await refuses(pay(credit.id), 'receipt.of-credit')
  expect(await checkBooks(world())).toEqual([])
})

test('a credit note is voided as long as nothing but its own invoice used it', async () => {
  const shop = await open()
  const invoice = await issued(world(), shop, '100', { currency: 'USD', rate: '31.2345' })
  await pay(invoice.id, '33.33')
  const credit = await credited(invoice.id, '22.22')
  expect(await see(invoice.id)).toMatchObject({ open: '44.45', credited: '22.22' })
  await world().program.do(voidInvoice, credit.id, {}, undo)
  expect(await see(credit.id)).toMatchObject({ status: 'void', open: '0', applied: '0' })
  expect(await see(invoice.id)).toMatchObject({ open: '66.67', credited: '0', status: 'part-paid' })
  expect(await movedBy(world(), credit.id)).toEqual({})
  await pay(invoice.id)
  expect(await see(invoice.id)).toMatchObject({ open: '0', status: 'paid' })
  expect(await accountOf(world(), shop)).toMatchObject({ open: '0' })
  expect(await checkBooks(world())).toEqual([])
})

test('what rounding leaves between invoice and credit note is an exchange difference', async () => {
  const shop = await open()
  const invoice = await issued(world(), shop, '100.01', { currency: 'USD', rate: '31.2345' })
  await pay(invoice.id, '33.33')
  // 3123.76 less 1041.05 are open in base currency; 66.68 × 31.2345 = 2082.72
  const credit = await credited(invoice.id, '66.68')
  const mirror = { revenue: '2082.72', receivable: '-2082.71', exchange: '-0.01' }
  expect(await movedBy(world(), credit.id)).toEqual(mirror)
  expect(await checkBooks(world())).toEqual([])
  await world().program.do(voidInvoice, credit.id, {}, undo)
  expect(await accountOf(world(), shop)).toMatchObject({ open: '2082.71' })
  expect(await checkBooks(world())).toEqual([])
})

test('an invoice on which money came in is not voided', async () => {
  const shop = await open()
  const invoice = await issued(world(), shop, '100')
  await pay(invoice.id, '1')
  const refusal = world().program.do(voidInvoice, invoice.id, {}, undo)
  await refuses(refusal, 'receivable.part-settled')
})
