/** What an invoice still stands for, line by line: what a credit note can take off it. */
import {
  compare,
  dividedBy,
  equals,
  isZero,
  max,
  min,
  minus,
  times,
  type Decimal,
} from '#kernel/money/decimal.ts'
import { PRICE_PLACES } from '#kernel/money/tax.ts'
import {
  amountsOf,
  documentAmounts,
  enteredAmount,
  type PricedDocument,
  type PricedLine,
} from '#modules/pricing/index.ts'

export interface StandingLine extends PricedLine {
  readonly id: string
  readonly gross: Decimal
  readonly creditedAmount: Decimal
  readonly creditedQuantity: Decimal
}

export interface Standing extends Omit<PricedDocument, 'lines'> {
  readonly lines: readonly StandingLine[]
  readonly total: Decimal
  readonly credited: Decimal
  readonly creditedFreight: Decimal
}

export interface Left {
  /** What is not taken back yet; zero where only money is left. */
  readonly quantity: Decimal
  /** With tax. */
  readonly amount: Decimal
  /** The price at which that quantity comes to that amount. */
  readonly unitPrice: Decimal
  readonly discountPercent: Decimal | null
}

export interface LeftOfInvoice {
  /** Per line, in their order. */
  readonly lines: readonly Left[]
  /** As the field has it, with or without tax. */
  readonly freight: Decimal
  /** With tax. */
  readonly freightAmount: Decimal
}

/** Lines first and freight last share what the whole invoice still stands for. */
export function leftOf(invoice: Standing): LeftOfInvoice {
  let left = minus(invoice.total, invoice.credited)
  const share = (amount: Decimal, credited: Decimal) => {
    const own = max(min(minus(amount, credited), left), '0')
    left = minus(left, own)
    return own
  }
  const lines = invoice.lines.map((line) =>
    leftOfLine(invoice, line, share(line.gross, line.creditedAmount)),
  )
  const { gross } = documentAmounts(invoice).freight
  const freightAmount = share(gross, invoice.creditedFreight)
  const isWhole = equals(freightAmount, gross)
  const tax = invoice.freightTaxPercent ?? '0'
  const freight = isWhole ? (invoice.freight ?? '0') : enteredAmount(invoice, freightAmount, tax)
  return { lines, freight, freightAmount }
}

/** The invoiced price as long as it comes to the amount that is left, else the one that does. */
function leftOfLine(invoice: Standing, line: StandingLine, amount: Decimal): Left {
  const quantity = minus(line.quantity, line.creditedQuantity)
  const { unitPrice, discountPercent = null } = line
  const atOwnPrice = amountsOf(invoice, { ...line, quantity }).gross
  if (equals(atOwnPrice, amount)) return { quantity, amount, unitPrice, discountPercent }
  const worth = enteredAmount(invoice, amount, line.taxPercent)
  const price = isZero(quantity) ? worth : priceOf(worth, quantity)
  return { quantity, amount, unitPrice: price, discountPercent: null }
}

/** At most that price, so that the amount is not exceeded. */
function priceOf(amount: Decimal, quantity: Decimal): Decimal {
  const price = dividedBy(amount, quantity, PRICE_PLACES)
  return compare(times(price, quantity), amount) > 0 ? minus(price, '0.000001') : price
}

/** A line of a credit note as it was typed. */
export interface CreditLine extends PricedLine {
  readonly product: string
}

/**
 * Whether a credit line takes goods back: at the invoiced price, or at the one that is left of it
 * after earlier credits. At any other price it lowers what is owed, and the goods stay invoiced.
 */
export function takesGoodsBack(
  line: StandingLine & { product: string },
  left: Left,
  credit: CreditLine,
): boolean {
  if (isZero(left.quantity) || credit.product !== line.product) return false
  if (!equals(credit.taxPercent, line.taxPercent)) return false
  return isPriced(credit, line) || isPriced(credit, left)
}

type Price = Pick<PricedLine, 'unitPrice' | 'discountPercent'>

function isPriced(one: Price, other: Price): boolean {
  return (
    equals(one.unitPrice, other.unitPrice) &&
    equals(one.discountPercent ?? '0', other.discountPercent ?? '0')
  )
}
