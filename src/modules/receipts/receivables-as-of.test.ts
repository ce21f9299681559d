/** Who owed how much on a day: what happened after it does not count, what stood then does. */
import { expect, test } from 'vitest'
import { useWorld } from '#kernel/testing/world.ts'
import { creditInvoice, Invoice, issueInvoice, voidInvoice } from '#modules/invoices/index.ts'
import { idOf, issued } from '#modules/invoices/testing/billing.ts'
import { modules } from '#modules/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { openShop } from '#modules/orders/testing/shop.ts'
import { receivablesByCustomer } from '#modules/receivables/index.ts'
import { allocateAdvance, cancelReceipt, postReceipt, Receipt, receivePayment } from './index.ts'

const world = useWorld(modules)
const none = { notDue: '0', days30: '0', days60: '0', days90: '0', older: '0' }

async function company() {
  const own = await world().elsewhere()
  const shop = await openShop(own, [])
  const { program } = own
  const asOf = async (on: string) => {
    const rows = await program.report(receivablesByCustomer, { on })
    return rows.map((row) => {
      const { customer: _, ...figures } = row
      return figures
    })
  }
  const bill = async (net: string, invoicedOn: string) =>
    (await issued(own, shop, net, { invoicedOn })).id
  const pay = async (invoice: string, amount: string, receivedOn: string) =>
    idOf(await program.do(receivePayment, invoice, { amount, receivedOn }))
  return { own, shop, program, asOf, bill, pay }
}

test('an invoice of later and a payment of later do not count yet', async () => {
  const { own, asOf, bill, pay } = await company()
  const first = await bill('100', '2026-09-30')
  await pay(first, '40', '2026-10-05')
  await pay(first, '60', '2026-11-10')
  await bill('50', '2026-11-20')
  expect(await asOf('2026-09-29')).toEqual([])
  expect(await asOf('2026-09-30')).toEqual([{ ...none, open: '100', notDue: '100' }])
  expect(await asOf('2026-10-30')).toEqual([{ ...none, open: '60', notDue: '60' }])
  expect(await asOf('2026-11-09')).toEqual([{ ...none, open: '60', days30: '60' }])
  expect(await asOf('2026-11-10')).toEqual([])
  expect(await asOf('2026-11-23')).toEqual([{ ...none, open: '50', notDue: '50' }])
  expect(await asOf('2027-01-20')).toEqual([{ ...none, open: '50', days60: '50' }])
  expect(await checkBooks(own)).toEqual([])
})

test('what is taken back today stood until yesterday', async () => {
  const { own, program, asOf, bill, pay } = await company()
  const why = { reason: 'Typed wrongly' }
  const voided = await bill('100', '2026-10-01')
  await program.do(voidInvoice, voided, {}, why)
  const invoice = await bill('70', '2026-10-02')
  const receipt = await pay(invoice, '70', '2026-10-03')
  await program.do(cancelReceipt, receipt, {}, why)
  expect(await asOf('2026-10-02')).toEqual([{ ...none, open: '170', notDue: '170' }])
  expect(await asOf('2026-11-22')).toEqual([{ ...none, open: '100', days30: '100' }])
  expect(await asOf('2026-11-23')).toEqual([{ ...none, open: '70', days30: '70' }])
  expect(await checkBooks(own)).toEqual([])
})

test('credit notes and allocated advances count from their day', async () => {
  const { own, shop, program, asOf, bill } = await company()
  const invoice = await bill('100', '2026-08-01')
  const credit = idOf(await program.do(creditInvoice, invoice))
  const { lines } = await program.see(Invoice, credit)
  const part = { invoicedOn: '2026-09-01', lines: [{ ...lines[0], unitPrice: '30' }] }
  await program.update(Invoice, credit, part)
  await program.do(issueInvoice, credit)
  const advance = { customer: shop.customer, amount: '90', receivedOn: '2026-08-02' }
  const { id } = await program.create(Receipt, advance)
  await program.do(postReceipt, id)
  await program.do(allocateAdvance, id, { invoice, amount: '50', allocatedOn: '2026-10-01' })
  expect(await asOf('2026-08-31')).toEqual([{ ...none, open: '100', notDue: '100' }])
  expect(await asOf('2026-09-30')).toEqual([{ ...none, open: '70', days30: '70' }])
  expect(await asOf('2026-10-01')).toEqual([{ ...none, open: '20', days60: '20' }])
  expect(await checkBooks(own)).toEqual([])
})
