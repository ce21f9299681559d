/** Products that are counted differently are not the same: merged, their figures would be wrong. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import type { Merged } from '#kernel/merge/merge.ts'
import { Product } from './product.entity.ts'

/** @throws {Refusal} `product.unlike-kinds`, `product.unlike-units` (409) */
export async function refuseUnlike(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { keep, drop } = facts as unknown as Merged
  const [kept, dropped] = [await ctx.find(Product, keep), await ctx.find(Product, drop)]
  const names = { product: kept.name, other: dropped.name }
  if (kept.kind !== dropped.kind) fail('product.unlike-kinds', names, { status: 409 })
  const isUnlike = kept.unit !== null && dropped.unit !== null && kept.unit !== dropped.unit
  if (isUnlike) fail('product.unlike-units', names, { status: 409 })
}
