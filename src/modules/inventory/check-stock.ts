/** Rebuilds levels, values and reservations from the book and says what differs. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import { minorUnits } from '#kernel/money/currency.ts'

interface Difference {
  what: string
  product: string
  kept: string
  rebuilt: string
}

/** @returns one sentence per difference; empty = the projections equal the book */
export async function checkStock(ctx: Ctx): Promise<string[]> {
  const { tenant } = ctx
  const rows = await ctx.sql<Difference>(sql`
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
    worth as (select product, sum(quantity) as quantity, sum(value) as value from moved group by 1)
    select 'on hand' as what, coalesce(l.product, m.product) as product,
        coalesce(l.on_hand, 0) as kept, coalesce(m.quantity, 0) as rebuilt
      from (select * from stock_level where tenant = ${tenant}) l
      full join moved m on m.product = l.product and m.warehouse = l.warehouse
      where coalesce(l.on_hand, 0) <> coalesce(m.quantity, 0)
    union all
    select 'reserved', coalesce(l.product, h.product),
        coalesce(l.reserved, 0), coalesce(h.quantity, 0)
      from (select * from stock_level where tenant = ${tenant}) l
      full join held h on h.product = l.product and h.warehouse = l.warehouse
      where coalesce(l.reserved, 0) <> coalesce(h.quantity, 0)
    union all
    select 'quantity', coalesce(v.product, w.product),
        coalesce(v.quantity, 0), coalesce(w.quantity, 0)
      from (select * from stock_value where tenant = ${tenant}) v
      full join worth w on w.product = v.product
      where coalesce(v.quantity, 0) <> coalesce(w.quantity, 0)
    union all
    select 'value', coalesce(v.product, w.product), coalesce(v.value, 0), coalesce(w.value, 0)
      from (select * from stock_value where tenant = ${tenant}) v
      full join worth w on w.product = v.product
      where coalesce(v.value, 0) <> coalesce(w.value, 0)
    union all
    select 'rounded value', coalesce(v.product, b.product),
        coalesce(v.value, 0), coalesce(b.amount, 0)
      from (select product, round(value, ${minorUnits(ctx.currency)}::int) as value
        from stock_value where tenant = ${tenant}) v
      full join booked b on b.product = v.product
      where coalesce(v.value, 0) <> coalesce(b.amount, 0)`)
  return rows.map(
    (row) => `${row.what} of product ${row.product}: kept ${row.kept}, by the book ${row.rebuilt}`,
  )
}
