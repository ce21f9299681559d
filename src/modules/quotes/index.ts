/** Quotes: what we offered, and what came of it. */
import { defineModule } from '#kernel/module.ts'
import { deriveAmounts } from '#modules/pricing/index.ts'
import { Quote } from './quote.entity.ts'

export { Quote, QuoteLine } from './quote.entity.ts'

export default defineModule({
  name: 'quotes',
  label: 'Quotes',
  needs: ['customers', 'products', 'pricing'],
  entities: [Quote],
  menu: [{ group: 'Sales', open: 'quote' }],
  derive: { quote: deriveAmounts },
})
