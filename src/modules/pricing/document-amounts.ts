/** What a document comes to: each line rounded once, freight with its own tax, totals as sums. */
import { roundMoney, minorUnits } from '#kernel/money/currency.ts'
import { times, type Decimal } from '#kernel/money/decimal.ts'
import { documentTotals, lineAmounts, type Amounts } from '#kernel/money/tax.ts'

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

function amountsOf(document: PricedDocument, line: PricedLine): Amounts {
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
 * An amount in base currency, rounded once.
 * @param rate base currency for one unit of the amount's
 */
export function baseAmount(amount: Decimal, rate: Decimal, base: string): Decimal {
  return roundMoney(times(amount, rate), base)
}
