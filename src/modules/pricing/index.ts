/** Pricing: what things cost a customer, and what a document comes to. */
import { defineModule } from '#kernel/module.ts'
import { checkCustomerPrice, refuseTwice } from './check-customer-price.ts'
import { CustomerPrice } from './customer-price.entity.ts'
import { quotePrices } from './quote-prices.action.ts'

export { checkPriced, checkRated } from './check-priced.ts'
export { checkRate } from './check-rate.ts'
export { copiedLines, copiedTerms, type AgreedLine, type AgreedTerms } from './copied-lines.ts'
export { CustomerPrice } from './customer-price.entity.ts'
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
  capabilities: [97, 177, 180],
  entities: [CustomerPrice],
  actions: [quotePrices],
  menu: [{ group: 'Customers', open: 'customer-price' }],
  on: {
    'customer-price.create': checkCustomerPrice,
    'customer-price.update': checkCustomerPrice,
    'customer-price.restore': checkCustomerPrice,
    'customer.merge': refuseTwice('customer'),
    'product.merge': refuseTwice('product'),
  },
  messages: {
    'customer-price.days-reversed': 'The last day of the price is before its first.',
    'customer-price.overlaps':
      'On some of these days {price} {currency} holds for the same quantity. Let one end first.',
    'customer-price.twice':
      'Both have a customer price for the same goods and days. Remove one of the two first.',
    'document.no-lines': 'There are no lines yet. Add at least one.',
    'document.no-rate': 'Enter the exchange rate of {currency}.',
    'document.no-price': 'There is no price for {product} in {currency}.',
  },
})
