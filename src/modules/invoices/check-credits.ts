/** Proves that invoices know what is credited of them, and orders what is invoiced. */
import type { Reader } from '#kernel/action/ctx.ts'
import { sql, type Sql } from '#kernel/db/sql.ts'

export function checkCredits({ tenant }: Reader): Sql {
  return sql`
    with booked as (
      select * from invoice where tenant = ${tenant} and status in ('issued', 'part-paid', 'paid')),
    lines as (
      select l.*, b.number,
        case b.kind when 'credit' then -l.taken_back else l.quantity end as counted
      from invoice_line l join booked b on b.id = l.parent where l.tenant = ${tenant}),
    goods as (select parent, sum(gross) as gross from lines group by 1),
    credits as (
      select b.number, b.credited as kept, coalesce(sum(c.total), 0) as rebuilt,
        b.credited_freight as kept_freight,
        coalesce(sum(c.total - coalesce(g.gross, 0)), 0) as freight
      from booked b left join booked c on c.corrects = b.id left join goods g on g.parent = c.id
      where b.kind = 'invoice' group by b.id, b.number, b.credited, b.credited_freight),
    taken as (
      select l.number, l.credited_quantity as kept, coalesce(sum(c.taken_back), 0) as rebuilt,
        l.credited_amount as kept_amount, coalesce(sum(c.gross), 0) as amount
      from lines l left join lines c on c.corrects = l.id
      group by l.id, l.number, l.credited_quantity, l.credited_amount),
    invoiced as (select order_line, sum(counted) as quantity from lines group by 1),
    ordered as (
      select o.number, l.invoiced_quantity as kept, coalesce(i.quantity, 0) as rebuilt
      from order_line l join "order" o on o.tenant = l.tenant and o.id = l.parent
      left join invoiced i on i.order_line = l.id where l.tenant = ${tenant})
    select 'check.credited' as rule, number as name, kept::text as kept, rebuilt::text as rebuilt
      from credits where kept <> rebuilt
    union all
    select 'check.credited-freight', number, kept_freight::text, freight::text
      from credits where kept_freight <> freight
    union all
    select 'check.credited-quantity', number, kept::text, rebuilt::text
      from taken where kept <> rebuilt
    union all
    select 'check.credited-amount', number, kept_amount::text, amount::text
      from taken where kept_amount <> amount
    union all
    select 'check.invoiced-quantity', number, kept::text, rebuilt::text
      from ordered where kept <> rebuilt`
}
