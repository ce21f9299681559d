/** What came to be known of the week since the plan was begun is added to it. */
import { defineAction } from '#kernel/action/action.ts'
import { fillPlan } from './fill-plan.ts'
import { tickPlan } from './tick-lines.ts'
import { WorkPlan } from './work-plan.entity.ts'

export const fillInPlan = defineAction(WorkPlan, {
  name: 'fill-in',
  label: 'Fill in what is known',
  from: ['draft', 'returned'],
  allow: { everyone: { owner: 'me' } },
  async run(ctx, plan) {
    await fillPlan(ctx, plan)
    tickPlan(ctx, plan.id)
  },
})
