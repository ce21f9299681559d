/** The quote goes to the customer; from now on it stands as it was sent. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { checkPriced } from '#modules/pricing/index.ts'
import { ownQuotes, Quote } from './quote.entity.ts'

export const sendQuote = defineAction(Quote, {
  name: 'send',
  label: 'Mark as sent',
  from: 'draft',
  to: 'sent',
  allow: ownQuotes,
  tone: 'primary',
  async run(ctx, quote) {
    checkPriced(quote)
    const { validUntil } = quote
    if (validUntil !== null && validUntil < ctx.today) {
      fail('quote.expired', { until: validUntil }, { field: 'validUntil' })
    }
  },
})
