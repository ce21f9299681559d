/** Leads that are nobody's yet are given to those who will follow them: one by one, or in turn. */
import { defineAction, defineCollectionAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { dealOut, type Hand } from '#modules/pools/index.ts'
import { Lead, ownLeads } from './lead.entity.ts'

const givers = { 'sales-lead': ownLeads['sales-lead'], manager: 'all' } as const

export const assignLead = defineAction(Lead, {
  name: 'assign',
  label: 'Assign',
  from: ['new', 'qualified'],
  allow: givers,
  input: { owner: f.person({ label: 'New salesperson', required: true }) },
  async run(ctx, lead, { owner }) {
    if (owner === lead.owner) fail('lead.same-owner', {}, { field: 'owner' })
    await ctx.save(Lead, lead.id, { owner })
  },
})

export const dealLeads = defineCollectionAction(Lead, {
  name: 'deal',
  label: 'Deal out',
  allow: ['sales-lead', 'manager'],
  input: {
    rule: f.choice(
      [
        { value: 'round', label: 'In turn' },
        { value: 'load', label: 'Who works on fewest' },
      ],
      { required: true, default: 'round' },
    ),
    most: f.integer({ required: true, default: 50, min: '1', max: '1000', label: 'At most' }),
    to: f.refs('user', { label: 'To whom' }),
  },
  async run(ctx, { rule, most, to }) {
    if (!to?.length) fail('lead.nobody-to-deal-to', {}, { field: 'to' })
    const waiting = await ctx.list(Lead, nobodys, { sort: 'createdAt', limit: most })
    const dealt = waiting.map(({ id }) => ({ id, region: null, not: null }))
    const pairs = dealOut(dealt, await handsOf(ctx, to), rule)
    if (pairs.length === 0) fail('lead.nothing-to-deal')
    for (const [id, owner] of pairs) await ctx.do(assignLead, id, { owner })
    return { result: { dealt: pairs.length } }
  },
})

const nobodys = { status: ['new', 'qualified'], owner: null }

/** Those who may sign in, with the leads that they work on. */
function handsOf(ctx: Ctx, people: readonly string[]): Promise<Hand[]> {
  return ctx.sql<Hand>(sql`
    select m.id as person, count(l.id)::int as load, null::int as room, '{}'::text[] as regions,
      0::float as conversion
    from unnest(${people}::uuid[]) with ordinality m(id, at)
      join "user" u on u.tenant = ${ctx.tenant} and u.id = m.id and u.active
        and u.deleted_at is null
      left join lead l on l.tenant = ${ctx.tenant} and l.owner = m.id
        and l.status in ('new', 'qualified') and l.deleted_at is null
    group by m.id, m.at order by m.at`)
}
