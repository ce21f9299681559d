/** A member claims a customer from a pool, within the limits of the pool. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import { addDays, today } from '#kernel/time/date.ts'
import { giveCustomer } from '#modules/customers/index.ts'
import { PoolEntry } from './pool-entry.entity.ts'
import { Pool } from './pool.entity.ts'

export const claimEntry = defineAction(PoolEntry, {
  name: 'claim',
  label: 'Claim',
  from: 'waiting',
  to: 'claimed',
  allow: ['sales', 'sales-lead'],
  tone: 'primary',
  async run(ctx, entry) {
    const pool = await ctx.lock(Pool, entry.pool)
    const me = memberIn(pool, ctx.me)
    await checkClaim(ctx, entry, pool, me)
    await giveEntry(ctx, entry, me)
    return { result: { entity: 'customer', id: entry.customer } }
  },
})

/** The customer is hers from now on; the runner writes the state. */
export async function giveEntry(ctx: Ctx, entry: PoolEntry, person: string): Promise<void> {
  const endedAt = ctx.now.toISOString()
  await ctx.save(PoolEntry, entry.id, { claimedBy: person, endedAt })
  await giveCustomer(ctx, entry.customer, person)
}

/** @throws {Refusal} `pool.not-a-member` */
function memberIn({ name, members }: Pool, person: string | null): string {
  const member = (members ?? []).find((one) => one === person)
  return member ?? fail('pool.not-a-member', { pool: name })
}

/** @throws {Refusal} `pool.…` for who has enough, or had the customer just now */
async function checkClaim(ctx: Ctx, entry: PoolEntry, pool: Pool, person: string): Promise<void> {
  checkCooling(ctx, entry, pool, person)
  const { claimed, inHand } = await handOf(ctx, pool.id, person)
  if (pool.claimsPerDay !== null && claimed >= pool.claimsPerDay)
    fail('pool.enough-today', { most: pool.claimsPerDay })
  if (pool.customersInHand !== null && inHand >= pool.customersInHand)
    fail('pool.enough-in-hand', { most: pool.customersInHand, inHand })
}

function checkCooling(ctx: Ctx, entry: PoolEntry, pool: Pool, person: string): void {
  if (entry.formerOwner !== person || pool.coolingDays === 0) return
  const until = addDays(today(new Date(entry.enteredAt), ctx.timeZone), pool.coolingDays)
  if (ctx.today < until) fail('pool.cooling', { until })
}

interface InHand {
  /** From this pool, today. */
  claimed: number
  inHand: number
}

async function handOf(ctx: Ctx, pool: string, person: string): Promise<InHand> {
  const [row] = await ctx.sql<InHand>(sql`
    select (select count(*) from pool_entry e where e.tenant = ${ctx.tenant}
        and e.pool = ${pool}::uuid
        and e.claimed_by = ${person}::uuid and e.status = 'claimed'
        and (e.ended_at at time zone ${ctx.timeZone})::date = ${ctx.today}::date)::int as claimed,
      (select count(*) from customer c where c.tenant = ${ctx.tenant}
        and c.owner = ${person}::uuid and c.deleted_at is null)::int as "inHand"`)
  return row ?? { claimed: 0, inHand: 0 }
}
