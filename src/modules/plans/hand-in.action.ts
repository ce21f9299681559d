/** A plan or a report goes to the superior, who is told; the figures stay as they were then. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { User } from '#kernel/access/user.entity.ts'
import { fail } from '#kernel/base/fail.ts'
import { figuresOf } from './freeze-figures.ts'
import { WorkPlan } from './work-plan.entity.ts'
import { WorkReport } from './work-report.entity.ts'

const handing = {
  name: 'hand-in',
  label: 'Hand in',
  from: ['draft', 'returned'],
  to: 'handed-in',
  allow: { everyone: { owner: 'me' } },
  tone: 'primary',
} as const

export const handInPlan = defineAction(WorkPlan, {
  ...handing,
  async run(ctx, plan) {
    if (plan.lines.length === 0 && plan.goals === null) fail('work-plan.is-empty')
    await ctx.save(WorkPlan, plan.id, await stampOf(ctx, 'work-plan', plan))
  },
})

export const handInReport = defineAction(WorkReport, {
  ...handing,
  async run(ctx, report) {
    const { beginsOn, endsOn, owner } = report
    if (beginsOn === null || endsOn === null || beginsOn > ctx.today)
      fail('work-report.not-begun', {}, { field: 'on' })
    if (report.results === null && report.problems === null && report.next === null)
      fail('work-report.no-words', {}, { field: 'results' })
    const week = { owner, beginsOn: { until: beginsOn }, endsOn: { from: beginsOn } }
    const plan = report.kind === 'monthly' ? null : await ctx.first(WorkPlan, week)
    await ctx.save(WorkReport, report.id, {
      ...(await figuresOf(ctx, owner, { beginsOn, endsOn })),
      ...(await stampOf(ctx, 'work-report', report)),
      plan: plan?.id ?? null,
    })
  },
})

type Paper = Pick<WorkPlan | WorkReport, 'id' | 'owner' | 'dueOn'>

/** Whoever has no superior hands in all the same: those who oversee the company read it. */
async function stampOf(ctx: Ctx, entity: string, { id, owner, dueOn }: Paper) {
  const { reportsTo } = await ctx.find(User, owner)
  if (reportsTo !== null) {
    const told = { entity, record: id, people: [reportsTo], follow: true, facts: {} }
    ctx.notify({ ...told, cause: 'given', rule: 'notice.given' })
  }
  return {
    handedInAt: ctx.now.toISOString(),
    late: dueOn !== null && ctx.today > dueOn,
    sentTo: reportsTo,
    answeredAt: null,
    answeredBy: null,
  }
}

const taking = {
  name: 'take-back',
  label: 'Take it back',
  from: 'handed-in',
  to: 'draft',
  allow: { everyone: { owner: 'me' } },
  tone: 'quiet',
} as const
const open = { handedInAt: null, late: false, sentTo: null }

export const takeBackPlan = defineAction(WorkPlan, {
  ...taking,
  run: (ctx, { id }) => ctx.save(WorkPlan, id, open),
})

export const takeBackReport = defineAction(WorkReport, {
  ...taking,
  run: (ctx, { id }) => ctx.save(WorkReport, id, open),
})
