/** Moving average cost: what comes in mixes with what is there, what goes out leaves at the mix. */
import { dividedBy, isZero, minus, plus, times, type Decimal } from '#kernel/money/decimal.ts'

export interface Mix {
  quantity: Decimal
  value: Decimal
}

/** Value and average are kept to six places, as prices are. */
const places = 6

export function averageOf({ quantity, value }: Mix): Decimal {
  return isZero(quantity) ? '0' : dividedBy(value, quantity, places)
}

/** Adds goods at their own cost. */
export function mixIn(mix: Mix, quantity: Decimal, value: Decimal): Mix {
  return { quantity: plus(mix.quantity, quantity), value: plus(mix.value, value) }
}

/**
 * Takes goods at the present average, or at a value of their own; the last piece takes what is
 * left, so that nothing is worth nothing.
 * @returns the rest, of negative value when there was less than their own, and the value that left
 */
export function takeOut(mix: Mix, quantity: Decimal, own?: Decimal): { rest: Mix; value: Decimal } {
  const left = minus(mix.quantity, quantity)
  const value = isZero(left)
    ? mix.value
    : (own ?? dividedBy(times(mix.value, quantity), mix.quantity, places))
  return { rest: { quantity: left, value: minus(mix.value, value) }, value }
}
