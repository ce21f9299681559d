/** Customers go into a pool: nobody's any more, with a trail of whose they were. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { Customer, giveCustomer } from '#modules/customers/index.ts'
import { PoolEntry } from './pool-entry.entity.ts'
import { withdrawEntry } from './withdraw-entry.action.ts'

export type Why = PoolEntry['why']

/** Customers that are gone or lie in this pool already stay as they are. Answers how many went. */
export async function putInPool(
  ctx: Ctx,
  pool: string,
  customers: readonly string[],
  why: Why,
): Promise<number> {
  const rows = await ctx.list(Customer, { id: [...customers] }, { lock: true })
  const coming = rows.filter((row) => row.pool !== pool)
  await leavePools(ctx, coming)
  await ctx.createMany(
    PoolEntry,
    coming.map(({ id, name, level, industry, address, owner }) => ({
      pool,
      customer: id,
      name,
      level,
      industry,
      why,
      city: address?.city ?? address?.region ?? null,
      formerOwner: owner,
    })),
  )
  for (const { id } of coming) await giveCustomer(ctx, id, null, pool)
  return coming.length
}

/** What waited elsewhere waits there no longer. */
async function leavePools(ctx: Ctx, customers: readonly Customer[]): Promise<void> {
  const moving = customers.filter(({ pool }) => pool !== null).map(({ id }) => id)
  if (moving.length === 0) return
  const waiting = await ctx.list(PoolEntry, { customer: moving, status: 'waiting' })
  for (const { id } of waiting) await ctx.do(withdrawEntry, id)
}
