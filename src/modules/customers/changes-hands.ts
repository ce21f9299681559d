/** Since when a customer is with somebody, and since when it stands in its stage. */
import type { Ctx } from '#kernel/action/ctx.ts'
import type { Customer } from './customer.entity.ts'
import { keepFacts } from './keep-facts.ts'

export async function changesHands(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const [row, before] = [facts.row as Customer, facts.before as Customer]
  const moved = row.owner !== before.owner
  keepFacts(ctx, row.id, {
    ...(moved ? { ownedSince: ctx.now.toISOString() } : {}),
    // Whoever is somebody's customer lies in no pool.
    ...(moved && row.owner !== null ? { pool: null } : {}),
    ...(row.stage === before.stage ? {} : { stageOn: ctx.today, stageReason: null }),
  })
}
