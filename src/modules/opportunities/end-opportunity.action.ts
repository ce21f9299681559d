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

const closedOn = () => f.date({ label: 'Closed on', required: true, default: 'today' })

export const winOpportunity = defineAction(Opportunity, {
  name: 'win',
  label: 'Deal won',
  from: 'open',
  to: 'won',
  allow: ownOpportunities,
  tone: 'primary',
  input: {
    closedOn: closedOn(),
    winReason: asked(winReason),
  },
  async run(ctx, opportunity, input) {
    if (opportunity.customer === null)
      fail('opportunity.customer-missing', {}, { field: 'customer' })
    checkDay(ctx, opportunity, input.closedOn)
    await ctx.save(Opportunity, opportunity.id, input)
    await endStay(ctx, opportunity.id, input.closedOn, 'won')
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
    closedOn: closedOn(),
  },
  async run(ctx, opportunity, input) {
    checkDay(ctx, opportunity, input.closedOn)
    await ctx.save(Opportunity, opportunity.id, input)
    await endStay(ctx, opportunity.id, input.closedOn, 'lost')
  },
})

/** @throws {Refusal} `opportunity.closes-later`, `opportunity.closes-before` */
function checkDay({ today }: Ctx, { openedOn }: Opportunity, closed: string): void {
  if (closed > today) fail('opportunity.closes-later', {}, { field: 'closedOn' })
  if (openedOn !== null && closed < openedOn)
    fail('opportunity.closes-before', { openedOn }, { field: 'closedOn' })
}
