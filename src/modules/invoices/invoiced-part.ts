/** How much of an order's value an invoice takes over: the order holds that much less credit. */
import { roundMoney } from '#kernel/money/currency.ts'
import { compare, dividedBy, min, minus, plus, sum, times } from '#kernel/money/decimal.ts'
import type { Decimal } from '#kernel/money/decimal.ts'

export interface PartlyInvoiced {
  readonly lines: readonly {
    readonly id: string
    readonly quantity: Decimal
    readonly invoicedQuantity: Decimal
    readonly gross: Decimal
  }[]
  readonly rate: Decimal | null
  readonly baseTotal: Decimal | null
  readonly invoicedBase: Decimal
}

const precision = 12

/**
 * The invoiced value follows from the invoiced quantities alone, at the order's own prices; the
 * last part takes what is left. So a voided invoice gives back exactly what it took.
 * @param quantities order line → what is added to its invoiced quantity; negative takes back
 * @returns by how much the order's invoiced value changes, in base currency
 */
export function invoicedPart(
  order: PartlyInvoiced,
  quantities: ReadonlyMap<string, Decimal>,
  base: string,
): Decimal {
  const total = order.baseTotal ?? '0'
  const lines = order.lines.map((line) => ({
    ...line,
    invoiced: plus(line.invoicedQuantity, quantities.get(line.id) ?? '0'),
  }))
  const isWhole = lines.every((line) => compare(line.invoiced, line.quantity) >= 0)
  if (isWhole) return minus(total, order.invoicedBase)
  const share = sum(
    lines.map((line) => dividedBy(times(line.gross, line.invoiced), line.quantity, precision)),
  )
  const value = roundMoney(times(share, order.rate ?? '1'), base)
  return minus(min(value, total), order.invoicedBase)
}
