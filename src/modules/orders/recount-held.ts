/** Orders that went to another customer hold that customer's credit. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import type { Merged } from '#kernel/merge/merge.ts'
import type { Decimal } from '#kernel/money/decimal.ts'
import { recountAccounts } from '#modules/receivables/index.ts'

export function recountHeld(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { keep, drop } = facts as unknown as Merged
  return recountAccounts(ctx, [keep, drop], async (customer) => {
    const [row] = await ctx.sql<{ held: Decimal }>(sql`
      select coalesce(sum(greatest(base_total - invoiced_base, 0)), 0) as held from "order"
      where tenant = ${ctx.tenant} and customer = ${customer}::uuid
        and status in ('confirmed', 'shipped') and deleted_at is null`)
    return row ?? {}
  })
}
