/**
 * Net, tax and gross of document lines: the one place that knows how amounts are rounded.
 *
 * The rule: a line's amount (quantity × unit price less discount) is rounded once, to the minor
 * unit of the currency. Tax is computed per line from that rounded amount and rounded once. The
 * third figure is what is left, so net + tax = gross on every line. A document's totals are the
 * sums of its rounded lines; nothing is recomputed from a total. Halves are rounded away from zero.
 */
import type { Decimal } from './decimal.ts'
import { round, sum } from './decimal.ts'
import type { Fixed } from './fixed.ts'
import { divideHalfUp, powerOfTen, readFixed, roundToUnits, writeFixed } from './fixed.ts'

/** Unit prices are kept with up to this many places. */
export const PRICE_PLACES = 6

export interface TaxedLine {
  readonly quantity: Decimal
  /** With tax in it when `priceIncludesTax`, else without. Up to 6 places. */
  readonly unitPrice: Decimal
  /** 5 means 5 % off; `0` for none. */
  readonly discountPercent: Decimal
  /** 13 means 13 %; `0` for none. */
  readonly taxPercent: Decimal
  readonly priceIncludesTax: boolean
  /** Places of the document's currency, see `minorUnits`. */
  readonly places: number
}

export interface Amounts {
  readonly net: Decimal
  readonly tax: Decimal
  readonly gross: Decimal
}

/**
 * The amounts of one line:
 *
 *     amount = round(quantity × unitPrice × (1 − discount/100), places)
 *     tax included:  gross = amount, tax = round(gross × rate/(100 + rate)), net = gross − tax
 *     tax excluded:  net = amount, tax = round(net × rate/100), gross = net + tax
 *
 * @throws Error when the tax rate is below zero.
 */
export function lineAmounts(line: TaxedLine): Amounts {
  const { places } = line
  const rate = readRate(line.taxPercent)
  const amount = lineUnits(line)
  const hundred = 100n * powerOfTen(rate.scale)
  const base = line.priceIncludesTax ? hundred + rate.units : hundred
  const tax = rate.units === 0n ? 0n : divideHalfUp(amount * rate.units, base)
  const net = line.priceIncludesTax ? amount - tax : amount
  return {
    net: writeFixed(net, places),
    tax: writeFixed(tax, places),
    gross: writeFixed(net + tax, places),
  }
}

/** Sums of the rounded lines; all zero for a document without lines. */
export function documentTotals(lines: readonly Amounts[]): Amounts {
  return {
    net: sum(lines.map((line) => line.net)),
    tax: sum(lines.map((line) => line.tax)),
    gross: sum(lines.map((line) => line.gross)),
  }
}

/** `gross` without its tax, rounded to `places`. For a line's amounts use `lineAmounts`. */
export function netFromGross(gross: Decimal, ratePercent: Decimal, places: number): Decimal {
  const price = readFixed(gross)
  const rate = readRate(ratePercent)
  const hundred = 100n * powerOfTen(rate.scale)
  const dividend = price.units * hundred * powerOfTen(places)
  const divisor = (hundred + rate.units) * powerOfTen(price.scale)
  return writeFixed(divideHalfUp(dividend, divisor), places)
}

/** `net` with its tax, rounded to `places`. For a line's amounts use `lineAmounts`. */
export function grossFromNet(net: Decimal, ratePercent: Decimal, places: number): Decimal {
  const price = readFixed(net)
  const rate = readRate(ratePercent)
  const exact = price.units * (100n * powerOfTen(rate.scale) + rate.units)
  const scale = price.scale + rate.scale + 2
  const kept = Math.min(scale, places)
  return writeFixed(roundToUnits(exact, scale, kept), kept)
}

/**
 * The unit price without tax that belongs to one typed with tax. The typed price stays the
 * authoritative one: keep it and `priceIncludesTax` with the line; the other side is only shown.
 */
export function unitPriceNet(gross: Decimal, taxPercent: Decimal): Decimal {
  return netFromGross(gross, taxPercent, PRICE_PLACES)
}

/**
 * The unit price with tax that belongs to one typed without: the shortest price whose net is the
 * given one. So switching the side of entry to and fro comes back to what was typed: for a net
 * price of up to 6 places always, for a gross price of up to 5 (6-place gross prices are more
 * than 6-place net prices can tell apart; hence the typed side is the one to keep).
 */
export function unitPriceGross(net: Decimal, taxPercent: Decimal): Decimal {
  const price = round(net, PRICE_PLACES)
  for (let places = 0; places < PRICE_PLACES; places += 1) {
    const gross = grossFromNet(price, taxPercent, places)
    if (unitPriceNet(gross, taxPercent) === price) return gross
  }
  return grossFromNet(price, taxPercent, PRICE_PLACES)
}

function lineUnits(line: TaxedLine): bigint {
  const quantity = readFixed(line.quantity)
  const price = readFixed(line.unitPrice)
  const discount = readFixed(line.discountPercent)
  const exact = quantity.units * price.units
  const scale = quantity.scale + price.scale
  if (discount.units === 0n) return roundToUnits(exact, scale, line.places)
  const left = 100n * powerOfTen(discount.scale) - discount.units
  return roundToUnits(exact * left, scale + discount.scale + 2, line.places)
}

function readRate(percent: Decimal): Fixed {
  const rate = readFixed(percent)
  if (rate.units < 0n) throw new Error(`tax rate below zero: ${percent}`)
  return rate
}
