/** Proves that orders know what left, and that the cost of a shipment is what was posted. */
import type { Reader } from '#kernel/action/ctx.ts'
import { sql, type Sql } from '#kernel/db/sql.ts'

export function checkShipments({ tenant }: Reader): Sql {
  return sql`
    with sent as (
      select l.order_line as line, sum(l.quantity) as quantity,
        sum(l.returned_quantity) as returned
      from shipment_line l join shipment s on s.tenant = l.tenant and s.id = l.parent
      where l.tenant = ${tenant} and s.tenant = ${tenant} and s.status = 'sent' group by 1),
    lines as (
      select o.number, l.shipped_quantity, l.returned_quantity,
        coalesce(s.quantity, 0) as quantity, coalesce(s.returned, 0) as returned
      from order_line l join "order" o on o.tenant = l.tenant and o.id = l.parent
      left join sent s on s.line = l.id
      where l.tenant = ${tenant} and o.tenant = ${tenant}),
    posted as (
      select e.record, sum(l.debit - l.credit) as cost
      from ledger_entry e join ledger_line l on l.tenant = e.tenant and l.parent = e.id
      join account a on a.tenant = l.tenant and a.id = l.account
      where e.tenant = ${tenant} and l.tenant = ${tenant} and a.tenant = ${tenant}
        and e.entity = 'shipment' and a.role = 'cost-of-sales' group by 1)
    select 'check.shipped' as rule, number as name, shipped_quantity as kept,
        quantity as rebuilt
      from lines where shipped_quantity <> quantity
    union all
    select 'check.returned', number, returned_quantity, returned
      from lines where returned_quantity <> returned
    union all
    select 'check.shipment-cost', s.number, coalesce(s.cost, 0), coalesce(p.cost, 0)
      from shipment s left join posted p on p.record = s.id
      where s.tenant = ${tenant} and s.status = 'sent'
        and coalesce(s.cost, 0) <> coalesce(p.cost, 0)`
}
