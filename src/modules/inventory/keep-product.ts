/** What the stock book counts keeps its kind and its unit. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import { countsOtherwise, packsOtherwise } from '#modules/products/index.ts'
import type { Product, ProductUnit } from '#modules/products/index.ts'
import { StockMove } from './stock-move.entity.ts'
import { StockReservation } from './stock-level.entity.ts'

type Facts = Record<string, unknown>
interface Changed<T> {
  before: T
  row: T
}

/** @throws {Refusal} `product.has-moved` at the field */
export async function keepMoved(ctx: Ctx, facts: Facts): Promise<void> {
  const { before, row } = facts as unknown as Changed<Product>
  const field = countsOtherwise(before, row)
  if (field === null) return
  const product = row.id
  const known =
    (await ctx.first(StockMove, { product })) ?? (await ctx.first(StockReservation, { product }))
  if (known) fail('product.has-moved', {}, { status: 409, field })
}

/** @throws {Refusal} `product-unit.has-moved` */
export async function keepMovedUnit(ctx: Ctx, facts: Facts): Promise<void> {
  const { before, row } = facts as unknown as Changed<ProductUnit>
  if (!packsOtherwise(before, row)) return
  const [entry] = await ctx.sql(
    sql`select 1 from stock_entry_line l
      join stock_entry e on e.tenant = l.tenant and e.id = l.parent
      where l.tenant = ${ctx.tenant} and l.product = ${before.product}::uuid
        and l.unit = ${before.unit}::uuid and e.status <> 'draft' limit 1`,
  )
  if (entry) fail('product-unit.has-moved', {}, { status: 409 })
}
