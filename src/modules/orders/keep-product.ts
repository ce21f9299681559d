/** What is ordered keeps its kind and its unit until the order is done. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import { countsOtherwise, packsOtherwise } from '#modules/products/index.ts'
import type { Product, ProductUnit } from '#modules/products/index.ts'

type Facts = Record<string, unknown>
interface Changed<T> {
  before: T
  row: T
}

/** @throws {Refusal} `product.is-ordered` at the field, naming the order */
export async function keepOrdered(ctx: Ctx, facts: Facts): Promise<void> {
  const { before, row } = facts as unknown as Changed<Product>
  const field = countsOtherwise(before, row)
  if (field === null) return
  const [order] = await ctx.sql<{ number: string }>(
    sql`select o.number from order_line l join "order" o on o.tenant = l.tenant and o.id = l.parent
      where l.tenant = ${ctx.tenant} and l.product = ${row.id}::uuid
        and o.status in ('confirmed', 'shipped') limit 1`,
  )
  if (order) fail('product.is-ordered', { order: order.number }, { status: 409, field })
}

/** @throws {Refusal} `product-unit.is-ordered` naming the order */
export async function keepOrderedUnit(ctx: Ctx, facts: Facts): Promise<void> {
  const { before, row } = facts as unknown as Changed<ProductUnit>
  if (!packsOtherwise(before, row)) return
  const [order] = await ctx.sql<{ number: string }>(
    sql`select o.number from order_line l join "order" o on o.tenant = l.tenant and o.id = l.parent
      where l.tenant = ${ctx.tenant} and l.product = ${before.product}::uuid
        and l.unit = ${before.unit}::uuid and o.status <> 'draft' limit 1`,
  )
  if (order) fail('product-unit.is-ordered', { order: order.number }, { status: 409 })
}
