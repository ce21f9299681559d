/** No fraction of a cent gets into a document: each amount is in minor units of its currency. */
import { expect, test } from 'vitest'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Invoice } from '#modules/invoices/index.ts'
import { issued } from '#modules/invoices/testing/billing.ts'
import { Order } from '#modules/orders/index.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { openShop } from '#modules/orders/testing/shop.ts'
import { Quote } from '#modules/quotes/index.ts'
import { allocateAdvance, postReceipt, Receipt, receivePayment } from './index.ts'

const world = useWorld(modules)
const rule = 'field.too-many-places'
const yen = { currency: 'JPY', rate: '0.21' }

test('a receipt, its charge and its allocations', async () => {
  const shop = await openShop(world(), [])
  const { program } = world()
  const invoice = await issued(world(), shop, '500', yen)
  const draft = (more: object) =>
    program.create(Receipt, { customer: shop.customer, amount: '10', ...more })
  await refuses(draft({ amount: '0.001' }), rule, 'amount')
  await refuses(draft({ fee: '0.005' }), rule, 'fee')
  const refusal = await refuses(draft({ ...yen, amount: '9.5' }), rule, 'amount')
  expect(refusal.problems[0]?.facts).toEqual({ places: 0 })
  const lines = [{ invoice: invoice.id, amount: '9.5' }]
  await refuses(draft({ ...yen, lines }), rule, 'lines.0.amount')
  const cents = await draft({ amount: '9.99' })
  await refuses(program.update(Receipt, cents.id, yen), rule, 'amount')
  await program.update(Receipt, cents.id, { ...yen, amount: '9' })
})

test('what is received for an invoice or taken from an advance', async () => {
  const shop = await openShop(world(), [])
  const { program } = world()
  const invoice = await issued(world(), shop, '500', yen)
  await refuses(program.do(receivePayment, invoice.id, { amount: '0.5' }), rule, 'amount')
  await refuses(program.do(receivePayment, invoice.id, { fee: '0.5' }), rule, 'fee')
  const advance = { customer: shop.customer, amount: '200', ...yen }
  const { id } = await program.create(Receipt, advance)
  await program.do(postReceipt, id)
  const part = { invoice: invoice.id, amount: '0.01' }
  await refuses(program.do(allocateAdvance, id, part), rule, 'amount')
  await program.do(allocateAdvance, id, { ...part, amount: '1' })
  await program.do(receivePayment, invoice.id, { amount: '99' })
  expect(await checkBooks(world())).toEqual([])
})

test('the freight of quote, order and invoice; prices have more places', async () => {
  const shop = await openShop(world(), [])
  const line = { product: shop.service, quantity: '1', unitPrice: '0.123456', taxPercent: '5' }
  for (const entity of [Quote, Order, Invoice]) {
    const draft = { customer: shop.customer, lines: [line] }
    const make = (more: object) => world().program.create(entity, { ...draft, ...more })
    await refuses(make({ freight: '5.555' }), rule, 'freight')
    await refuses(make({ freight: '5.5', ...yen }), rule, 'freight')
    await make({ freight: '5.55' })
  }
})
