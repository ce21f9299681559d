/** A customer goes to a colleague with the visits that are planned. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { Visit } from './visit.entity.ts'

export async function followTransfer(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const [customer, from, to] = [facts.customer, facts.from, facts.to] as string[]
  if (!customer || !from || !to) return
  const planned = { customer, owner: from, status: 'planned' }
  for (const { id } of await ctx.list(Visit, planned))
    await ctx.save(Visit, id, { owner: to, turn: null, way: null })
}
