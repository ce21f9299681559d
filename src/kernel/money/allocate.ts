/** Splits an amount by weights so that the parts always add up to it. */
import type { Decimal } from './decimal.ts'
import { readFixed, roundToUnits, unitsAt, writeFixed } from './fixed.ts'

/**
 * Shares `total` out by `weights` (largest-remainder method, Hamilton): each part is the exact
 * share cut to `places`, and the units left over go to the largest cut-off remainders, earlier
 * parts first. So every part is less than one unit away from its exact share. Weights that are all
 * zero give equal parts. A negative total gives the parts of the positive one with the sign turned.
 * @throws Error when `total` has more than `places` places, when there are no weights for a total
 * that is not zero, or when positive and negative weights cancel out.
 */
export function allocate(total: Decimal, weights: readonly Decimal[], places: number): Decimal[] {
  const whole = wholeUnits(total, places)
  const shares = positiveWeights(weights)
  if (shares.length === 0 && whole !== 0n) throw new Error('no weights to allocate by')
  const sign = whole < 0n ? -1n : 1n
  return largestRemainders(sign * whole, shares).map((part) => writeFixed(sign * part, places))
}

/** The weights in one unit, turned or made equal where needed so that their sum is positive. */
function positiveWeights(weights: readonly Decimal[]): bigint[] {
  const shares = commonUnits(weights)
  const weight = sumOf(shares)
  if (weight > 0n) return shares
  if (weight < 0n) return shares.map((share) => -share)
  if (shares.some((share) => share !== 0n)) throw new Error('weights cancel out')
  return shares.map(() => 1n)
}

/** `whole` is not negative and the weights' sum is positive; a single weight may be negative. */
function largestRemainders(whole: bigint, weights: bigint[]): bigint[] {
  const weight = sumOf(weights)
  const parts = weights.map((share, index) => {
    const exact = whole * share
    const units = floorDivide(exact, weight)
    return { index, units, remainder: exact - units * weight }
  })
  let left = whole - sumOf(parts.map((part) => part.units))
  const byRemainder = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
  for (const part of byRemainder) {
    if (left === 0n) break
    part.units += 1n
    left -= 1n
  }
  return parts.map((part) => part.units)
}

function sumOf(units: readonly bigint[]): bigint {
  return units.reduce((all, unit) => all + unit, 0n)
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient
}

function wholeUnits(total: Decimal, places: number): bigint {
  const { units, scale } = readFixed(total)
  const rounded = roundToUnits(units, scale, places)
  if (scale > places && roundToUnits(rounded, places, scale) !== units) {
    throw new Error(`${total} has more than ${places} places`)
  }
  return rounded
}

function commonUnits(weights: readonly Decimal[]): bigint[] {
  const values = weights.map((weight) => readFixed(weight))
  const scale = Math.max(0, ...values.map((value) => value.scale))
  return values.map((value) => unitsAt(value, scale))
}
