/** What a document comes to: each line rounded once, freight with its own tax, totals as sums. */
import { minorUnits, roundMoney, smallestAmount } from '#kernel/money/currency.ts'
import { compare, minus, times, type Decimal } from '#kernel/money/decimal.ts'
import { documentTotals, lineAmounts, netFromGross, type Amounts } from '#kernel/money/tax.ts'

export interface PricedLine {
  readonly quantity: Decimal
  readonly unitPrice: Decimal
  readonly discountPercent?: Decimal | null
  readonly taxPercent: Decimal
}

export interface PricedDocument {
  readonly lines: readonly PricedLine[]
  readonly priceIncludesTax: boolean
  /** ISO 4217; its minor unit is what amounts are rounded to. */
  readonly currency: string
  /** With its tax in it when prices are. */
  readonly freight?: Decimal | null
  readonly freightTaxPercent?: Decimal | null
}

/** What of a document decides how its lines are counted. */
export type Terms = Pick<PricedDocument, 'priceIncludesTax' | 'currency'>

export interface DocumentAmounts extends Amounts {
  /** In the order of the lines. */
  readonly lines: readonly Amounts[]
  readonly freight: Amounts
}

/** @returns amounts per line, of the freight, and their sums, by the rule of kernel/money/tax.ts */
export function documentAmounts(document: PricedDocument): DocumentAmounts {
  const lines = document.lines.map((line) => amountsOf(document, line))
  const freight = amountsOf(document, {
    quantity: '1',
    unitPrice: document.freight ?? '0',
    taxPercent: document.freightTaxPercent ?? '0',
  })
  return { lines, freight, ...documentTotals([...lines, freight]) }
}

/** What one line comes to in a document of that currency and tax mode. */
export function amountsOf(document: Terms, line: PricedLine): Amounts {
  return lineAmounts({
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    discountPercent: line.discountPercent ?? '0',
    taxPercent: line.taxPercent,
    priceIncludesTax: document.priceIncludesTax,
    places: minorUnits(document.currency),
  })
}

/**
 * The largest amount that, entered as prices of the document are, comes to at most `gross`. Without
 * tax in it there are totals that no amount comes to, e.g. 0.10 at 5 %: 0.09 is below, 0.11 above.
 */
export function enteredAmount(document: Terms, gross: Decimal, taxPercent: Decimal): Decimal {
  if (document.priceIncludesTax) return gross
  const net = netFromGross(gross, taxPercent, minorUnits(document.currency))
  const line = { quantity: '1', unitPrice: net, taxPercent }
  const isAbove = compare(amountsOf(document, line).gross, gross) > 0
  return isAbove ? minus(net, smallestAmount(document.currency)) : net
}

/**
 * An amount in base currency, rounded once.
 * @param rate base currency for one unit of the amount's
 */
export function baseAmount(amount: Decimal, rate: Decimal, base: string): Decimal {
  return roundMoney(times(amount, rate), base)
}
