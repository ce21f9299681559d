/** Issues an invoice: the customer owes from now on, and its orders know what is invoiced. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { isZero, type Decimal } from '#kernel/money/decimal.ts'
import { addDays } from '#kernel/time/date.ts'
import { Customer } from '#modules/customers/index.ts'
import { post } from '#modules/ledger/index.ts'
import { baseAmount, documentAmounts } from '#modules/pricing/index.ts'
import { openReceivable } from '#modules/receivables/index.ts'
import { Invoice } from './invoice.entity.ts'
import { noteOnOrders, orderedAndKept, orderParts, type OrderPart } from './order-parts.ts'
import { claimPosting } from './posting.ts'

/** @returns the state it is in then; an invoice of nothing is paid at once */
export async function issueClaim(
  ctx: Ctx,
  invoice: Invoice & { rate: Decimal },
): Promise<'issued' | 'paid'> {
  const { id, number, customer, currency, rate, invoicedOn } = invoice
  const dueOn = await dueDate(ctx, invoice)
  const parts = await orderParts(ctx, invoice, 'adds', orderedAndKept)
  const amount = documentAmounts(invoice).gross
  const base = baseAmount(amount, rate, ctx.currency)
  await noteOnOrders(ctx, parts)
  const source = { entity: 'invoice', record: id }
  if (!isZero(amount)) {
    const item = { number, customer, source, issuedOn: invoicedOn, dueOn, currency, rate }
    await openReceivable(ctx, { ...item, amount, baseAmount: base })
  }
  const lines = claimPosting(invoice, base, ctx.currency)
  const day = { on: invoicedOn, field: 'invoicedOn' }
  await post(ctx, { ...day, why: ctx.words('Invoice {number}', { number }), source, lines })
  await ctx.save(Invoice, id, { dueOn, open: amount, ...tied(invoice, parts) })
  return isZero(amount) ? 'paid' : 'issued'
}

async function dueDate(ctx: Ctx, { customer, dueOn, invoicedOn }: Invoice): Promise<string> {
  const { paymentDays } = await ctx.find(Customer, customer)
  const due = dueOn ?? addDays(invoicedOn, paymentDays)
  if (due < invoicedOn) fail('invoice.due-before-issued', {}, { field: 'dueOn' })
  return due
}

/** Each line names the order of its order line; the invoice the first, or whose freight it is. */
function tied(invoice: Invoice, parts: readonly OrderPart[]) {
  const orderOf = new Map(
    parts.flatMap(({ order, quantities }) =>
      [...quantities.keys()].map((line) => [line, order.id]),
    ),
  )
  const lines = invoice.lines.map((line) => ({
    ...line,
    order: orderOf.get(line.orderLine ?? '') ?? null,
  }))
  return { lines, order: lines.find((line) => line.order !== null)?.order ?? invoice.order }
}
