/** Two customers who both did business become one, and two again; the books always add up. */
import { expect, test } from 'vitest'
import { refuses, useWorld, type Actor } from '#kernel/testing/world.ts'
import { merge } from '#kernel/merge/merge.ts'
import { Share } from '#kernel/access/user.entity.ts'
import { undo } from '#kernel/undo/undo.ts'
import { modules } from '#modules/index.ts'
import { Invoice, invoiceOrder, issueInvoice, voidInvoice } from '#modules/invoices/index.ts'
import { accountOf, confirmedOrder, draftOf, issued } from '#modules/invoices/testing/billing.ts'
import { Comment } from '#modules/notes/index.ts'
import { confirmOrder, Order } from '#modules/orders/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { draftOrder, openShop, type Shop } from '#modules/orders/testing/shop.ts'
import { cancelReceipt, Receipt, receivePayment, postReceipt } from '#modules/receipts/index.ts'
import { CustomerAccount, Receivable } from '#modules/receivables/index.ts'
import { CustomerAddress, Contact, Customer } from './index.ts'

const world = useWorld(modules)

/** A customer with all there may be: confirmed, invoiced, paid in part, and an advance in USD. */
async function busy(shop: Shop): Promise<{ order: string; invoice: Invoice; receipt: string }> {
  const { program } = world()
  const order = await confirmedOrder(shop, ['4'])
  const { id } = await draftOf(world(), (await confirmedOrder(shop, ['2'])).id)
  await program.do(issueInvoice, id)
  const invoice = await program.see(Invoice, id)
  await program.do(receivePayment, id, { amount: '50' })
  const usd = { currency: 'USD', rate: '31.25', amount: '10' }
  const advance = await program.create(Receipt, { customer: shop.customer, ...usd })
  await program.do(postReceipt, advance.id)
  await program.create(Contact, { customer: shop.customer, name: 'Ann' })
  const address = { name: 'Store', address: { city: 'Taichung' } }
  await program.create(CustomerAddress, { customer: shop.customer, ...address })
  const hanger = { entity: 'customer', record: shop.customer }
  await program.create(Comment, { ...hanger, text: 'Pays late' })
  await program.create(Share, { ...hanger, person: shop.keeper.caller.person.id })
  return { order: order.id, invoice, receipt: advance.id }
}

async function two() {
  const one = await openShop(world(), [{ onHand: '50', unitCost: '40' }])
  const other = { ...one, customer: (await one.seller.create(Customer, { name: 'Twin' })).id }
  return { one, other, kept: await busy(one), gone: await busy(other) }
}

const join = (actor: Actor, keep: string, ...drop: string[]) =>
  merge(world().house, actor.caller, Customer, { keep, drop, take: {} })
const takeBack = (actor: Actor, operation: string | null) =>
  undo(world().house, actor.caller, operation ?? '', {})

/** How many of each there are of a customer. */
async function countOf({ customer }: Shop): Promise<number[]> {
  const { program } = world()
  const lists = [Order, Invoice, Receivable, Receipt, Contact, CustomerAddress, CustomerAccount]
  const counts: number[] = []
  for (const entity of lists)
    counts.push((await program.list(entity, { where: { customer } })).length)
  const hanging = { where: { entity: 'customer', record: customer } }
  for (const entity of [Comment, Share]) counts.push((await program.list(entity, hanging)).length)
  return counts
}

const ofOne = [2, 1, 1, 2, 1, 1, 1, 1, 1]
const ofNone = [0, 0, 0, 0, 0, 0, 0, 0, 0]
const ofBoth = [4, 2, 2, 4, 2, 2, 1, 2, 2]
const figures = { invoiced: '210', received: '362.5', open: '160', advance: '312.5', held: '420' }
const doubled = { invoiced: '420', received: '725', open: '320', advance: '625', held: '840' }
const nothing = { invoiced: '0', received: '0', open: '0', advance: '0', held: '0' }

test('orders, invoices, money and whatever hangs on both are of the one that stays', async () => {
  const { one, other } = await two()
  expect([await accountOf(world(), one), await countOf(one)]).toEqual([figures, ofOne])
  await join(world().program, one.customer, other.customer)
  expect([await accountOf(world(), one), await countOf(one)]).toEqual([doubled, ofBoth])
  expect([await accountOf(world(), other), await countOf(other)]).toEqual([nothing, ofNone])
  expect(await checkBooks(world())).toEqual([])
})

test('undone at once, each has again what it had, and the books say so', async () => {
  const { one, other } = await two()
  const { program } = world()
  const { operation } = await join(program, one.customer, other.customer)
  const answer = await takeBack(program, operation)
  expect(answer.conflicts).toEqual([])
  for (const shop of [one, other])
    expect([await accountOf(world(), shop), await countOf(shop)]).toEqual([figures, ofOne])
  expect(await program.see(Customer, other.customer)).toMatchObject({ deletedAt: null })
  expect(await checkBooks(world())).toEqual([])
  await refuses(takeBack(program, operation), 'operation.already-undone')
  const again = await join(program, one.customer, other.customer)
  await takeBack(program, again.operation)
  expect([await accountOf(world(), other), await countOf(other)]).toEqual([figures, ofOne])
  expect(await checkBooks(world())).toEqual([])
})

test('what came along goes on as before, also after the way back', async () => {
  const { one, other, gone } = await two()
  const { program } = world()
  const { operation } = await join(program, one.customer, other.customer)
  await program.do(cancelReceipt, gone.receipt, {}, { reason: 'Bounced' })
  const paid = await issued(world(), { ...one }, '7')
  expect(await checkBooks(world())).toEqual([])
  expect(await accountOf(world(), one)).toMatchObject({ advance: '312.5', invoiced: '427' })
  await takeBack(program, operation)
  expect(await accountOf(world(), one)).toMatchObject({ invoiced: '217', advance: '312.5' })
  expect(await accountOf(world(), other)).toEqual({ ...figures, received: '50', advance: '0' })
  await program.do(voidInvoice, paid.id, {}, { reason: 'Wrong' })
  expect(await checkBooks(world())).toEqual([])
})

test('documents that came along are settled, voided and posted in the name of today', async () => {
  const { one, other, gone } = await two()
  const { program } = world()
  const draft = await program.create(Receipt, { customer: other.customer, amount: '30' })
  const { operation } = await join(program, one.customer, other.customer)
  await program.do(postReceipt, draft.id)
  await program.do(cancelReceipt, draft.id, {}, { reason: 'Bounced' })
  await program.do(receivePayment, gone.invoice.id, {})
  expect(await program.see(Invoice, gone.invoice.id)).toMatchObject({ status: 'paid' })
  expect(await accountOf(world(), one)).toMatchObject({ open: '160' })
  expect(await checkBooks(world())).toEqual([])
  const refusal = await refuses(takeBack(program, operation), 'merge.tied-since')
  expect(refusal.facts).toMatchObject({ entity: 'Receipt' })
})

test('a draft of what stays for an order that would go back stands in the way', async () => {
  const { one, other, gone } = await two()
  const { program } = world()
  const { operation } = await join(program, one.customer, other.customer)
  const { result } = await program.do(invoiceOrder, gone.order, { basis: 'ordered' })
  const refusal = await refuses(takeBack(program, operation), 'merge.tied-since')
  const drafted = await program.see(Invoice, (result as { id: string }).id)
  expect(refusal.facts).toEqual({ entity: 'Invoice', title: drafted.number })
  await program.remove(Invoice, drafted.id)
  const mine = await draftOrder(one, ['1'])
  await program.do(confirmOrder, mine.id)
  expect((await takeBack(program, operation)).conflicts).toEqual([])
  expect(await program.see(Order, mine.id)).toMatchObject({ customer: one.customer })
  expect(await accountOf(world(), one)).toMatchObject({ held: '525' })
  expect(await checkBooks(world())).toEqual([])
})
