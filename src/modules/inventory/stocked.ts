/** Which lines move stock at all, and the refusal when there is not enough. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import { compare, isZero, type Decimal } from '#kernel/money/decimal.ts'
import { Product } from '#modules/products/index.ts'

/** The document that moves or reserves. */
export interface Source {
  entity: string
  record: string
}

/** @throws {Refusal} `stock.not-enough` with the product's name and what there is */
export async function refuseMoreThan(
  ctx: Ctx,
  product: string,
  wanted: Decimal,
  available: Decimal,
): Promise<void> {
  if (compare(wanted, available) <= 0) return
  await refuseFor(ctx, 'stock.not-enough', product, { wanted, available })
}

/** Refuses by a rule that names the product. What it is worth is no fact: not all may know. */
export async function refuseFor(
  ctx: Ctx,
  rule: string,
  product: string,
  facts: Record<string, Decimal> = {},
): Promise<never> {
  const { name } = await ctx.find(Product, product, { deleted: true })
  fail(rule, { product: name, ...facts }, { status: 409 })
}

/** A line that may move stock. */
export interface Stockable {
  product: string
  quantity: Decimal
}

/** Goods only, with a quantity; services have no stock. */
export async function stocked<L extends Stockable>(ctx: Ctx, lines: readonly L[]): Promise<L[]> {
  const ids = [...new Set(lines.map((line) => line.product))]
  const goods = await ctx.sql<{ id: string }>(
    sql`select id from product
      where tenant = ${ctx.tenant} and id = any(${ids}::uuid[]) and kind = 'goods'`,
  )
  const known = new Set(goods.map((product) => product.id))
  return lines.filter((line) => known.has(line.product) && !isZero(line.quantity))
}
