/** Rebuilds levels, values and reservations from the book and says what differs. */
import type { Reader } from '#kernel/action/ctx.ts'
import { sql, type Sql } from '#kernel/db/sql.ts'
import { minorUnits } from '#kernel/money/currency.ts'

export function checkStock({ tenant, currency }: Reader): Sql {
  return sql`
    with moved as (
      select m.product, p.warehouse,
        sum(case when m.to_place = p.id then m.quantity else -m.quantity end) as quantity,
        sum(case when m.to_place = p.id then m.value else -m.value end) as value
      from stock_move m
      join stock_place p on p.tenant = m.tenant and p.id in (m.from_place, m.to_place)
      where m.tenant = ${tenant} and p.kind = 'warehouse' group by 1, 2),
    held as (
      select product, warehouse, sum(quantity) as quantity from stock_reservation
      where tenant = ${tenant} group by 1, 2),
    booked as (
      select product, sum(booked) as amount from stock_move where tenant = ${tenant} group by 1),
    worth as (select product, sum(quantity) as quantity, sum(value) as value from moved group by 1),
    found as (
    select 'check.on-hand' as rule, coalesce(l.product, m.product) as product,
        coalesce(l.on_hand, 0) as kept, coalesce(m.quantity, 0) as rebuilt
      from (select * from stock_level where tenant = ${tenant}) l
      full join moved m on m.product = l.product and m.warehouse = l.warehouse
      where coalesce(l.on_hand, 0) <> coalesce(m.quantity, 0)
    union all
    select 'check.reserved', coalesce(l.product, h.product),
        coalesce(l.reserved, 0), coalesce(h.quantity, 0)
      from (select * from stock_level where tenant = ${tenant}) l
      full join held h on h.product = l.product and h.warehouse = l.warehouse
      where coalesce(l.reserved, 0) <> coalesce(h.quantity, 0)
    union all
    select 'check.stock-quantity', coalesce(v.product, w.product),
        coalesce(v.quantity, 0), coalesce(w.quantity, 0)
      from (select * from stock_value where tenant = ${tenant}) v
      full join worth w on w.product = v.product
      where coalesce(v.quantity, 0) <> coalesce(w.quantity, 0)
    union all
    select 'check.stock-value', coalesce(v.product, w.product),
        coalesce(v.value, 0), coalesce(w.value, 0)
      from (select * from stock_value where tenant = ${tenant}) v
      full join worth w on w.product = v.product
      where coalesce(v.value, 0) <> coalesce(w.value, 0)
    union all
    select 'check.booked-value', coalesce(v.product, b.product),
        coalesce(v.value, 0), coalesce(b.amount, 0)
      from (select product, round(value, ${minorUnits(currency)}::int) as value
        from stock_value where tenant = ${tenant}) v
      full join booked b on b.product = v.product
      where coalesce(v.value, 0) <> coalesce(b.amount, 0))
    select f.rule, coalesce(p.code || ' ' || p.name, f.product::text) as name, f.kept, f.rebuilt
      from found f left join product p on p.tenant = ${tenant} and p.id = f.product`
}
