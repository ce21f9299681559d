/** Whether a lead is worth following: it is qualified, discarded for a reason, or taken up. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { discardReasons, Lead, ownLeads } from './lead.entity.ts'

export const qualifyLead = defineAction(Lead, {
  name: 'qualify',
  label: 'Qualify',
  from: 'new',
  to: 'qualified',
  allow: ownLeads,
  tone: 'primary',
  async run(_ctx, { phone, email }) {
    if (phone === null && email === null) fail('lead.no-way', {}, { field: 'phone' })
  },
})

export const discardLead = defineAction(Lead, {
  name: 'discard',
  label: 'Discard',
  from: ['new', 'qualified'],
  to: 'discarded',
  allow: ownLeads,
  tone: 'danger',
  input: {
    discardReason: f.choice(discardReasons, { required: true, label: 'Discard reason' }),
  },
  async run(ctx, lead, { discardReason }) {
    await ctx.save(Lead, lead.id, { discardReason, endedAt: ctx.now.toISOString() })
  },
})

export const takeUpLead = defineAction(Lead, {
  name: 'take-up',
  label: 'Take up again',
  from: 'discarded',
  to: 'new',
  allow: ownLeads,
  async run(ctx, lead) {
    await ctx.save(Lead, lead.id, { discardReason: null, endedAt: null })
  },
})
