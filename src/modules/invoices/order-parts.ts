/** What an invoice or a credit note means to the orders that its lines belong to. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import { fail } from '#kernel/base/fail.ts'
import {
  compare,
  isNegative,
  isZero,
  minus,
  negate,
  plus,
  type Decimal,
} from '#kernel/money/decimal.ts'
import { noteInvoiced, Order, type LineQuantities } from '#modules/orders/index.ts'
import { invoicedPart } from './invoiced-part.ts'
import type { Invoice, InvoiceLine } from './invoice.entity.ts'

export interface OrderPart {
  order: Order
  /** Order line → quantity; negative takes back. */
  quantities: LineQuantities
}

/** 'adds-again': a voided credit note gives back what it took. */
type Way = 'adds' | 'adds-again' | 'takes-back'

const binding = ['confirmed', 'shipped', 'closed'] as const

/**
 * The orders of a document, locked in the order of their ids, with what it adds to their lines.
 * @param most what of an order line may be invoiced in all
 * @throws {Refusal} `invoice.more-than-ordered`, `invoice.more-than-invoiced`,
 *   `invoice.not-of-the-order`, and of another customer, currency or state than the invoice needs
 */
export async function orderParts(
  ctx: Ctx,
  invoice: Invoice,
  way: Way,
  most: (line: Order['lines'][number]) => Decimal,
): Promise<OrderPart[]> {
  const orderOf = await ordersOfLines(ctx, invoice)
  const ids = [...new Set(orderOf.values())]
  if (ids.length === 0) return []
  const orders = await ctx.list(Order, { id: { in: ids } }, { lock: true, withLines: true })
  const parts = orders.map((order) => {
    if (way === 'adds') refuseOtherTerms(invoice, order)
    const quantities = new Map<string, Decimal>()
    for (const [index, line] of invoice.lines.entries()) {
      if (line.orderLine === null || orderOf.get(line.id) !== order.id) continue
      const counted = countedQuantity(invoice, line)
      if (isZero(counted)) continue
      const quantity = way === 'takes-back' ? negate(counted) : counted
      const added = plus(quantities.get(line.orderLine) ?? '0', quantity)
      refuseMisfit(order, line, added, most, index)
      quantities.set(line.orderLine, added)
    }
    return { order, quantities }
  })
  return parts.filter((part) => part.quantities.size > 0)
}

/** A credit note counts goods only where they are taken back. */
function countedQuantity({ kind }: Invoice, { quantity, takenBack }: InvoiceLine): Decimal {
  return kind === 'credit' ? takenBack : quantity
}

/** Invoice line → order, of the lines that name a line of an order. */
async function ordersOfLines(ctx: Ctx, invoice: Invoice): Promise<Map<string, string>> {
  const tied = invoice.lines.flatMap(({ id, orderLine }) =>
    orderLine === null ? [] : [{ id, orderLine }],
  )
  if (tied.length === 0) return new Map()
  const rows = await ctx.sql<{ id: string; parent: string }>(
    sql`select id, parent from order_line
      where tenant = ${ctx.tenant} and id = any(${tied.map((line) => line.orderLine)}::uuid[])`,
  )
  const parents = new Map(rows.map(({ id, parent }) => [id, parent]))
  return new Map(tied.map(({ id, orderLine }) => [id, parents.get(orderLine) ?? '']))
}

function refuseOtherTerms(invoice: Invoice, order: Order): void {
  const facts = { order: order.number }
  if (order.customer !== invoice.customer) {
    fail('invoice.order-of-another', facts, { field: 'customer' })
  }
  if (order.currency !== invoice.currency) {
    fail('invoice.other-currency', { ...facts, currency: order.currency }, { field: 'currency' })
  }
  if (!binding.some((status) => status === order.status)) {
    fail('invoice.order-not-confirmed', facts, { status: 409 })
  }
}

function refuseMisfit(
  order: Order,
  line: InvoiceLine,
  added: Decimal,
  most: (line: Order['lines'][number]) => Decimal,
  index: number,
): void {
  const ordered = order.lines.find((one) => one.id === line.orderLine)
  const field = `lines.${index}`
  const facts = { order: order.number, line: index + 1 }
  if (!ordered || ordered.product !== line.product) {
    fail('invoice.not-of-the-order', facts, { field: `${field}.product` })
  }
  const after = plus(ordered.invoicedQuantity, added)
  const open = minus(most(ordered), ordered.invoicedQuantity)
  if (!isNegative(added) && compare(added, open) > 0) {
    const more = { ...facts, open, quantity: added }
    fail('invoice.more-than-ordered', more, { field: `${field}.quantity`, status: 409 })
  }
  if (isNegative(after)) {
    const more = { ...facts, invoiced: ordered.invoicedQuantity, quantity: negate(added) }
    fail('invoice.more-than-invoiced', more, { field: `${field}.quantity`, status: 409 })
  }
}

/** Tells each order what was invoiced of it; the credit it held for that is let go. */
export async function noteOnOrders(ctx: Ctx, parts: readonly OrderPart[]): Promise<void> {
  for (const { order, quantities } of parts) {
    const baseAmount = invoicedPart(order, quantities, ctx.currency)
    await noteInvoiced(ctx, { order: order.id, quantities, baseAmount })
  }
}

/** What may be invoiced of an order's line: what was ordered and did not come back. */
export function orderedAndKept({ quantity, returnedQuantity }: Order['lines'][number]): Decimal {
  return minus(quantity, returnedQuantity)
}
