/** A confirmed order is a deal: first, last and number of deals stand with the customer. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import type { Merged } from '#kernel/merge/merge.ts'
import { recountDeals } from '#modules/customers/index.ts'
import type { Order } from './order.entity.ts'

/** Being amended an order stays the deal that it was. */
function countDeals(ctx: Ctx, customers: readonly string[]): void {
  recountDeals(
    ctx,
    customers,
    sql`select o.customer, o.ordered_on from "order" o
      where o.tenant = ${ctx.tenant} and o.customer = any(${customers}::uuid[])
        and (o.status in ('confirmed', 'shipped', 'closed') or o.version_before is not null)
        and o.deleted_at is null`,
  )
}

export async function countDeal(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  countDeals(ctx, [(facts.row as Order).customer])
}

export async function countMergedDeals(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { keep, drop } = facts as unknown as Merged
  countDeals(ctx, [keep, drop])
}
