/** What counts as sold, by line and by order: net in base currency, at the order's rate. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { minorUnits } from '#kernel/money/currency.ts'
import type { TrendMeta } from '#kernel/http/wire.ts'
import type { ReportReader } from '#kernel/report/report.ts'
import { Order, OrderLine } from '#modules/orders/index.ts'

export const periodParams = () => ({
  from: f.date({ label: 'Ordered from' }),
  until: f.date({ label: 'Ordered until' }),
})

/** Where the course of a sales figure stands. */
export function monthly(value: 'orders' | 'goods' | 'revenue'): TrendMeta {
  return { report: 'sales-by-month', by: 'month', value, from: 'from', until: 'until' }
}

export interface Period {
  from: string | null
  until: string | null
}

/**
 * Lines of orders of the period of which something is sold, each with its order's `"order"`,
 * `owner` and `customer`, with `sold` (in the line's unit) and `revenue` (without freight): what
 * stands on invoices, and the rest at the order's price.
 */
export function soldLines(reader: ReportReader, period: Period): Sql {
  const digits = minorUnits(reader.currency)
  return sql`(select * from (
    select l.*, round(l.rate * (l.billed_net
        + l.net * (l.sold - l.invoiced_quantity) / l.quantity), ${digits}::int) as revenue
    from (
      select k.*, k.kept - least(greatest(k.taken_back - k.returned_quantity, 0),
        greatest(k.kept - k.invoiced_quantity, 0)) as sold
      from (
        select l.*, o.id as "order", o.owner, o.customer, o.rate,
          case when ${isWhole} then l.quantity
            else greatest(l.shipped_quantity, l.invoiced_quantity) end
            - l.returned_quantity as kept,
          coalesce(b.net, 0) as billed_net, coalesce(b.taken_back, 0) as taken_back
        from ${reader.visible(Order)} o
        join ${reader.visible(OrderLine)} l on l.tenant = o.tenant and l.parent = o.id
        left join ${billedLines(reader, period)} b on b.order_line = l.id
        where ${isOfPeriod(period)}) k) l) l
    where l.sold > 0 or l.revenue <> 0)`
}

/** Orders of the period of which something is sold, with `goods` and, with freight, `revenue`. */
export function soldOrders(reader: ReportReader, period: Period): Sql {
  const digits = minorUnits(reader.currency)
  return sql`(select o.*, o.goods + o.carriage as revenue from (
    select o.id, o.owner, o.customer, o.ordered_on, g."order" is not null as has_goods,
      coalesce(g.goods, 0) as goods, round(o.rate * case when ${isWhole}
        then o.net - n.net - greatest(coalesce(c.credited, 0)
          - greatest(coalesce(c.billed, 0) - (o.net - n.net), 0), 0)
        else coalesce(c.billed, 0) - coalesce(c.credited, 0) end, ${digits}::int) as carriage
    from ${reader.visible(Order)} o
    join (select l.tenant, l.parent, sum(l.net) as net from ${reader.visible(OrderLine)} l
      group by l.tenant, l.parent) n on n.tenant = o.tenant and n.parent = o.id
    left join (select l."order", sum(l.revenue) as goods
      from ${soldLines(reader, period)} l group by l."order") g on g."order" = o.id
    left join ${billedFreight(reader, period)} c on c."order" = o.id
    where ${isOfPeriod(period)}) o
    where o.has_goods or o.carriage <> 0)`
}

/** Of an order that binds and has not ended early, all is sold that is ordered. */
const isWhole = sql`(o.status <> 'draft' and o.ended_early is not true)`

/** An order that is being amended stands for what is delivered or invoiced of it. */
function isOfPeriod({ from, until }: Period): Sql {
  return sql`(o.status in ('confirmed', 'shipped', 'closed')
      or o.status = 'draft' and o.revision > 1)
    and (${from}::date is null or o.ordered_on >= ${from}::date)
    and (${until}::date is null or o.ordered_on <= ${until}::date)`
}

/**
 * Order line → what invoices less credit notes come to, and the goods that credit notes took
 * back. Whoever sees the order sees what it brought, whoever its invoices belong to.
 */
function billedLines(reader: ReportReader, period: Period): Sql {
  return sql`(select i.order_line,
      sum(case h.kind when 'credit' then -i.net else i.net end) as net,
      sum(i.taken_back) as taken_back
    from ${reader.visible(Order)} o
    join order_line l on l.tenant = o.tenant and l.parent = o.id
    join invoice_line i on i.tenant = l.tenant and i.order_line = l.id
    join invoice h on h.tenant = i.tenant and h.id = i.parent
    where l.tenant = ${reader.tenant} and i.tenant = ${reader.tenant}
      and h.tenant = ${reader.tenant} and ${isBooked} and ${isOfPeriod(period)}
    group by i.order_line)`
}

/** Order → freight on invoices and on credit notes; that of several orders counts for the first. */
function billedFreight(reader: ReportReader, period: Period): Sql {
  return sql`(select h."order", sum(h.freight_net) filter (where h.kind = 'invoice') as billed,
      sum(h.freight_net) filter (where h.kind = 'credit') as credited
    from ${reader.visible(Order)} o
    join (select h.*, h.net - coalesce((select sum(i.net) from invoice_line i
        where i.tenant = h.tenant and i.parent = h.id), 0) as freight_net
      from invoice h where h.tenant = ${reader.tenant} and h.freight > 0) h
      on h.tenant = o.tenant and h."order" = o.id
    where ${isBooked} and ${isOfPeriod(period)}
    group by h."order")`
}

const isBooked = sql`h.status in ('issued', 'part-paid', 'paid') and h.deleted_at is null`
