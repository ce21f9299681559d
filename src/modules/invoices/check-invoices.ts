/** Proves that invoices, their open items and their orders say the same. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'

interface Difference {
  what: string
  number: string
  kept: string
  rebuilt: string
}

/** @returns one sentence per difference */
export async function checkInvoices(ctx: Ctx): Promise<string[]> {
  const { tenant } = ctx
  const rows = await ctx.sql<Difference>(sql`
    with booked as (
      select * from invoice where tenant = ${tenant} and status in ('issued', 'part-paid', 'paid')),
    items as (
      select b.number, b.open as kept_open, b.status, coalesce(r.open, 0) as open,
        coalesce(r.settled, 0) as settled, coalesce(r.status, 'settled') as item_status,
        coalesce(r.base_amount - r.base_settled, 0) as rest
      from booked b left join receivable r on r.tenant = b.tenant and r.entity = 'invoice'
        and r.record = b.id and r.status <> 'void'),
    credits as (
      select b.number, b.credited as kept, coalesce(sum(c.total), 0) as rebuilt
      from booked b left join booked c on c.corrects = b.id where b.kind = 'invoice'
      group by b.id, b.number, b.credited),
    lines as (
      select l.*, b.number,
        case b.kind when 'credit' then -l.quantity else l.quantity end as counted
      from invoice_line l join booked b on b.id = l.parent where l.tenant = ${tenant}),
    taken as (
      select l.number, l.credited_quantity as kept, coalesce(sum(c.quantity), 0) as rebuilt
      from lines l left join lines c on c.corrects = l.id
      group by l.id, l.number, l.credited_quantity),
    invoiced as (select order_line, sum(counted) as quantity from lines group by 1),
    ordered as (
      select o.number, l.invoiced_quantity as kept, coalesce(i.quantity, 0) as rebuilt
      from order_line l join "order" o on o.tenant = l.tenant and o.id = l.parent
      left join invoiced i on i.order_line = l.id where l.tenant = ${tenant})
    select 'outstanding of invoice' as what, number, kept_open::text as kept, open::text as rebuilt
      from items where kept_open <> open
    union all
    select 'state of invoice', number, status, case when open = 0 then 'paid'
        when settled = 0 then 'issued' else 'part-paid' end
      from items where status <> case when open = 0 then 'paid'
        when settled = 0 then 'issued' else 'part-paid' end
    union all
    select 'rest in base currency of invoice', number, rest::text, '0' from items
      where open = 0 and rest <> 0
    union all
    select 'state of the open item of invoice', number, item_status,
        case when open = 0 then 'settled' else 'open' end
      from items where item_status <> case when open = 0 then 'settled' else 'open' end
    union all
    select 'credited of invoice', number, kept::text, rebuilt::text
      from credits where kept <> rebuilt
    union all
    select 'credited on a line of invoice', number, kept::text, rebuilt::text
      from taken where kept <> rebuilt
    union all
    select 'invoiced on a line of order', number, kept::text, rebuilt::text
      from ordered where kept <> rebuilt`)
  return rows.map((row) => `${row.what} ${row.number}: kept ${row.kept}, rebuilt ${row.rebuilt}`)
}
