/** Quotes: what we offered, and what came of it. */
import { defineModule } from '#kernel/module.ts'
import { checkRate, deriveAmounts } from '#modules/pricing/index.ts'
import { checkQuantities } from '#modules/products/index.ts'
import { copyQuote } from './copy-quote.action.ts'
import { countQuotes } from './count-quotes.ts'
import { cancelQuote, declineQuote } from './end-quote.action.ts'
import { priceQuote } from './price-quote.action.ts'
import { quotePrint } from './quote.print.ts'
import { Quote } from './quote.entity.ts'
import { loseOrder, reopenQuote } from './reopen-quote.action.ts'
import { sendQuote } from './send-quote.action.ts'
import { switchQuoteTax } from './switch-tax.action.ts'

export { copyQuote } from './copy-quote.action.ts'
export { cancelQuote, declineQuote } from './end-quote.action.ts'
export { priceQuote } from './price-quote.action.ts'
export { ownQuotes, Quote, QuoteLine } from './quote.entity.ts'
export { loseOrder, reopenQuote } from './reopen-quote.action.ts'
export { sendQuote } from './send-quote.action.ts'
export { switchQuoteTax } from './switch-tax.action.ts'

export default defineModule({
  name: 'quotes',
  label: 'Quotes',
  needs: ['customers', 'products', 'opportunities', 'pricing'],
  capabilities: [175, 176, 179],
  entities: [Quote],
  actions: [
    sendQuote,
    declineQuote,
    cancelQuote,
    reopenQuote,
    copyQuote,
    priceQuote,
    switchQuoteTax,
    loseOrder,
  ],
  prints: [quotePrint],
  menu: [{ group: 'Sales', open: 'quote' }],
  derive: { quote: deriveAmounts },
  on: {
    'quote.create': checkQuantities,
    'quote.update': async (ctx, facts) => {
      await checkRate(ctx, facts)
      await checkQuantities(ctx, facts)
      await countQuotes(ctx, facts)
    },
    'quote.send': countQuotes,
    'quote.reopen': countQuotes,
    'quote.cancel': countQuotes,
    'quote.delete': countQuotes,
    'quote.restore': countQuotes,
  },
  messages: {
    'quote.expired': 'The quote was valid until {until}. Set a later day.',
  },
})
