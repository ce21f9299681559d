/**
 * Exact decimal numbers as text, the only way that amounts, quantities and rates are computed.
 *
 * Every function takes plain decimals (`-?digits[.digits]`), throws an Error on anything else, and
 * gives the canonical text (see `normal`). Rounding is half away from zero, everywhere.
 */
import { divideHalfUp, isPlain, powerOfTen, readFixed, roundToUnits, unitsAt } from './fixed.ts'
import { writeFixed, writePadded } from './fixed.ts'

/** A plain decimal such as `-12.50`; written by this file it is canonical: `-12.5`. */
export type Decimal = string

export function isDecimal(text: unknown): text is Decimal {
  return isPlain(text)
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const left = readFixed(a)
  const right = readFixed(b)
  const scale = Math.max(left.scale, right.scale)
  return writeFixed(unitsAt(left, scale) + unitsAt(right, scale), scale)
}

export function minus(a: Decimal, b: Decimal): Decimal {
  const left = readFixed(a)
  const right = readFixed(b)
  const scale = Math.max(left.scale, right.scale)
  return writeFixed(unitsAt(left, scale) - unitsAt(right, scale), scale)
}

/** The exact product, with as many places as it needs. */
export function times(a: Decimal, b: Decimal): Decimal {
  const left = readFixed(a)
  const right = readFixed(b)
  return writeFixed(left.units * right.units, left.scale + right.scale)
}

/** The quotient rounded to `places`. Throws on a zero divisor. */
export function dividedBy(a: Decimal, b: Decimal, places: number): Decimal {
  const left = readFixed(a)
  const right = readFixed(b)
  if (right.units === 0n) throw new Error('division by zero')
  const shift = wholePlaces(places) + right.scale - left.scale
  const dividend = shift > 0 ? left.units * powerOfTen(shift) : left.units
  const divisor = shift < 0 ? right.units * powerOfTen(-shift) : right.units
  return writeFixed(divideHalfUp(dividend, divisor), places)
}

export function round(a: Decimal, places: number): Decimal {
  const { units, scale } = readFixed(a)
  const kept = Math.min(scale, wholePlaces(places))
  return writeFixed(roundToUnits(units, scale, kept), kept)
}

/** Rounded and padded to exactly `places`: `fixed('1.5', 2)` is `1.50`. */
export function fixed(a: Decimal, places: number): Decimal {
  const { units, scale } = readFixed(a)
  return writePadded(roundToUnits(units, scale, wholePlaces(places)), places)
}

/** Canonical text: no leading zeros, no trailing zeros behind the point, `-0` is `0`. */
export function normal(a: Decimal): Decimal {
  const { units, scale } = readFixed(a)
  return writeFixed(units, scale)
}

export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const left = readFixed(a)
  const right = readFixed(b)
  const scale = Math.max(left.scale, right.scale)
  const difference = unitsAt(left, scale) - unitsAt(right, scale)
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

export function equals(a: Decimal, b: Decimal): boolean {
  return compare(a, b) === 0
}

export function isZero(a: Decimal): boolean {
  return readFixed(a).units === 0n
}

export function isNegative(a: Decimal): boolean {
  return readFixed(a).units < 0n
}

export function negate(a: Decimal): Decimal {
  const { units, scale } = readFixed(a)
  return writeFixed(-units, scale)
}

export function abs(a: Decimal): Decimal {
  return isNegative(a) ? negate(a) : normal(a)
}

/** The exact sum; `0` for an empty list. */
export function sum(list: readonly Decimal[]): Decimal {
  let total = 0n
  let scale = 0
  for (const item of list) {
    const value = readFixed(item)
    if (value.scale > scale) {
      total *= powerOfTen(value.scale - scale)
      scale = value.scale
    }
    total += unitsAt(value, scale)
  }
  return writeFixed(total, scale)
}

export function min(a: Decimal, b: Decimal): Decimal {
  return normal(compare(a, b) <= 0 ? a : b)
}

export function max(a: Decimal, b: Decimal): Decimal {
  return normal(compare(a, b) >= 0 ? a : b)
}

function wholePlaces(places: number): number {
  if (Number.isInteger(places) && places >= 0) return places
  throw new Error(`decimal places must be a whole number from 0, not ${places}`)
}
