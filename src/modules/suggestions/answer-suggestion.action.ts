/** Whoever is asked answers a suggestion, takes it up, or says why not; its author is told. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { f } from '#kernel/field/f.ts'
import { answerers, ofAnother, Suggestion } from './suggestion.entity.ts'

const most = { maxLength: 5000 } as const

export const answerSuggestion = defineAction(Suggestion, {
  name: 'answer',
  label: 'Answer',
  from: 'new',
  to: 'answered',
  allow: answerers,
  when: ofAnother,
  input: { answer: f.longText({ ...most, required: true, label: 'Answer' }) },
  run: (ctx, { id }, { answer }) => ctx.save(Suggestion, id, answered(ctx, answer)),
})

export const acceptSuggestion = defineAction(Suggestion, {
  name: 'accept',
  label: 'Take up',
  from: ['new', 'answered'],
  to: 'accepted',
  allow: answerers,
  when: ofAnother,
  tone: 'primary',
  input: { answer: f.longText({ ...most, label: 'What will be done' }) },
  run: (ctx, suggestion, { answer }) =>
    ctx.save(Suggestion, suggestion.id, answered(ctx, answer ?? suggestion.answer)),
})

export const declineSuggestion = defineAction(Suggestion, {
  name: 'decline',
  label: 'Do not take up',
  from: ['new', 'answered'],
  to: 'declined',
  allow: answerers,
  when: ofAnother,
  input: { answer: f.longText({ ...most, required: true, label: 'Why not' }) },
  run: (ctx, { id }, { answer }) => ctx.save(Suggestion, id, answered(ctx, answer)),
})

function answered(ctx: Ctx, answer: string | null) {
  return { answer, answeredAt: ctx.now.toISOString(), answeredBy: ctx.me }
}
