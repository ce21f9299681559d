/** Pricing: what things cost a customer, and what a document comes to. */
import { defineModule } from '#kernel/module.ts'
import { quotePrices } from './quote-prices.action.ts'

export { checkPriced, checkRated } from './check-priced.ts'
export { checkRate } from './check-rate.ts'
export { copiedLines, copiedTerms, type AgreedLine, type AgreedTerms } from './copied-lines.ts'
export { deriveAmounts } from './derive-amounts.ts'
export {
  amountsOf,
  baseAmount,
  documentAmounts,
  enteredAmount,
  type DocumentAmounts,
  type PricedDocument,
  type PricedLine,
} from './document-amounts.ts'
export { documentHead, facts, nameOfUser, totals, type Headed } from './document-form.ts'
export { goodsTable, pricedTable, type Language, type PrintedLine } from './goods-table.ts'
export { amountFields, currencyFields, priceLineFields } from './price-fields.ts'
export { pricesOf, type Quoted } from './price-of.ts'
export { quotePrices } from './quote-prices.action.ts'
export { repriced } from './reprice.ts'
export { switchedTax } from './switch-tax.ts'

export default defineModule({
  name: 'pricing',
  label: 'Pricing',
  needs: ['people', 'customers', 'products'],
  capabilities: [177, 180],
  actions: [quotePrices],
  messages: {
    'document.no-lines': 'There are no lines yet. Add at least one.',
    'document.no-rate': 'Enter the exchange rate of {currency}.',
    'document.no-price': 'There is no price for {product} in {currency}.',
  },
})
