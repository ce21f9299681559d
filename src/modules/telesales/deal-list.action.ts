/** Entries of a call list are dealt out to its agents by rule, dealt anew, or taken back. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { dealingRules, dealOut, type Dealt, type Hand } from '#modules/pools/index.ts'
import { CallEntry } from './call-entry.entity.ts'
import { CallList, ledLists } from './call-list.entity.ts'
import { openToAgent } from './open-to-agent.ts'
import { tellDealt } from './tell-dealt.ts'

const rules = dealingRules.filter(({ value }) => value !== 'conversion')

export const dealList = defineAction(CallList, {
  name: 'deal',
  label: 'Deal out',
  from: 'open',
  allow: ledLists,
  tone: 'primary',
  input: {
    rule: f.choice(rules, { required: true, default: 'round' }),
    most: f.integer({ required: true, default: 200, min: '1', max: '2000', label: 'At most' }),
    to: f.refs('user', { label: 'Only to', help: 'Empty: all agents of the list.' }),
    again: f.boolean({
      label: 'Deal anew',
      help: 'Also what is dealt out and was not called yet.',
    }),
  },
  async run(ctx, list, { rule, most, to, again }) {
    const agents = (list.members ?? []).filter((one) => !to?.length || to.includes(one))
    if (agents.length === 0) fail('call-list.no-agent', {}, { field: 'to' })
    const dealt = await undealt(ctx, list, most, again)
    const pairs = dealOut(dealt, await handsOf(ctx, list, agents, dealt), rule)
    if (pairs.length === 0) fail('call-list.nothing-to-deal')
    for (const [id, owner] of pairs) await giveEntry(ctx, id, owner)
    return { result: { counts: await tellDealt(ctx, pairs) } }
  },
})

export const takeBack = defineAction(CallList, {
  name: 'take-back',
  label: 'Take back from agents',
  allow: ledLists,
  input: {
    from: f.person({ label: 'From whom', help: 'Empty: from everybody.' }),
    callbacks: f.boolean({ label: 'Agreed callbacks as well' }),
  },
  async run(ctx, list, { from, callbacks }) {
    const whose = from ? { owner: from } : { owner: { empty: false } }
    const status = callbacks ? ['waiting', 'later'] : ['waiting']
    const own = { list: list.id, status, ...whose }
    const entries = await ctx.list(CallEntry, own, { limit: 5000 })
    if (entries.length === 0) fail('call-list.nothing-to-take-back')
    for (const { id } of entries) await giveEntry(ctx, id, null)
    return { result: { taken: entries.length } }
  },
})

async function giveEntry(ctx: Ctx, id: string, owner: string | null): Promise<void> {
  await ctx.save(CallEntry, id, { owner })
  await openToAgent(ctx, id, owner)
}

/** As they were added; what was called already stays where it is. */
function undealt(ctx: Ctx, { id }: CallList, most: number, again: boolean): Promise<Dealt[]> {
  return ctx.sql<Dealt>(sql`
    select e.id, c.sales_region as region, null::uuid as "not"
    from call_entry e
      left join customer c on c.tenant = e.tenant and c.id = e.customer
    where e.tenant = ${ctx.tenant} and e.list = ${id}::uuid and e.deleted_at is null
      and e.status in ('waiting', 'later')
      and (e.owner is null or (${again} and e.attempts = 0))
    order by e.created_at, e.id limit ${most}`)
}

/** What is dealt anew does not count as work in hand. */
function handsOf(
  ctx: Ctx,
  { id }: CallList,
  agents: readonly string[],
  dealt: readonly Dealt[],
): Promise<Hand[]> {
  const ids = dealt.map((one) => one.id)
  return ctx.sql<Hand>(sql`
    select m.id as person, count(e.id)::int as load, null::int as room,
      array(select distinct c.sales_region from customer c
        where c.tenant = ${ctx.tenant} and c.owner = m.id and c.deleted_at is null
          and c.sales_region is not null) as regions,
      0::float as conversion
    from unnest(${agents}::uuid[]) with ordinality m(id, at)
      join "user" u on u.tenant = ${ctx.tenant} and u.id = m.id and u.active
        and u.deleted_at is null
      left join call_entry e on e.tenant = ${ctx.tenant} and e.owner = m.id
        and e.list = ${id}::uuid and e.status in ('waiting', 'later') and e.deleted_at is null
        and e.id <> all(${ids}::uuid[])
    group by m.id, m.at order by m.at`)
}
