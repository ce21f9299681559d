/** Opens a quote again: as a new revision to change, or because its order was cancelled. */
import { defineAction } from '#kernel/action/action.ts'
import { ownQuotes, Quote } from './quote.entity.ts'

export const reopenQuote = defineAction(Quote, {
  name: 'reopen',
  label: 'Revise',
  from: ['sent', 'declined'],
  to: 'draft',
  allow: ownQuotes,
  async run(ctx, quote) {
    await ctx.save(Quote, quote.id, { revision: quote.revision + 1 })
  },
})

export const loseOrder = defineAction(Quote, {
  name: 'lose-order',
  label: 'Order cancelled',
  from: 'ordered',
  to: 'sent',
  allow: [],
  internal: true,
  run: async () => undefined,
})
