/** Prices typed without tax become prices with tax, or the other way round; freight too. */
import { dividedBy, equals, minus, times, type Decimal } from '#kernel/money/decimal.ts'
import { PRICE_PLACES, unitPriceGross, unitPriceNet } from '#kernel/money/tax.ts'
import {
  amountsOf,
  enteredAmount,
  type PricedDocument,
  type PricedLine,
} from './document-amounts.ts'

interface Priced<L extends PricedLine> extends PricedDocument {
  readonly lines: readonly L[]
  readonly freight: Decimal | null
}

interface Switched<L> {
  priceIncludesTax: boolean
  lines: L[]
  freight: Decimal | null
}

/**
 * The same prices seen from the other side. What a line comes to with tax stays, where a price says
 * so; without tax there are amounts that no price comes to (0.10 at 5 %), then it is a cent off.
 */
export function switchedTax<L extends PricedLine>(document: Priced<L>): Switched<L> {
  const { freight, freightTaxPercent } = document
  return {
    priceIncludesTax: !document.priceIncludesTax,
    lines: document.lines.map((line) => ({ ...line, unitPrice: otherPrice(document, line) })),
    freight: freight && otherAmount(document, freight, freightTaxPercent ?? '0'),
  }
}

/** The price as it is; where rounding would change the amount, the price that keeps it. */
function otherPrice(document: PricedDocument, line: PricedLine): Decimal {
  const switched = { ...document, priceIncludesTax: !document.priceIncludesTax }
  const other = document.priceIncludesTax ? unitPriceNet : unitPriceGross
  const price = other(line.unitPrice, line.taxPercent)
  const { gross } = amountsOf(document, line)
  const keeps = (unitPrice: Decimal) =>
    equals(amountsOf(switched, { ...line, unitPrice }).gross, gross)
  if (keeps(price)) return price
  const kept = dividedBy(minus('100', line.discountPercent ?? '0'), '100', 12)
  const amount = enteredAmount(switched, gross, line.taxPercent)
  const exact = dividedBy(amount, times(line.quantity, kept), PRICE_PLACES)
  return keeps(exact) ? exact : price
}

function otherAmount(document: PricedDocument, amount: Decimal, taxPercent: Decimal): Decimal {
  const line = { quantity: '1', unitPrice: amount, taxPercent }
  const { gross } = amountsOf(document, line)
  return enteredAmount(
    { ...document, priceIncludesTax: !document.priceIncludesTax },
    gross,
    taxPercent,
  )
}
