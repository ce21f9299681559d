/** Finds the ends of movements; those not there yet are made. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import { StockPlace, type Outside } from './stock-place.entity.ts'

/** What the outside world is called, in English. */
export const outsideNames: Readonly<Record<Outside, string>> = {
  supplier: 'Suppliers',
  customer: 'Customers',
  transit: 'In transit',
  loss: 'Losses',
  use: 'Own use',
  opening: 'Opening stock',
  loan: 'On loan',
}

/** The place of a warehouse. It is made with the warehouse; an imported one may still lack it. */
export async function placeOfWarehouse(ctx: Ctx, warehouse: string): Promise<string> {
  const known = await ctx.first(StockPlace, { warehouse })
  if (known) return known.id
  await oneAtATime(ctx)
  const again = await ctx.first(StockPlace, { warehouse })
  if (again) return again.id
  return (
    await ctx.create(StockPlace, { kind: 'warehouse', name: ctx.words('Warehouse'), warehouse })
  ).id
}

/** The place that stands for suppliers, customers, losses … as a whole. */
export async function placeOutside(ctx: Ctx, kind: Outside): Promise<string> {
  const known = await ctx.first(StockPlace, { kind })
  if (known) return known.id
  await oneAtATime(ctx)
  const again = await ctx.first(StockPlace, { kind })
  if (again) return again.id
  return (await ctx.create(StockPlace, { kind, name: ctx.words(outsideNames[kind]) })).id
}

/** Two who make the same place wait for each other on the company's counter row. */
async function oneAtATime(ctx: Ctx): Promise<void> {
  await ctx.sql(
    sql`insert into counter (tenant, series, period, next)
      values (${ctx.tenant}, 'stock-place', '', 1)
      on conflict (tenant, series, period) do update set next = counter.next`,
  )
}
