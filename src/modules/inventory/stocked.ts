/** Which lines move stock at all, and the refusal when there is not enough. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { compare, isZero, type Decimal } from '#kernel/money/decimal.ts'
import { measuresOf, Product, stockQuantity, type Measured } from '#modules/products/index.ts'

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

/** A line that may move stock, counted in its own unit. */
export interface Stockable extends Measured {
  quantity: Decimal
}

/** Goods only, with a quantity, counted in the product's unit; services have no stock. */
export async function stocked<L extends Stockable>(ctx: Ctx, lines: readonly L[]): Promise<L[]> {
  const measures = await measuresOf(ctx, lines)
  return lines.flatMap((line, index) => {
    const measure = measures[index]
    if (!measure?.isGoods || isZero(line.quantity)) return []
    return [{ ...line, quantity: stockQuantity(line.quantity, measure) }]
  })
}
