/** A lead reads a contact record, answers with guidance, and the one who spoke is told. */
import { defineAction } from '#kernel/action/action.ts'
import { f } from '#kernel/field/f.ts'
import { Comment } from '#modules/notes/index.ts'
import { Interaction } from './interaction.entity.ts'

export const reviewInteraction = defineAction(Interaction, {
  name: 'review',
  label: 'Review',
  allow: { 'sales-lead': { owner: 'my-team' }, manager: 'all' },
  tone: 'primary',
  input: {
    guidance: f.longText({
      maxLength: 5000,
      help: 'Stands on the timeline; the one who spoke is told. Empty: seen, nothing to say.',
    }),
  },
  async run(ctx, interaction, { guidance }) {
    await ctx.save(Interaction, interaction.id, {
      reviewedAt: ctx.now.toISOString(),
      reviewedBy: ctx.me,
    })
    if (guidance === null) return
    const hanger = { entity: 'interaction', record: interaction.id }
    await ctx.create(Comment, { ...hanger, text: guidance, mentions: [interaction.owner] })
  },
})
