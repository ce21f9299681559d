/** Products that are counted differently are not the same: merged, their figures would be wrong. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import type { Merged } from '#kernel/merge/merge.ts'
import { Product } from './product.entity.ts'

/** @throws {Refusal} `product.unlike-kinds`, `product.unlike-units` (409) */
export async function refuseUnlike(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { keep, drop } = facts as unknown as Merged
  const [kept, dropped] = [await ctx.find(Product, keep), await ctx.find(Product, drop)]
  const names = { product: kept.name, other: dropped.name }
  if (kept.kind !== dropped.kind) fail('product.unlike-kinds', names, { status: 409 })
  const isUnlike = dropped.unit !== null && dropped.unit !== kept.unit
  if (isUnlike || (await packUnlike(ctx, keep, drop)))
    fail('product.unlike-units', names, { status: 409 })
}

/** Whether a packing unit of both, also one that was removed, contains more of the one. */
async function packUnlike(ctx: Ctx, keep: string, drop: string): Promise<boolean> {
  const unlike = await ctx.sql(
    sql`select 1 from product_unit d join product_unit k on k.tenant = d.tenant and k.unit = d.unit
      where d.tenant = ${ctx.tenant} and d.product = ${drop}::uuid and k.product = ${keep}::uuid
        and d.factor <> k.factor limit 1`,
  )
  return unlike.length > 0
}
