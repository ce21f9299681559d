/** Goods come back at the cost they left with; the last piece takes what is left of it. */
import { dividedBy, equals, minus, times, type Decimal } from '#kernel/money/decimal.ts'

export interface Sent {
  quantity: Decimal
  value: Decimal
  returnedQuantity: Decimal
  returnedValue: Decimal
}

/** @param quantity at most what did not come back yet @returns value to six places */
export function returnedValue(sent: Sent, quantity: Decimal): Decimal {
  const left = minus(sent.quantity, sent.returnedQuantity)
  if (equals(quantity, left)) return minus(sent.value, sent.returnedValue)
  return dividedBy(times(sent.value, quantity), sent.quantity, 6)
}
