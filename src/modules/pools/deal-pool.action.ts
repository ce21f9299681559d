/** A lead deals the customers that wait in a pool out to its members. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { dealingRules, dealOut, type Dealt, type Hand } from './deal-out.ts'
import { handsNow } from './hands-now.ts'
import { giveByDealing } from './give-entry.action.ts'
import { Pool } from './pool.entity.ts'

export const dealPool = defineAction(Pool, {
  name: 'deal',
  label: 'Deal out',
  allow: { 'sales-lead': { any: [{ members: 'me' }, { members: 'my-team' }] }, manager: 'all' },
  tone: 'primary',
  input: {
    rule: f.choice(dealingRules, { required: true, default: 'round' }),
    most: f.integer({ required: true, default: 50, min: '1', max: '1000', label: 'At most' }),
    to: f.refs('user', { label: 'Only to', help: 'Empty: all members.' }),
  },
  async run(ctx, pool, { rule, most, to }) {
    const members = (pool.members ?? []).filter((one) => !to?.length || to.includes(one))
    if (members.length === 0) fail('pool.no-member', {}, { field: 'to' })
    const pairs = dealOut(await waiting(ctx, pool, most), await handsOf(ctx, pool, members), rule)
    if (pairs.length === 0) fail('pool.nothing-to-deal')
    for (const [entry, person] of pairs) await ctx.do(giveByDealing, entry, { person })
    return { result: { dealt: pairs.length } }
  },
})

/** Longest waiting first. */
function waiting(ctx: Ctx, pool: Pool, most: number): Promise<Dealt[]> {
  return ctx.sql<Dealt>(sql`
    select e.id, c.sales_region as region,
      case when e.entered_at > ${coolFrom(ctx, pool)}::timestamptz then e.former_owner end as "not"
    from pool_entry e join customer c on c.tenant = e.tenant and c.id = e.customer
    where e.tenant = ${ctx.tenant} and e.pool = ${pool.id}::uuid and e.status = 'waiting'
      and e.deleted_at is null and c.deleted_at is null
    order by e.entered_at, e.id limit ${most}`)
}

function coolFrom(ctx: Ctx, { coolingDays }: Pool): string {
  return new Date(ctx.now.getTime() - coolingDays * 86_400_000).toISOString()
}

async function handsOf(ctx: Ctx, pool: Pool, members: readonly string[]): Promise<Hand[]> {
  const hands = await handsNow(ctx, members)
  return hands.map((hand) => ({ ...hand, room: roomOf(pool, hand.load) }))
}

function roomOf({ customersInHand }: Pool, load: number): number | null {
  return customersInHand === null ? null : Math.max(0, customersInHand - load)
}
