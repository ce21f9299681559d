/** The unit that a product is counted in does not change under what is counted already. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { equals } from '#kernel/money/decimal.ts'
import { Product } from './product.entity.ts'
import { ProductUnit } from './product-unit.entity.ts'

type Facts = Record<string, unknown>

/** @throws {Refusal} `product-unit.own` for a further unit that is the product's own */
export async function checkPackingUnit(ctx: Ctx, facts: Facts): Promise<void> {
  const { product, unit } = facts.row as ProductUnit
  const own = await ctx.find(Product, product)
  if (own.unit === null) fail('product-unit.no-own', {}, { field: 'product' })
  if (own.unit === unit) fail('product-unit.own', {}, { field: 'unit' })
}

/** @throws {Refusal} `product.has-packing-units`: their contents would mean something else */
export async function keepOwnUnit(ctx: Ctx, facts: Facts): Promise<void> {
  const { before, row } = facts as unknown as { before: Product; row: Product }
  if (before.unit === row.unit) return
  const other = await ctx.first(ProductUnit, { product: row.id })
  if (other) fail('product.has-packing-units', {}, { status: 409, field: 'unit' })
}

/** Whether a change makes what is counted of the product mean something else. */
export function countsOtherwise(before: Product, after: Product): 'kind' | 'unit' | null {
  if (before.kind !== after.kind) return 'kind'
  return before.unit !== null && before.unit !== after.unit ? 'unit' : null
}

/** Whether a change makes quantities in the packing unit mean something else. */
export function packsOtherwise(before: ProductUnit, after: ProductUnit): boolean {
  const { product, unit, factor } = before
  return product !== after.product || unit !== after.unit || !equals(factor, after.factor)
}
