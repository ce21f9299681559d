/** A customer that got a salesperson by any other way, or is gone, waits in no pool any more. */
import type { Ctx } from '#kernel/action/ctx.ts'
import type { Customer } from '#modules/customers/index.ts'
import { PoolEntry } from './pool-entry.entity.ts'
import { withdrawEntry } from './withdraw-entry.action.ts'

export async function followOwner(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const [row, before] = [facts.row as Customer, facts.before as Customer | undefined]
  if (row.name !== before?.name && row.pool !== null) await rename(ctx, row)
  // Whoever waits in a pool has it written on the customer.
  if (before && (row.owner === before.owner || row.owner === null || before.pool === null)) return
  await withdraw(ctx, row.id, row.owner)
}

export async function leaveWithBin(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  await withdraw(ctx, (facts.row as Customer).id, null)
}

async function rename(ctx: Ctx, { id, name }: Customer): Promise<void> {
  const waiting = await ctx.list(PoolEntry, { customer: id, status: 'waiting' })
  for (const entry of waiting) await ctx.save(PoolEntry, entry.id, { name })
}

/** The entry that was claimed just now is claimed already by the one who has it. */
async function withdraw(ctx: Ctx, customer: string, owner: string | null): Promise<void> {
  const waiting = await ctx.list(PoolEntry, { customer, status: 'waiting' })
  for (const { id, claimedBy } of waiting)
    if (claimedBy === null || claimedBy !== owner) await ctx.do(withdrawEntry, id)
}
