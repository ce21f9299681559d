/** What was won or lost goes on after all, in the stage where it ended. */
import { defineAction } from '#kernel/action/action.ts'
import { OpportunityStage } from './opportunity-stage.entity.ts'
import { Opportunity, ownOpportunities } from './opportunity.entity.ts'

export const reopenOpportunity = defineAction(Opportunity, {
  name: 'reopen',
  label: 'Reopen',
  from: ['won', 'lost'],
  to: 'open',
  allow: ownOpportunities,
  reason: true,
  async run(ctx, { id, stage }) {
    const nothing = { closedOn: null, winReason: null, lossReason: null, lostTo: null }
    await ctx.save(Opportunity, id, { ...nothing, enteredStageOn: ctx.today })
    if (stage === null) return
    const stay = { opportunity: id, stage, from: stage, enteredOn: ctx.today, by: ctx.me }
    await ctx.create(OpportunityStage, stay)
  },
})
