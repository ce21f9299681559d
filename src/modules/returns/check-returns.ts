/** Proves that what came back is on its shipment, at the value it came back with. */
import type { Reader } from '#kernel/action/ctx.ts'
import { sql, type Sql } from '#kernel/db/sql.ts'

export function checkReturns({ tenant }: Reader): Sql {
  return sql`
    with sent as (
      select s.number, s.id, l.id as line, l.returned_quantity, l.returned_value
      from shipment_line l join shipment s on s.tenant = l.tenant and s.id = l.parent
      where l.tenant = ${tenant} and s.tenant = ${tenant} and s.status = 'sent'),
    back as (
      select l.shipment_line as line, sum(l.quantity) as quantity, sum(l.value) as value
      from goods_return_line l join goods_return r on r.tenant = l.tenant and r.id = l.parent
      where l.tenant = ${tenant} and r.tenant = ${tenant} and r.status = 'received' group by 1)
    select 'check.returned-quantity' as rule, s.number as name, s.returned_quantity as kept,
        coalesce(b.quantity, 0) as rebuilt
      from sent s left join back b on b.line = s.line
      where s.returned_quantity <> coalesce(b.quantity, 0)
    union all
    select 'check.returned-value', s.number, s.returned_value, coalesce(b.value, 0)
      from sent s left join back b on b.line = s.line
      where s.returned_value <> coalesce(b.value, 0)`
}
