/** Money from customers: parts, advances, charges, exchange differences, and taking it back. */
import { expect, test } from 'vitest'
import type { Draft } from '#kernel/entity/entity.ts'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Invoice, issueInvoice } from '#modules/invoices/index.ts'
import { accountOf, issued, movedBy, seeInvoice } from '#modules/invoices/testing/billing.ts'
import { Account } from '#modules/ledger/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { openShop, type Shop } from '#modules/orders/testing/shop.ts'
import {
  allocateAdvance,
  cancelReceipt,
  invoicedAndReceived,
  postReceipt,
  Receipt,
  receivePayment,
} from './index.ts'

const world = useWorld(modules)
const open = () => openShop(world(), [])
const see = (id: string) => world().program.see(Receipt, id)
const bounced = { reason: 'The cheque bounced' }

async function drafted(shop: Shop, draft: Draft<typeof Receipt>): Promise<string> {
  const finance = await world().as('finance')
  return (await finance.create(Receipt, { customer: shop.customer, ...draft })).id
}

async function posted(shop: Shop, draft: Draft<typeof Receipt>): Promise<Receipt> {
  const id = await drafted(shop, draft)
  await (await world().as('finance')).do(postReceipt, id)
  return see(id)
}

test('one receipt settles several invoices, one of them in part', async () => {
  const shop = await open()
  const [one, two] = [await issued(world(), shop, '100'), await issued(world(), shop, '250')]
  const lines = [
    { invoice: one.id, amount: '100' },
    { invoice: two.id, amount: '50' },
  ]
  const receipt = await posted(shop, { amount: '150', fee: '15', lines })
  expect(receipt).toMatchObject({ status: 'posted', unallocated: '0', invoice: one.id })
  expect(await seeInvoice(world(), one.id)).toMatchObject({ status: 'paid', open: '0' })
  expect(await seeInvoice(world(), two.id)).toMatchObject({ status: 'part-paid', open: '200' })
  const moved = { bank: '135', charges: '15', receivable: '-150' }
  expect(await movedBy(world(), receipt.id)).toEqual(moved)
  expect(await accountOf(world(), shop)).toMatchObject({ received: '150', open: '200' })
  expect(await checkBooks(world())).toEqual([])
})

test('what is not allocated is an advance, and pays an invoice later', async () => {
  const shop = await open()
  const receipt = await posted(shop, { amount: '500', method: 'cash' })
  expect(await movedBy(world(), receipt.id)).toEqual({ cash: '500', advance: '-500' })
  expect(await accountOf(world(), shop)).toMatchObject({ advance: '500', received: '500' })
  const invoice = await issued(world(), shop, '320')
  const finance = await world().as('finance')
  await finance.do(allocateAdvance, receipt.id, { invoice: invoice.id, amount: '20' })
  await finance.do(allocateAdvance, receipt.id, { invoice: invoice.id })
  expect(await seeInvoice(world(), invoice.id)).toMatchObject({ status: 'paid', open: '0' })
  expect(await see(receipt.id)).toMatchObject({ unallocated: '180', invoice: invoice.id })
  const account = { advance: '180', received: '500', open: '0' }
  expect(await accountOf(world(), shop)).toMatchObject(account)
  const moved = { cash: '500', advance: '-180', receivable: '-320' }
  expect(await movedBy(world(), receipt.id)).toEqual(moved)
  const next = await issued(world(), shop, '900')
  const allocate = (amount: string) =>
    finance.do(allocateAdvance, receipt.id, { invoice: next.id, amount })
  await refuses(allocate('180.01'), 'receipt.more-than-left', 'amount')
  await allocate('180')
  await refuses(allocate('1'), 'receipt.nothing-left')
  expect(await checkBooks(world())).toEqual([])
})

test('another rate than the invoice had is exchange gain or loss', async () => {
  const shop = await open()
  const usd = (rate: string) => ({ currency: 'USD', rate })
  const invoice = await issued(world(), shop, '100', usd('30'))
  const lines = [{ invoice: invoice.id, amount: '40' }]
  const gain = await posted(shop, { amount: '60', fee: '1', lines, ...usd('31.5') })
  expect(await movedBy(world(), gain.id)).toEqual({
    bank: '1858.5',
    charges: '31.5',
    receivable: '-1200',
    advance: '-630',
    exchange: '-60',
  })
  expect(gain).toMatchObject({ baseAmount: '1890', baseUnallocated: '630' })
  const finance = await world().as('finance')
  await finance.do(allocateAdvance, gain.id, { invoice: invoice.id, amount: '20' })
  const { result } = await finance.do(receivePayment, invoice.id, { rate: '28', method: 'cash' })
  const loss = (result as { id: string }).id
  const moved = { cash: '1120', receivable: '-1200', exchange: '80' }
  expect(await movedBy(world(), loss)).toEqual(moved)
  expect(await seeInvoice(world(), invoice.id)).toMatchObject({ status: 'paid', open: '0' })
  expect(await accountOf(world(), shop)).toMatchObject({ open: '0', advance: '0' })
  expect(await checkBooks(world())).toEqual([])
})

test('cancelling brings everything back exactly, allocations of the advance too', async () => {
  const shop = await open()
  const usd = { currency: 'USD', rate: '31.2345' }
  const invoice = await issued(world(), shop, '100.01', usd)
  const before = await accountOf(world(), shop)
  const finance = await world().as('finance')
  const first = await posted(shop, {
    amount: '70.07',
    lines: [{ invoice: invoice.id, amount: '33.33' }],
    ...usd,
    rate: '30.9',
  })
  await finance.do(allocateAdvance, first.id, { invoice: invoice.id, amount: '11.11' })
  const { result } = await finance.do(receivePayment, invoice.id)
  await refuses(finance.do(cancelReceipt, first.id), 'action.reason-needed')
  for (const id of [first.id, (result as { id: string }).id]) {
    await finance.do(cancelReceipt, id, {}, bounced)
    expect(await movedBy(world(), id)).toEqual({})
    expect(await see(id)).toMatchObject({ status: 'cancelled', unallocated: '0' })
    expect(await checkBooks(world())).toEqual([])
  }
  expect(await seeInvoice(world(), invoice.id)).toMatchObject({ status: 'issued', open: '100.01' })
  expect(await accountOf(world(), shop)).toEqual(before)
  await refuses(finance.do(cancelReceipt, first.id, {}, bounced), 'action.wrong-state')
})

test('a credit note is paid out by a receipt for the balance', async () => {
  const shop = await open()
  const { customer } = shop
  const [one, two] = [await issued(world(), shop, '100'), await issued(world(), shop, '70')]
  await posted(shop, { amount: '100', lines: [{ invoice: one.id, amount: '100' }] })
  const credit = await world().within(async (ctx) => {
    const line = { product: shop.service, quantity: '1', unitPrice: '30', taxPercent: '0' }
    return ctx.create(Invoice, { kind: 'credit', corrects: one.id, customer, lines: [line] })
  })
  await world().program.do(issueInvoice, credit.id)
  const paid = { invoice: two.id, amount: '70' }
  const lines = [paid, { invoice: credit.id, amount: '-30' }]
  const wrong = await drafted(shop, {
    amount: '100',
    lines: [paid, { invoice: credit.id, amount: '30' }],
  })
  const finance = await world().as('finance')
  await refuses(finance.do(postReceipt, wrong), 'invoice.wrong-sign', 'lines.1.amount')
  await posted(shop, { amount: '40', lines })
  for (const { id } of [two, credit]) {
    expect(await seeInvoice(world(), id)).toMatchObject({ status: 'paid', open: '0' })
  }
  expect(await checkBooks(world())).toEqual([])
})

test('what does not fit is refused at its place', async () => {
  const [shop, other] = [await open(), await open()]
  const invoice = await issued(world(), shop, '100')
  const foreign = await issued(world(), other, '100')
  const finance = await world().as('finance')
  const refused = async (draft: Draft<typeof Receipt>, rule: string, field: string) =>
    refuses(finance.do(postReceipt, await drafted(shop, draft)), rule, field)
  const line = (amount: string, id = invoice.id) => ({ invoice: id, amount })
  const over = [line('60'), line('40.01')]
  const more = await refused(
    { amount: '200', lines: over },
    'invoice.more-than-open',
    'lines.1.amount',
  )
  expect(more.facts).toEqual({ number: invoice.number, open: '40', amount: '40.01' })
  await refused({ amount: '59.99', lines: [line('60')] }, 'receipt.more-than-received', 'lines')
  await refused(
    { amount: '9', lines: [line('9', foreign.id)] },
    'invoice.of-another',
    'lines.0.invoice',
  )
  await refused({ amount: '0' }, 'receipt.nothing', 'amount')
  await refused({ amount: '1', fee: '1.01' }, 'receipt.fee-over-amount', 'fee')
  await refused({ amount: '1', currency: 'USD' }, 'document.no-rate', 'rate')
  const usd = { currency: 'USD', rate: '30', amount: '1' }
  await refused({ ...usd, lines: [line('1')] }, 'invoice.other-currency-paid', 'lines.0.invoice')
  const [revenue] = await world().program.list(Account, { where: { role: 'revenue' } })
  await refused(
    { amount: '1', account: revenue?.id ?? null },
    'receipt.not-a-money-account',
    'account',
  )
  const kept = { code: '1103', name: 'Dollars', kind: 'asset', isMoney: true } as const
  const dollars = await finance.create(Account, { ...kept, currency: 'USD' })
  await refused({ amount: '1', account: dollars.id }, 'receipt.account-currency', 'account')
  await refused({ amount: '1', lines: [line('0')] }, 'invoice.wrong-sign', 'lines.0.amount')
  await finance.do(receivePayment, invoice.id)
  await refused({ amount: '1', lines: [line('1')] }, 'invoice.not-open', 'lines.0.invoice')
  await refuses(shop.seller.do(receivePayment, foreign.id), 'record.not-found')
})

test('the months show what was invoiced, what came in, and what is outstanding of it', async () => {
  const elsewhere = await world().elsewhere()
  const shop = await openShop(elsewhere, [])
  const usd = { currency: 'USD', rate: '30' }
  const { program } = elsewhere
  const one = await issued(elsewhere, shop, '100', { invoicedOn: '2026-09-30', ...usd })
  await issued(elsewhere, shop, '50', { invoicedOn: '2026-11-01' })
  await program.do(receivePayment, one.id, { amount: '40', rate: '31', receivedOn: '2026-10-05' })
  const rows = await program.report(invoicedAndReceived, { from: '2026-09-01' })
  expect(rows).toEqual([
    { month: '2026-09', invoiced: '3000', received: '0', outstanding: '1800' },
    { month: '2026-10', invoiced: '0', received: '1240', outstanding: '0' },
    { month: '2026-11', invoiced: '50', received: '0', outstanding: '50' },
  ])
  expect(await program.report(invoicedAndReceived)).toHaveLength(12)
})
