/** Takes the prices of the price list and the customer's discount into a quote. */
import { defineAction } from '#kernel/action/action.ts'
import { repriced } from '#modules/pricing/index.ts'
import { ownQuotes, Quote } from './quote.entity.ts'

export const priceQuote = defineAction(Quote, {
  name: 'apply-prices',
  label: 'Apply price list',
  from: 'draft',
  allow: ownQuotes,
  async run(ctx, quote) {
    await ctx.save(Quote, quote.id, { lines: await repriced(ctx, quote, quote.quotedOn) })
  },
})
