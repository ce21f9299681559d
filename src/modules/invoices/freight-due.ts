/** The freight of orders that no invoice carries yet. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import { compare, equals, isZero, sum } from '#kernel/money/decimal.ts'
import type { Order } from '#modules/orders/index.ts'
import { documentAmounts, type PricedDocument } from '#modules/pricing/index.ts'
import type { Invoice } from './invoice.entity.ts'

type Freight = Pick<Invoice, 'freight' | 'freightTaxPercent' | 'freightOf'>

/** @throws {Refusal} `invoice.freight-taxes-differ`: one invoice has one tax on its freight */
export async function freightDue(ctx: Ctx, orders: readonly Order[]): Promise<Freight> {
  const charging = orders.filter((order) => !isZero(order.freight ?? '0'))
  const carried = await carriedFreight(ctx, charging)
  const due = charging.filter((order) => !carried.has(order.id))
  const [first] = due
  const other = due.find((order) => !equals(taxOf(order), taxOf(first)))
  if (first && other) {
    const facts = { one: first.number, other: other.number }
    fail('invoice.freight-taxes-differ', facts, { field: 'orders' })
  }
  return {
    freight: first ? sum(due.map((order) => order.freight ?? '0')) : null,
    freightTaxPercent: (first ?? orders[0])?.freightTaxPercent ?? null,
    freightOf: due.map((order) => order.id),
  }
}

const taxOf = (order: Order | undefined) => order?.freightTaxPercent ?? '0'

interface Carrier extends Omit<PricedDocument, 'lines'> {
  order: string
  creditedFreight: string
}

/** Orders whose freight stands on an invoice, drafts too, and is not taken back as a whole. */
async function carriedFreight(ctx: Ctx, orders: readonly Order[]): Promise<Set<string>> {
  const ids = orders.map((order) => order.id as string)
  if (ids.length === 0) return new Set()
  const carriers = await ctx.sql<Carrier>(sql`
    with named as (
      select i.id, i."order" from invoice i
        where i.tenant = ${ctx.tenant} and i."order" = any(${ids}::uuid[])
      union
      select l.parent, o.parent from order_line o
        join invoice_line l on l.tenant = o.tenant and l.order_line = o.id
        where o.tenant = ${ctx.tenant} and l.tenant = ${ctx.tenant}
          and o.parent = any(${ids}::uuid[]))
    select n."order", i.freight, i.freight_tax_percent as "freightTaxPercent", i.currency,
      i.price_includes_tax as "priceIncludesTax", i.credited_freight as "creditedFreight"
    from named n join invoice i on i.tenant = ${ctx.tenant} and i.id = n.id
    where i.kind = 'invoice' and i.status <> 'void' and i.deleted_at is null and i.freight > 0
      and (i.freight_of is null or n."order" = any(i.freight_of))`)
  const standing = carriers.filter(({ creditedFreight, ...invoice }) => {
    const { gross } = documentAmounts({ ...invoice, lines: [] }).freight
    return compare(gross, creditedFreight) > 0
  })
  return new Set(standing.map((carrier) => carrier.order))
}
