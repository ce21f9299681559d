/** Receipts that went to another customer count on that customer's account. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import type { Merged } from '#kernel/merge/merge.ts'
import type { Decimal } from '#kernel/money/decimal.ts'
import { recountAccounts } from '#modules/receivables/index.ts'

export function recountReceived(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { keep, drop } = facts as unknown as Merged
  return recountAccounts(ctx, [keep, drop], async (customer) => {
    const [row] = await ctx.sql<{ received: Decimal; advance: Decimal }>(sql`
      select coalesce(sum(base_amount), 0) as received,
        coalesce(sum(base_unallocated), 0) as advance
      from receipt
      where tenant = ${ctx.tenant} and customer = ${customer}::uuid and status = 'posted'`)
    return row ?? {}
  })
}
