/** Many hands at one invoice: its last open amount is received once, and a retry never doubles. */
import { expect, test } from 'vitest'
import { idempotencyOf } from '#kernel/action/idempotency.ts'
import { runAction } from '#kernel/action/run-action.ts'
import { Refusal } from '#kernel/base/fail.ts'
import { useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { accountOf, issued, seeInvoice } from '#modules/invoices/testing/billing.ts'
import { creditInvoice, issueInvoice } from '#modules/invoices/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { openShop } from '#modules/orders/testing/shop.ts'
import { cancelReceipt, postReceipt, Receipt, receivePayment } from './index.ts'

const world = useWorld(modules)

function rulesOf(ends: PromiseSettledResult<unknown>[]): unknown[] {
  const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []))
  return reasons.map((reason) => (reason instanceof Refusal ? reason.rule : reason))
}

test('of two receipts for the same last amount one wins, the other is refused', async () => {
  const shop = await openShop(world(), [])
  const invoice = await issued(world(), shop, '100')
  const { program } = world()
  const lines = [{ invoice: invoice.id, amount: '100' }]
  const draft = { customer: shop.customer, amount: '100', lines }
  const drafts = [await program.create(Receipt, draft), await program.create(Receipt, draft)]
  const ends = await Promise.allSettled(drafts.map(({ id }) => program.do(postReceipt, id)))
  expect(rulesOf(ends)).toEqual(['invoice.not-open'])
  expect(await seeInvoice(world(), invoice.id)).toMatchObject({ status: 'paid', open: '0' })
  expect(await accountOf(world(), shop)).toMatchObject({ received: '100', open: '0', advance: '0' })
  expect(await checkBooks(world())).toEqual([])
})

test('a receipt posted twice with one key is one', async () => {
  const shop = await openShop(world(), [])
  const invoice = await issued(world(), shop, '100')
  const { house, program } = world()
  const idempotency = idempotencyOf('payment-0001', 'POST', `/invoice/${invoice.id}`, {})
  const wish = { input: { amount: '60' }, idempotency }
  const pay = () => runAction(house, program.caller, receivePayment, invoice.id, wish)
  const [one, two] = await Promise.all([pay(), pay()])
  const three = await pay()
  expect(two.outcome).toEqual(one.outcome)
  expect(three.outcome).toEqual(one.outcome)
  expect(await seeInvoice(world(), invoice.id)).toMatchObject({ open: '40' })
  const receipts = await program.list(Receipt, { where: { customer: shop.customer } })
  expect(receipts).toHaveLength(1)
})

test('receipts over the same invoices in any order, cancels and credits never tangle', async () => {
  const shop = await openShop(world(), [])
  const invoices = await Promise.all(Array.from({ length: 4 }, () => issued(world(), shop, '100')))
  const { program } = world()
  const payAll = async (index: number) => {
    const turned = [...invoices.slice(index % 4), ...invoices.slice(0, index % 4)]
    const lines = turned.map(({ id }) => ({ invoice: id, amount: '10' }))
    const { id } = await program.create(Receipt, { customer: shop.customer, amount: '45', lines })
    await program.do(postReceipt, id)
    if (index % 2) await program.do(cancelReceipt, id, {}, { reason: 'Bounced' })
  }
  const credit = async (invoice: string) => {
    const { result } = await program.do(creditInvoice, invoice)
    await program.do(issueInvoice, (result as { id: string }).id)
  }
  const pay = (id: string) => program.do(receivePayment, id, { amount: '15' })
  const hands = [
    ...Array.from({ length: 12 }, (_, index) => payAll(index)),
    ...invoices.map(({ id }) => pay(id)),
    credit(invoices[1]?.id ?? ''),
  ]
  const rules = rulesOf(await Promise.allSettled(hands))
  const expected = ['invoice.not-open', 'invoice.more-than-open', 'action.wrong-state']
  expect(rules.filter((rule) => !expected.includes(String(rule)))).toEqual([])
  expect(await checkBooks(world())).toEqual([])
})
