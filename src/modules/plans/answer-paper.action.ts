/** Those above accept a plan or a report, send it back with a word, or excuse somebody from it. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { f } from '#kernel/field/f.ts'
import { Comment } from '#modules/notes/index.ts'
import { answerers, ofAnother } from './paper.ts'
import { WorkPlan } from './work-plan.entity.ts'
import { WorkReport } from './work-report.entity.ts'

const accepting = {
  name: 'accept',
  label: 'Accept',
  from: 'handed-in',
  to: 'accepted',
  allow: answerers,
  when: ofAnother,
  tone: 'primary',
  input: {
    words: f.longText({
      maxLength: 5000,
      label: 'A word on it',
      help: 'Stands on the timeline; the author is told. Empty: accepted without a word.',
    }),
  },
} as const

export const acceptPlan = defineAction(WorkPlan, {
  ...accepting,
  async run(ctx, { id, owner }, { words }) {
    await ctx.save(WorkPlan, id, answerOf(ctx))
    await say(ctx, 'work-plan', id, owner, words)
  },
})

export const acceptReport = defineAction(WorkReport, {
  ...accepting,
  async run(ctx, { id, owner }, { words }) {
    await ctx.save(WorkReport, id, answerOf(ctx))
    await say(ctx, 'work-report', id, owner, words)
  },
})

const returning = {
  name: 'return',
  label: 'Send back',
  from: ['handed-in', 'accepted'],
  to: 'returned',
  allow: answerers,
  when: ofAnother,
  input: { words: f.longText({ maxLength: 5000, required: true, label: 'What to change' }) },
} as const

export const returnPlan = defineAction(WorkPlan, {
  ...returning,
  async run(ctx, { id, owner }, { words }) {
    await ctx.save(WorkPlan, id, answerOf(ctx))
    await say(ctx, 'work-plan', id, owner, words)
  },
})

export const returnReport = defineAction(WorkReport, {
  ...returning,
  async run(ctx, { id, owner }, { words }) {
    await ctx.save(WorkReport, id, answerOf(ctx))
    await say(ctx, 'work-report', id, owner, words)
  },
})

const excusing = {
  name: 'excuse',
  label: 'Excuse',
  from: ['draft', 'returned'],
  to: 'excused',
  allow: answerers,
  when: ofAnother,
  reason: true,
  tone: 'quiet',
} as const

export const excusePlan = defineAction(WorkPlan, {
  ...excusing,
  run: (ctx, { id }) => ctx.save(WorkPlan, id, answerOf(ctx)),
})

export const excuseReport = defineAction(WorkReport, {
  ...excusing,
  run: (ctx, { id }) => ctx.save(WorkReport, id, answerOf(ctx)),
})

function answerOf(ctx: Ctx) {
  return { answeredAt: ctx.now.toISOString(), answeredBy: ctx.me }
}

async function say(
  ctx: Ctx,
  entity: string,
  record: string,
  owner: string,
  text: string | null,
): Promise<void> {
  if (text !== null) await ctx.create(Comment, { entity, record, text, mentions: [owner] })
}
