/** Fills prices in while lines of a quote, an order or an invoice are typed, and adds them up. */
import type { WireRow } from '#kernel/http/wire.ts'
import { isCurrency } from '#kernel/money/currency.ts'
import { isDecimal, max } from '#kernel/money/decimal.ts'
import { api } from '#ui/base/api.ts'
import { registerLineOffers, type Offer } from '#ui/form/line-offers.ts'
import { registerLineTotals, type Computed } from '#ui/form/line-totals.ts'
import { documentAmounts, type PricedLine } from './document-amounts.ts'
import type { Quoted } from './price-of.ts'

/** Entity → the day of its prices. */
const priced = { quote: 'quotedOn', order: 'orderedOn', invoice: 'invoicedOn' }

for (const [entity, day] of Object.entries(priced)) {
  registerLineTotals(entity, liveAmounts)
  registerLineOffers(entity, {
    of: 'product',
    parent: ['customer', 'currency', 'rate', 'priceIncludesTax', day],
    line: ['unit', 'quantity', 'taxPercent'],
    ask: (parent, lines) => askPrices(parent, parent[day], lines),
    said: (t, { currency, rate }) =>
      t('No price in {currency} is kept: taken from the base currency at {rate}.', {
        currency: String(currency),
        rate: String(rate),
      }),
  })
}

type Row = Readonly<Record<string, unknown>>

/** A dry run, since nothing is to be kept of the question. */
async function askPrices(parent: Row, on: unknown, lines: readonly Row[]): Promise<Offer[]> {
  const { customer, currency, priceIncludesTax } = parent
  const input = {
    customer: customer ?? null,
    currency,
    rate: known(parent['rate']),
    priceIncludesTax: priceIncludesTax === true,
    on,
    lines: lines.map(({ product, unit, quantity, taxPercent }) => ({
      product,
      unit: unit ?? null,
      quantity: known(quantity),
      taxPercent: known(taxPercent),
    })),
  }
  const path = '/api/product/quote-prices'
  const { result } = await api.post<{ result: { prices: Quoted[] } }>(path, { input, dryRun: true })
  return result.prices.map(({ isConverted, ...values }) => ({
    values: { ...values },
    ...(isConverted && { special: 'unitPrice' }),
  }))
}

function known(value: unknown): string | null {
  return isDecimal(value) ? value : null
}

/** As the server computes them; what is not typed yet counts as nothing. */
export function liveAmounts(parent: WireRow, lines: Record<string, unknown>[]): Computed {
  const { currency } = parent
  if (!isCurrency(currency)) return { lines: lines.map(() => ({})), parent: {} }
  const {
    lines: amounts,
    net,
    tax,
    gross,
  } = documentAmounts({
    lines: lines.map(typedLine),
    priceIncludesTax: parent['priceIncludesTax'] === true,
    currency,
    freight: typed(parent['freight']),
    freightTaxPercent: max(typed(parent['freightTaxPercent']), '0'),
  })
  return { lines: amounts.map((line) => ({ ...line })), parent: { net, tax, total: gross } }
}

function typedLine(line: Record<string, unknown>): PricedLine {
  return {
    quantity: typed(line['quantity']),
    unitPrice: typed(line['unitPrice']),
    discountPercent: typed(line['discountPercent']),
    taxPercent: max(typed(line['taxPercent']), '0'),
  }
}

function typed(value: unknown): string {
  return isDecimal(value) ? value : '0'
}
