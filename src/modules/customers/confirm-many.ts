/** A rule that touches very many customers comes into force only by whoever knows how many. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import { compileWhere } from '#kernel/query/compile-where.ts'
import type { Where } from '#kernel/query/where.ts'
import { Customer } from './customer.entity.ts'

/** More than so many, or than this share of all, must be confirmed by their number. */
const manyCustomers = 100
const fewCustomers = 10
const largeShare = 0.2

/**
 * @param touched what the rule would touch tonight, among the customers `all`
 * @param confirmed the number that the person entered, if any
 * @throws {Refusal} `customer.confirm-count` naming the number, at the field `confirmed`
 */
export async function confirmMany(
  ctx: Ctx,
  touched: Where,
  all: Where,
  confirmed: number | null,
): Promise<void> {
  const [row] = await ctx.sql<{ touched: number; all: number }>(sql`
    select count(*) filter (where ${compileWhere(Customer, touched, ctx, 'c')})::int as touched,
      count(*)::int as all
    from customer c
    where c.tenant = ${ctx.tenant} and c.deleted_at is null
      and ${compileWhere(Customer, all, ctx, 'c')}`)
  const { touched: count, all: total } = row ?? { touched: 0, all: 0 }
  const isMany = count > manyCustomers || (count > fewCustomers && count > total * largeShare)
  if (isMany && confirmed !== count)
    fail('customer.confirm-count', { count, all: total }, { field: 'confirmed' })
}
