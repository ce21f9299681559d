/** Proves that invoices and their open items say the same. */
import type { Reader } from '#kernel/action/ctx.ts'
import { sql, type Sql } from '#kernel/db/sql.ts'

export function checkInvoices({ tenant }: Reader): Sql {
  return sql`
    with booked as (
      select * from invoice where tenant = ${tenant} and status in ('issued', 'part-paid', 'paid')),
    items as (
      select b.number, b.open as kept_open, b.status, coalesce(r.open, 0) as open,
        coalesce(r.settled, 0) as settled, coalesce(r.status, 'settled') as item_status,
        coalesce(r.base_amount - r.base_settled, 0) as rest
      from booked b left join receivable r on r.tenant = b.tenant and r.entity = 'invoice'
        and r.record = b.id and r.status <> 'void')
    select 'check.outstanding' as rule, number as name, kept_open::text as kept,
        open::text as rebuilt
      from items where kept_open <> open
    union all
    select 'check.invoice-state', number, status, case when open = 0 then 'paid'
        when settled = 0 then 'issued' else 'part-paid' end
      from items where status <> case when open = 0 then 'paid'
        when settled = 0 then 'issued' else 'part-paid' end
    union all
    select 'check.base-rest', number, rest::text, '0' from items
      where open = 0 and rest <> 0
    union all
    select 'check.item-state', number, item_status,
        case when open = 0 then 'settled' else 'open' end
      from items where item_status <> case when open = 0 then 'settled' else 'open' end`
}
