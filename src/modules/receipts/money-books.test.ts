/** Whatever is invoiced, paid, allocated, credited, voided or cancelled: the books add up. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '#kernel/base/fail.ts'
import { useWorld, type World } from '#kernel/testing/world.ts'
import { dividedBy } from '#kernel/money/decimal.ts'
import { modules } from '#modules/index.ts'
import { creditInvoice, Invoice, issueInvoice, voidInvoice } from '#modules/invoices/index.ts'
import { confirmedOrder, draftOf, issued } from '#modules/invoices/testing/billing.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { openShop, type Shop } from '#modules/orders/testing/shop.ts'
import { allocateAdvance, cancelReceipt, postReceipt, Receipt } from './index.ts'

const world = useWorld(modules)

/** What may be refused because of what happened before; anything else is a fault. */
const expected = new Set([
  'action.wrong-state',
  'invoice.all-credited',
  'invoice.credit-of-credit',
  'invoice.is-credited',
  'invoice.more-than-creditable',
  'invoice.more-than-ordered',
  'invoice.more-than-open',
  'invoice.not-creditable',
  'invoice.not-open',
  'invoice.nothing-open',
  'invoice.other-currency-paid',
  'invoice.wrong-sign',
  'receipt.more-than-left',
  'receipt.more-than-received',
  'receipt.nothing-left',
  'receivable.part-settled',
  'stock.not-enough',
])

interface Step {
  what: keyof typeof steps
  cents: number
  rate: number
  usd: boolean
  pick: number
}

interface Scene {
  world: World
  shop: Shop
  invoices: string[]
  receipts: string[]
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    'bill',
    'order',
    'pay',
    'pay',
    'advance',
    'allocate',
    'credit',
    'undo',
    'void',
  ),
  cents: fc.integer({ min: 1, max: 9999 }),
  rate: fc.integer({ min: 270_001, max: 339_999 }),
  usd: fc.boolean(),
  pick: fc.nat(99),
})

const amountOf = ({ cents }: Step) => dividedBy(String(cents), '100', 2)
const termsOf = ({ usd, rate }: Step) =>
  usd ? { currency: 'USD', rate: dividedBy(String(rate), '10000', 4) } : {}
const oneOf = (list: string[], { pick }: Step) => list[pick % list.length] ?? ''
const reason = { reason: 'As it happens' }

const steps = {
  async bill({ world, shop, invoices }: Scene, step: Step) {
    invoices.push((await issued(world, shop, amountOf(step), termsOf(step))).id)
  },
  async order({ world, shop, invoices }: Scene, step: Step) {
    const terms = { freight: '3.33', ...termsOf(step) }
    const order = await confirmedOrder(shop, [`${(step.cents % 7) + 1}`, '1.5'], terms)
    const draft = await draftOf(world, order.id)
    const [line] = draft.lines
    const part = { lines: [{ ...line, quantity: '0.7', unitPrice: amountOf(step) }] }
    if (step.pick % 2) await world.program.update(Invoice, draft.id, part)
    await world.program.do(issueInvoice, draft.id)
    invoices.push(draft.id)
  },
  async pay({ world, shop, invoices, receipts }: Scene, step: Step) {
    const ids = [...new Set([oneOf(invoices, step), invoices.at(-1) ?? ''])]
    const paid = await Promise.all(ids.map((id) => world.program.see(Invoice, id)))
    const lines = paid.map(({ id, open }, index) => ({
      invoice: id,
      amount: step.pick % 3 === index ? dividedBy(open, '3', 2) : open,
    }))
    const sums = lines.map((line) => Number(line.amount))
    const amount = Math.max(
      0,
      sums.reduce((all, one) => all + one, 0),
    ).toFixed(2)
    const currency = paid[0]?.currency ?? 'TWD'
    const rate = termsOf({ ...step, usd: currency === 'USD' })
    const draft = { customer: shop.customer, amount, fee: null, lines, currency, ...rate }
    const { id } = await world.program.create(Receipt, draft)
    await world.program.do(postReceipt, id)
    receipts.push(id)
  },
  async advance({ world, shop, receipts }: Scene, step: Step) {
    const draft = { customer: shop.customer, amount: amountOf(step), fee: '0.01', ...termsOf(step) }
    const { id } = await world.program.create(Receipt, draft)
    await world.program.do(postReceipt, id)
    receipts.push(id)
  },
  async allocate({ world, invoices, receipts }: Scene, step: Step) {
    const amount = step.pick % 2 ? { amount: amountOf(step) } : {}
    const input = { invoice: oneOf(invoices, step), ...amount }
    await world.program.do(allocateAdvance, oneOf(receipts, step), input)
  },
  async credit({ world, invoices }: Scene, step: Step) {
    const { result } = await world.program.do(creditInvoice, oneOf(invoices, step))
    const { id } = result as { id: string }
    const { lines } = await world.program.see(Invoice, id)
    const part = { lines: [{ ...lines[0], quantity: '0.4' }], freight: null }
    if (step.pick % 2) await world.program.update(Invoice, id, part)
    await world.program.do(issueInvoice, id)
    invoices.push(id)
  },
  async undo({ world, receipts }: Scene, step: Step) {
    await world.program.do(cancelReceipt, oneOf(receipts, step), {}, reason)
  },
  async void({ world, invoices }: Scene, step: Step) {
    await world.program.do(voidInvoice, oneOf(invoices, step), {}, reason)
  },
}

const needsInvoice = new Set(['pay', 'allocate', 'credit', 'void'])
const needsReceipt = new Set(['allocate', 'undo'])

async function take(scene: Scene, one: Step): Promise<void> {
  if (needsInvoice.has(one.what) && scene.invoices.length === 0) return
  if (needsReceipt.has(one.what) && scene.receipts.length === 0) return
  await steps[one.what](scene, one).catch((error: unknown) => {
    if (!(error instanceof Refusal) || !expected.has(error.rule)) throw error
  })
}

test('after any course of business every book equals every other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18 }), async (course) => {
      const shop = await openShop(world(), [{ onHand: '500', unitCost: '3.3333' }])
      const scene: Scene = { world: world(), shop, invoices: [], receipts: [] }
      for (const one of course) await take(scene, one)
      expect(await checkBooks(world())).toEqual([])
    }),
    { numRuns: 12 },
  )
}, 240_000)
