/** Open items that went to another customer count on that customer's account. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import type { Merged } from '#kernel/merge/merge.ts'
import { recountAccounts, type AccountFigures } from './credit.ts'

export function recountItems(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { keep, drop } = facts as unknown as Merged
  return recountAccounts(ctx, [keep, drop], async (customer) => {
    const [row] = await ctx.sql<Pick<AccountFigures, 'invoiced' | 'open'>>(sql`
      select coalesce(sum(base_amount), 0) as invoiced,
        coalesce(sum(base_amount - base_settled), 0) as open
      from receivable
      where tenant = ${ctx.tenant} and customer = ${customer}::uuid and status <> 'void'`)
    return row ?? {}
  })
}
