/** Makes a new draft of a quote: same lines, prices and terms, of today. */
import { defineAction } from '#kernel/action/action.ts'
import { copiedLines, copiedTerms } from '#modules/pricing/index.ts'
import { ownQuotes, Quote } from './quote.entity.ts'

export const copyQuote = defineAction(Quote, {
  name: 'copy',
  label: 'Copy',
  allow: ownQuotes,
  opens: true,
  async run(ctx, quote) {
    const { contact, owner, terms, lines } = quote
    const copy = await ctx.create(Quote, {
      ...copiedTerms(quote),
      contact,
      owner,
      terms,
      lines: copiedLines(lines),
    })
    return { result: { entity: 'quote', id: copy.id } }
  },
})
