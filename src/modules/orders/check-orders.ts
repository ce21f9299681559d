/** Proves what orders hold: goods set aside and credit are exactly what is open. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import { factorSql } from '#modules/products/index.ts'

interface Difference {
  what: string
  name: string
  kept: string
  rebuilt: string
}

/** @returns one sentence per difference */
export async function checkOrders(ctx: Ctx): Promise<string[]> {
  const { tenant } = ctx
  const rows = await ctx.sql<Difference>(sql`
    with held as (
      select customer, sum(greatest(base_total - invoiced_base, 0)) as amount from "order"
      where tenant = ${tenant} and status in ('confirmed', 'shipped') and deleted_at is null
      group by 1),
    kept as (select customer, held from customer_account where tenant = ${tenant}),
    wanted as (
      select l.id, o.number,
        (l.quantity - l.shipped_quantity) * ${factorSql(tenant)} as quantity
      from order_line l join "order" o on o.tenant = l.tenant and o.id = l.parent
      join product p on p.tenant = l.tenant and p.id = l.product
      where l.tenant = ${tenant} and o.status = 'confirmed' and p.kind = 'goods'),
    reserved as (
      select r.line, o.number, r.quantity from stock_reservation r
      left join "order" o on o.tenant = r.tenant and o.id = r.record
      where r.tenant = ${tenant} and r.entity = 'order')
    select 'credit held of customer' as what, coalesce(k.customer, h.customer)::text as name,
        coalesce(k.held, 0) as kept, coalesce(h.amount, 0) as rebuilt
      from kept k full join held h on h.customer = k.customer
      where coalesce(k.held, 0) <> coalesce(h.amount, 0)
    union all
    select 'goods set aside for order', coalesce(r.number, w.number),
        coalesce(r.quantity, 0), coalesce(w.quantity, 0)
      from reserved r full join wanted w on w.id = r.line
      where coalesce(r.quantity, 0) <> coalesce(w.quantity, 0)`)
  return rows.map(
    (row) => `${row.what} ${row.name}: kept ${row.kept}, by the orders ${row.rebuilt}`,
  )
}
