/** Shows what a quote, an order and an invoice come to while their lines are typed. */
import type { WireRow } from '#kernel/http/wire.ts'
import { isCurrency } from '#kernel/money/currency.ts'
import { isDecimal, max } from '#kernel/money/decimal.ts'
import { registerLineTotals, type Computed } from '#ui/form/line-totals.ts'
import { documentAmounts, type PricedLine } from './document-amounts.ts'

for (const entity of ['quote', 'order', 'invoice']) registerLineTotals(entity, liveAmounts)

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
