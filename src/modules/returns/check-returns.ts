/** Proves that what came back is on its shipment, at the value it came back with. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'

interface Difference {
  what: string
  number: string
  kept: string
  rebuilt: string
}

/** @returns one sentence per difference */
export async function checkReturns(ctx: Ctx): Promise<string[]> {
  const { tenant } = ctx
  const rows = await ctx.sql<Difference>(sql`
    with sent as (
      select s.number, s.id, l.id as line, l.returned_quantity, l.returned_value
      from shipment_line l join shipment s on s.tenant = l.tenant and s.id = l.parent
      where l.tenant = ${tenant} and s.tenant = ${tenant} and s.status = 'sent'),
    back as (
      select l.shipment_line as line, sum(l.quantity) as quantity, sum(l.value) as value
      from goods_return_line l join goods_return r on r.tenant = l.tenant and r.id = l.parent
      where l.tenant = ${tenant} and r.tenant = ${tenant} and r.status = 'received' group by 1)
    select 'quantity returned of shipment' as what, s.number, s.returned_quantity as kept,
        coalesce(b.quantity, 0) as rebuilt
      from sent s left join back b on b.line = s.line
      where s.returned_quantity <> coalesce(b.quantity, 0)
    union all
    select 'value returned of shipment', s.number, s.returned_value, coalesce(b.value, 0)
      from sent s left join back b on b.line = s.line
      where s.returned_value <> coalesce(b.value, 0)`)
  return rows.map(
    (row) => `${row.what} ${row.number}: kept ${row.kept}, by the returns ${row.rebuilt}`,
  )
}
