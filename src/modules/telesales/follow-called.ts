/** What happens with customers and leads elsewhere, told to the entries that wait for a call. */
import type { Ctx } from '#kernel/action/ctx.ts'
import type { Where } from '#kernel/query/where.ts'
import type { Lead } from '#modules/leads/index.ts'
import { CallEntry, openStates } from './call-entry.entity.ts'
import { dropOut } from './entry-state.action.ts'

type Facts = Record<string, unknown>

/** A deal that comes so many days after the call is one that the call led to. */
const dealDays = 30

interface Wishing {
  id: string
  refuses: readonly string[] | null
}

/** Whoever wants no more calls leaves every list. */
export const followWishes =
  (entity: 'customer' | 'lead') =>
  async (ctx: Ctx, facts: Facts): Promise<void> => {
    const { id, refuses } = facts.row as Wishing
    const { refuses: before } = facts.before as Wishing
    if (!refuses?.includes('call') || before?.includes('call')) return
    await dropAll(ctx, { [entity]: id })
  }

export async function followOptOut(ctx: Ctx, facts: Facts): Promise<void> {
  // The entry that is called just now has its own result.
  const others = { id: { not: String(facts.entry) } }
  await dropAll(ctx, { [String(facts.entity)]: String(facts.id), ...others })
}

async function dropAll(ctx: Ctx, whose: Where): Promise<void> {
  const open = await ctx.list(CallEntry, { ...whose, status: [...openStates] }, { limit: 1000 })
  const skipReason = ctx.words('Wants no more calls')
  for (const entry of open) await ctx.do(dropOut, entry.id, { skipReason })
}

/** An order or an opportunity soon after a call is what the call led to. */
export const followDeal =
  (field: 'order' | 'opportunity') =>
  async (ctx: Ctx, facts: Facts): Promise<void> => {
    const { id, customer } = facts.row as { id: string; customer: string | null }
    if (customer === null) return
    const from = new Date(ctx.now.getTime() - dealDays * 86_400_000).toISOString()
    const called = { customer, [field]: null, lastCalledAt: { from } }
    const entry = await ctx.first(CallEntry, called, { sort: '-lastCalledAt' })
    if (!entry) return
    const wonAt = entry.wonAt ?? ctx.now.toISOString()
    await ctx.save(CallEntry, entry.id, { [field]: id, wonAt })
  }

/** A lead that became a customer brings its opportunity. */
export async function followConverted(ctx: Ctx, facts: Facts): Promise<void> {
  const { id, opportunity } = facts.row as Lead
  const called = { lead: id, attempts: { over: 0 } }
  for (const entry of await ctx.list(CallEntry, called, { limit: 100 })) {
    const wonAt = entry.wonAt ?? ctx.now.toISOString()
    await ctx.save(CallEntry, entry.id, { opportunity, wonAt })
  }
}
