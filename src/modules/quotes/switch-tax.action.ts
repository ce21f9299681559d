/** Turns the prices of a quote from without tax to with tax, or back. */
import { defineAction } from '#kernel/action/action.ts'
import { switchedTax } from '#modules/pricing/index.ts'
import { ownQuotes, Quote } from './quote.entity.ts'

export const switchQuoteTax = defineAction(Quote, {
  name: 'switch-tax',
  label: 'Net ⇄ gross prices',
  from: 'draft',
  allow: ownQuotes,
  async run(ctx, quote) {
    await ctx.save(Quote, quote.id, switchedTax(quote))
  },
})
