/** Proves what orders hold: goods set aside and credit are exactly what is open. */
import type { Reader } from '#kernel/action/ctx.ts'
import { sql, type Sql } from '#kernel/db/sql.ts'
import { namedCustomer } from '#modules/customers/index.ts'
import { factorSql } from '#modules/products/index.ts'

export function checkOrders({ tenant }: Reader): Sql {
  return sql`
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
    select 'check.credit-held' as rule,
        ${namedCustomer(tenant, sql`coalesce(k.customer, h.customer)`)} as name,
        coalesce(k.held, 0) as kept, coalesce(h.amount, 0) as rebuilt
      from kept k full join held h on h.customer = k.customer
      where coalesce(k.held, 0) <> coalesce(h.amount, 0)
    union all
    select 'check.set-aside', coalesce(r.number, w.number),
        coalesce(r.quantity, 0), coalesce(w.quantity, 0)
      from reserved r full join wanted w on w.id = r.line
      where coalesce(r.quantity, 0) <> coalesce(w.quantity, 0)`
}
