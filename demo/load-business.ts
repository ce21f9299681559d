/** The demo company's trade over the last months: quotes, orders, shipments, invoices and money. */
import { openCtx } from '#kernel/action/open-ctx.ts'
import type { Caller } from '#kernel/action/caller.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { write } from '#kernel/action/write.ts'
import type { House } from '#kernel/house.ts'
import { addDays } from '#kernel/time/date.ts'
import { invoiceOrder, issueInvoice } from '#modules/invoices/index.ts'
import { Account } from '#modules/ledger/index.ts'
import { confirmOrder, Order } from '#modules/orders/index.ts'
import { pricesOf } from '#modules/pricing/index.ts'
import { Quote, sendQuote } from '#modules/quotes/index.ts'
import { receivePayment } from '#modules/receipts/index.ts'
import { sendShipment, Shipment, shipOrder } from '#modules/shipping/index.ts'
import type { Masters } from './load-masters.ts'

const days = 100
export const orders = 70

/** Told of each step while it runs, how many are done with it. */
export type OnStep = (ctx: Ctx, done: number) => Promise<void>

/** How far each order has come: the newest are still drafts, the oldest are paid. */
interface Story {
  customer: Masters['customers'][number]
  orderedOn: string
  age: number
  lines: {
    product: string
    quantity: string
    unitPrice: string
    taxPercent: string
    discountPercent: string
  }[]
}

export async function loadBusiness(
  house: House,
  caller: Caller,
  masters: Masters,
  onStep: OnStep,
): Promise<void> {
  for (const index of Array.from({ length: orders }, (_, count) => count)) {
    const age = Math.round(days - (index * days) / (orders - 1))
    const now = new Date(house.now().getTime() - age * 86_400_000)
    await write(house, caller, { now }, async (unit) => {
      const ctx = openCtx(unit)
      await onStep(ctx, index + 1)
      const story = await storyOf(ctx, masters, index, age)
      if (index % 6 === 5) await quote(ctx, story)
      else await order(ctx, story)
    })
  }
}

async function storyOf(ctx: Ctx, masters: Masters, index: number, age: number): Promise<Story> {
  const customer = pick(masters.customers, index * 7 + 3)
  const wanted = Array.from({ length: 1 + (index % 5) }, (_, line) => ({
    product: pick(masters.products, index * 5 + line * 11).id,
    quantity: String(1 + ((index * 3 + line * 5) % 12)),
    taxPercent: '5',
    discountPercent: line % 3 === 2 ? '5' : '0',
  }))
  const prices = await pricesOf(ctx, {
    customer: customer.id,
    currency: customer.currency,
    rate: rateOf(customer),
    priceIncludesTax: false,
    on: ctx.today,
    lines: wanted,
  })
  const lines = wanted.map((line, at) => ({ ...line, unitPrice: prices[at]?.unitPrice ?? '0' }))
  return { customer, orderedOn: ctx.today, age, lines }
}

function rateOf({ currency }: Story['customer']): string {
  return currency === 'TWD' ? '1' : '4.4'
}

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T
}

function head({ customer, lines }: Story) {
  return {
    customer: customer.id,
    owner: customer.owner,
    currency: customer.currency,
    rate: rateOf(customer),
    lines,
  }
}

async function quote(ctx: Ctx, story: Story): Promise<void> {
  const { id } = await ctx.create(Quote, {
    ...head(story),
    quotedOn: story.orderedOn,
    validUntil: addDays(story.orderedOn, 30),
  })
  if (story.age > 3) await ctx.do(sendQuote, id)
}

async function order(ctx: Ctx, story: Story): Promise<void> {
  const { id } = await ctx.create(Order, {
    ...head(story),
    orderedOn: story.orderedOn,
    requiredOn: addDays(story.orderedOn, 14),
    customerReference: `PO-${88_000 + story.age * 7}`,
  })
  if (story.age < 3) return
  await ctx.do(confirmOrder, id)
  if (story.age < 10) return
  const shipped = await ctx.do(shipOrder, id)
  const shipment = idOf(shipped)
  if (shipment) {
    await ctx.save(Shipment, shipment, { shippedOn: story.orderedOn })
    await ctx.do(sendShipment, shipment)
  }
  if (story.age < 16) return
  const invoice = idOf(
    await ctx.do(invoiceOrder, id, { basis: 'ordered', invoicedOn: story.orderedOn }),
  )
  if (!invoice) return
  await ctx.do(issueInvoice, invoice)
  if (story.age > 30 && story.age % 4 !== 0) await receive(ctx, invoice, story)
}

async function receive(ctx: Ctx, invoice: string, { customer, orderedOn }: Story): Promise<void> {
  if (customer.currency !== 'TWD') return
  const bank = await ctx.first(Account, { role: 'bank' })
  if (bank)
    await ctx.do(receivePayment, invoice, {
      receivedOn: orderedOn,
      account: bank.id,
      method: 'bank',
    })
}

function idOf({ result }: { result?: unknown }): string | null {
  return (result as { id?: string } | undefined)?.id ?? null
}
