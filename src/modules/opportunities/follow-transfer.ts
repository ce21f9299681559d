/** A customer goes to a colleague with the opportunities that are open. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { Opportunity } from './opportunity.entity.ts'

export async function followTransfer(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const [customer, from, to] = [facts.customer, facts.from, facts.to] as string[]
  if (!customer || !from || !to) return
  for (const { id } of await ctx.list(Opportunity, { customer, owner: from, status: 'open' }))
    await ctx.save(Opportunity, id, { owner: to })
}
