/** An opportunity is won, or lost for a reason that is kept. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import type { Field } from '#kernel/field/field.ts'
import { endStay } from './go-to-stage.ts'
import { Opportunity, ownOpportunities } from './opportunity.entity.ts'

const { winReason, lossReason, lostTo } = Opportunity.fields

/** A field that the record computes, as the action asks for it. */
function asked<F extends Field>(field: F): F {
  return { ...field, computed: false }
}

/** Under a name of its own: a record that is open has no such day yet, and would say so. */
const on = () => f.date({ label: 'Closed on', required: true, default: 'today' })

export const winOpportunity = defineAction(Opportunity, {
  name: 'win',
  label: 'Deal won',
  from: 'open',
  to: 'won',
  allow: ownOpportunities,
  tone: 'primary',
  input: {
    on: on(),
    winReason: asked(winReason),
  },
  async run(ctx, opportunity, { on: closedOn, ...why }) {
    if (opportunity.customer === null)
      fail('opportunity.customer-missing', {}, { field: 'customer' })
    checkDay(ctx, opportunity, closedOn)
    await ctx.save(Opportunity, opportunity.id, { ...why, closedOn })
    await endStay(ctx, opportunity.id, closedOn, 'won')
  },
})

export const loseOpportunity = defineAction(Opportunity, {
  name: 'lose',
  label: 'Deal lost',
  from: 'open',
  to: 'lost',
  allow: ownOpportunities,
  tone: 'danger',
  input: {
    lossReason: { ...asked(lossReason), required: true },
    lostTo: asked(lostTo),
    on: on(),
  },
  async run(ctx, opportunity, { on: closedOn, ...why }) {
    checkDay(ctx, opportunity, closedOn)
    await ctx.save(Opportunity, opportunity.id, { ...why, closedOn })
    await endStay(ctx, opportunity.id, closedOn, 'lost')
  },
})

/** @throws {Refusal} `opportunity.closes-later`, `opportunity.closes-before` */
function checkDay({ today }: Ctx, { openedOn }: Opportunity, closed: string): void {
  if (closed > today) fail('opportunity.closes-later', {}, { field: 'on' })
  if (openedOn !== null && closed < openedOn)
    fail('opportunity.closes-before', { openedOn }, { field: 'on' })
}
