/** Drafts one invoice of what is still to be invoiced of one or several orders. */
import type { Ctx } from '#kernel/action/ctx.ts'
import type { Draft } from '#kernel/entity/entity.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import { equals, isZero, max, minus, type Decimal } from '#kernel/money/decimal.ts'
import { goodsAmong, openToInvoice, type Order } from '#modules/orders/index.ts'
import { copiedLines, copiedTerms } from '#modules/pricing/index.ts'
import { freightDue } from './freight-due.ts'
import { Invoice, type InvoiceLine } from './invoice.entity.ts'

/** 'ordered': all of it; 'shipped': goods that left and did not come back, and services. */
export type Basis = 'ordered' | 'shipped'

export interface Wish {
  basis: Basis
  invoicedOn: string
}

/** @throws {Refusal} `invoice.nothing-open`, `invoice.orders-differ` */
export async function draftInvoice(
  ctx: Ctx,
  orders: readonly Order[],
  { basis, invoicedOn }: Wish,
): Promise<Invoice> {
  const [first] = orders
  if (!first) fail('invoice.nothing-open', {}, { field: 'orders' })
  for (const order of orders) refuseOther(first, order)
  const products = orders.flatMap((order) => order.lines.map((line) => line.product))
  const goods = basis === 'shipped' ? await goodsAmong(ctx, products) : new Set<string>()
  const drafted = await draftedQuantities(ctx, orders)
  const openOf = (line: OrderLine) => {
    const open = openToInvoice(line, goods.has(line.product) ? 'shipped' : 'ordered')
    return max(minus(open, drafted.get(line.id) ?? '0'), '0')
  }
  const lines = orders.flatMap((order) => openLines(order, openOf))
  const freight = await freightDue(ctx, orders)
  if (lines.length === 0 && freight.freight === null) {
    fail('invoice.nothing-open', {}, { status: 409 })
  }
  return ctx.create(Invoice, {
    ...copiedTerms(first),
    ...freight,
    order: first.id,
    owner: first.owner,
    invoicedOn,
    lines,
  })
}

type OrderLine = Order['lines'][number]

/** Order line → what of it stands on invoices that are not issued yet. */
async function draftedQuantities(
  ctx: Ctx,
  orders: readonly Order[],
): Promise<Map<string, Decimal>> {
  const ids = orders.flatMap((order) => order.lines.map((line) => line.id as string))
  const rows = await ctx.sql<{ line: string; quantity: Decimal }>(sql`
    select l.order_line as line, sum(l.quantity) as quantity
    from invoice_line l join invoice i on i.tenant = l.tenant and i.id = l.parent
    where l.tenant = ${ctx.tenant} and l.order_line = any(${ids}::uuid[])
      and i.status = 'draft' and i.kind = 'invoice' and i.deleted_at is null
    group by 1`)
  return new Map(rows.map(({ line, quantity }) => [line, quantity]))
}

function openLines(
  order: Order,
  openOf: (line: OrderLine) => Decimal,
): NonNullable<Draft<typeof Invoice>['lines']> {
  const open = order.lines
    .map((line) => ({ ...line, quantity: openOf(line) }))
    .filter((line) => !isZero(line.quantity))
  return copiedLines(open).map((line, index) => ({
    ...line,
    order: order.id,
    orderLine: open[index]?.id as InvoiceLine['orderLine'],
  }))
}

function refuseOther(one: Order, other: Order): void {
  const same =
    one.customer === other.customer &&
    one.currency === other.currency &&
    equals(one.rate ?? '0', other.rate ?? '0') &&
    one.priceIncludesTax === other.priceIncludesTax
  if (!same) fail('invoice.orders-differ', { one: one.number, other: other.number })
}
