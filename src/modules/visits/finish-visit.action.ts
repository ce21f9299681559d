/** One leaves a customer and writes down what came of it: the contact record of the visit. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { Interaction, interactionResults } from '#modules/contacts/index.ts'
import { Visit, visitors } from './visit.entity.ts'

export const finishVisit = defineAction(Visit, {
  name: 'finish',
  label: 'Finish the visit',
  from: ['there', 'planned'],
  to: 'done',
  allow: visitors,
  tone: 'primary',
  offline: true,
  input: {
    at: f.instant({ required: true, default: 'now', label: 'Gone again' }),
    summary: f.longText({ required: true, maxLength: 5000, label: 'Summary' }),
    result: f.choice(interactionResults, { label: 'Result' }),
    nextStep: f.text({ maxLength: 300, label: 'Next step' }),
    nextOn: f.date({ label: 'Speak again on' }),
  },
  async run(ctx, visit, { at, summary, result, nextStep, nextOn }) {
    const arrived = visit.checkedInAt ?? at
    if (at > ctx.now.toISOString()) fail('visit.in-future', {}, { field: 'at' })
    if (at < arrived) fail('visit.left-before-arrival', {}, { field: 'at' })
    const minutes = Math.min(1440, Math.round((Date.parse(at) - Date.parse(arrived)) / 60_000))
    const { id } = await ctx.create(Interaction, {
      customer: visit.customer,
      contact: visit.contact,
      kind: 'visit',
      direction: 'out',
      happenedAt: arrived,
      minutes: visit.checkedInAt === null ? null : minutes,
      owner: visit.owner,
      summary,
      result,
      nextStep,
      nextOn,
    })
    await ctx.save(Visit, visit.id, { checkedOutAt: at, interaction: id })
  },
})
