/** Whatever is invoiced, paid, allocated, credited, voided or cancelled: the books add up. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '#kernel/base/fail.ts'
import { useWorld, type World } from '#kernel/testing/world.ts'
import { sql } from '#kernel/db/sql.ts'
import { dividedBy, isZero, max, normal, sum } from '#kernel/money/decimal.ts'
import { addDays } from '#kernel/time/date.ts'
import { merge } from '#kernel/merge/merge.ts'
import { undo } from '#kernel/undo/undo.ts'
import { Customer } from '#modules/customers/index.ts'
import { modules } from '#modules/index.ts'
import {
  creditInvoice,
  Invoice,
  issueInvoice,
  unpaid,
  voidInvoice,
} from '#modules/invoices/index.ts'
import { confirmedOrder, draftOf, issued } from '#modules/invoices/testing/billing.ts'
import { checkBooks } from '#modules/orders/testing/check-books.ts'
import { openShop, type Shop } from '#modules/orders/testing/shop.ts'
import { receivablesByCustomer } from '#modules/receivables/index.ts'
import { allocateAdvance, cancelReceipt, postReceipt, Receipt } from './index.ts'

const world = useWorld(modules)

/** What may be refused because of what happened before; anything else is a fault. */
const expected = new Set([
  'action.wrong-state',
  'invoice.all-credited',
  'invoice.credit-of-credit',
  'invoice.is-credited',
  'invoice.more-than-ordered',
  'invoice.more-than-open',
  'document.no-lines',
  'invoice.other-currency-paid',
  // A third of one cent is nothing.
  'invoice.wrong-sign',
  'receivable.part-settled',
])

interface Step {
  what: keyof typeof steps
  cents: number
  rate: number
  usd: boolean
  pick: number
  day: number
}

interface Scene {
  world: World
  shop: Shop
  invoices: string[]
  receipts: string[]
}

const whats = [
  'bill',
  'order',
  'order',
  'pay',
  'pay',
  'advance',
  'allocate',
  'allocate',
  'credit',
  'undo',
  'void',
] as const

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...whats),
  cents: fc.integer({ min: 1, max: 9999 }),
  rate: fc.integer({ min: 270_001, max: 339_999 }),
  usd: fc.boolean(),
  pick: fc.nat(99),
  day: fc.nat(30),
})

const amountOf = ({ cents }: Step) => dividedBy(String(cents), '100', 2)
const termsOf = ({ usd, rate }: Step) =>
  usd ? { currency: 'USD', rate: dividedBy(String(rate), '10000', 4) } : {}
/** A cent is not divided. */
const third = (amount: string) => {
  const part = dividedBy(amount, '3', 2)
  return isZero(part) ? amount : part
}
const dayOf = ({ day }: Step) => addDays('2026-10-20', day)
const oneOf = (list: string[], { pick }: Step) => list[pick % list.length] ?? ''
const reason = { reason: 'As it happens' }

/** Invoices and credit notes that are not settled, turned by the step. */
async function openOnes({ world, shop }: Scene, { pick }: Step): Promise<Invoice[]> {
  const where = { customer: shop.customer, status: unpaid }
  const open = await world.program.list(Invoice, { where, columns: ['currency', 'open'] })
  const from = open.length === 0 ? 0 : pick % open.length
  return [...open.slice(from), ...open.slice(0, from)]
}

const steps = {
  async bill({ world, shop, invoices }: Scene, step: Step) {
    const terms = { invoicedOn: dayOf(step), ...termsOf(step) }
    invoices.push((await issued(world, shop, amountOf(step), terms)).id)
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
  async pay(scene: Scene, step: Step) {
    const { world, shop, receipts } = scene
    const [first, ...rest] = await openOnes(scene, step)
    if (!first) return
    const some = [first, ...rest.filter((one) => one.currency === first.currency).slice(0, 1)]
    const lines = some.map(({ id, open }, index) => ({
      invoice: id,
      amount: step.pick % 3 === index ? third(open) : open,
    }))
    const settled = sum(lines.map((line) => line.amount))
    const terms = termsOf({ ...step, usd: first.currency === 'USD' })
    const paid = { customer: shop.customer, amount: max(settled, '0'), receivedOn: dayOf(step) }
    const draft = { ...paid, lines, ...terms }
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
  async allocate(scene: Scene, step: Step) {
    const { world, shop } = scene
    const where = { customer: shop.customer, status: 'posted', unallocated: { over: '0' } }
    const columns = ['currency', 'unallocated']
    const [receipt] = await world.program.list(Receipt, { where, columns })
    if (!receipt) return
    const open = await openOnes(scene, step)
    const invoice = open.find((one) => one.currency === receipt.currency) ?? open[0]
    if (!invoice) return
    const amount = step.pick % 2 ? { amount: third(receipt.unallocated) } : {}
    const wish = { invoice: invoice.id, allocatedOn: dayOf(step), ...amount }
    await world.program.do(allocateAdvance, receipt.id, wish)
  },
  async credit({ world, invoices }: Scene, step: Step) {
    const { result } = await world.program.do(creditInvoice, oneOf(invoices, step))
    const { id } = result as { id: string }
    const { lines } = await world.program.see(Invoice, id)
    const [line] = lines
    const lower = step.pick % 3 && { unitPrice: dividedBy(line?.unitPrice ?? '0', '7', 4) }
    const part = { lines: line ? [{ ...line, quantity: '0.4', ...lower }] : [], freight: null }
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

const needsInvoice = new Set(['credit', 'void'])

async function take(scene: Scene, one: Step): Promise<void> {
  if (needsInvoice.has(one.what) && scene.invoices.length === 0) return
  if (one.what === 'undo' && scene.receipts.length === 0) return
  await steps[one.what](scene, one).catch((error: unknown) => {
    if (!(error instanceof Refusal) || !expected.has(error.rule)) throw error
  })
}

/** What the report says was open on a day is the balance of the customer's ledger on that day. */
async function expectAsOf({ customer }: Shop, on: string): Promise<void> {
  const rows = await world().program.report(receivablesByCustomer, { on })
  const own = rows.filter((row) => row.customer === customer)
  const reported = sum(own.map((row) => String(row.open)))
  const [balance] = await world().within((ctx) =>
    ctx.sql<{ open: string }>(sql`
      select coalesce(sum(l.debit - l.credit), 0) as open
      from ledger_line l
      join ledger_entry e on e.tenant = l.tenant and e.id = l.parent
      join account a on a.tenant = l.tenant and a.id = l.account
      where l.tenant = ${ctx.tenant} and l.customer = ${customer} and a.role = 'receivable'
        and e."on" <= ${on}::date`),
  )
  expect([on, reported]).toEqual([on, normal(balance?.open ?? '0')])
}

test('after any course of business every book equals every other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18 }), async (course) => {
      const shop = await openShop(world(), [{ onHand: '500', unitCost: '3.3333' }])
      const scene: Scene = { world: world(), shop, invoices: [], receipts: [] }
      for (const one of course) await take(scene, one)
      expect(await checkBooks(world())).toEqual([])
      for (const on of ['2026-10-25', '2026-11-05', '2026-11-23']) await expectAsOf(shop, on)
    }),
    { numRuns: 12 },
  )
}, 240_000)

/** Two customers who are one or two, and the merge that may be taken back. */
interface Pair {
  shops: [Shop, Shop]
  operation: string | null
}

async function joinOrPart(pair: Pair): Promise<void> {
  const { house, program } = world()
  const [keep, drop] = pair.shops.map((shop) => shop.customer)
  if (pair.operation === null) {
    const wish = { keep: keep ?? '', drop: [drop ?? ''], take: {} }
    pair.operation = (await merge(house, program.caller, Customer, wish)).operation
    return
  }
  await undo(house, program.caller, pair.operation, {}).then(
    () => (pair.operation = null),
    (error: unknown) => {
      if (!(error instanceof Refusal) || error.rule !== 'merge.tied-since') throw error
    },
  )
}

test('also when customers become one on the way, and two again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 18 }), async (course) => {
      const shop = await openShop(world(), [{ onHand: '500', unitCost: '3.3333' }])
      const { id: customer } = await shop.seller.create(Customer, { name: 'Twin' })
      const pair: Pair = { shops: [shop, { ...shop, customer }], operation: null }
      const scene: Scene = { world: world(), shop, invoices: [], receipts: [] }
      for (const [at, one] of course.entries()) {
        scene.shop = pair.operation === null ? (pair.shops[one.cents % 2] ?? shop) : shop
        await (at % 3 === 2 ? joinOrPart(pair) : take(scene, one))
      }
      expect(await checkBooks(world())).toEqual([])
      for (const each of pair.shops) await expectAsOf(each, '2026-11-23')
    }),
    { numRuns: 12 },
  )
}, 240_000)
