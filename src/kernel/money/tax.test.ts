/** Line amounts and totals add up, whatever the price, discount, tax and side of entry. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dividedBy, minus, plus, round, sum, times } from './decimal.ts'
import { writeFixed } from './fixed.ts'
import {
  documentTotals,
  grossFromNet,
  lineAmounts,
  netFromGross,
  unitPriceGross,
  unitPriceNet,
} from './tax.ts'

const decimal = (min: bigint, max: bigint, places: number) =>
  fc.bigInt({ min, max }).map((units) => writeFixed(units, places))
const rate = fc.oneof(
  fc.constantFrom('0', '5', '13', '6', '9', '19', '7.7', '3', '20'),
  decimal(0n, 100_000n, 3),
)
const line = fc.record({
  quantity: decimal(-(10n ** 9n), 10n ** 9n, 3),
  unitPrice: decimal(0n, 10n ** 12n, 6),
  discountPercent: fc.oneof(fc.constant('0'), decimal(0n, 10_000n, 2)),
  taxPercent: rate,
  priceIncludesTax: fc.boolean(),
  places: fc.constantFrom(0, 2, 3),
})

test('net and tax make the gross on every line', () => {
  fc.assert(
    fc.property(line, (sold) => {
      const { net, tax, gross } = lineAmounts(sold)
      expect(plus(net, tax)).toBe(gross)
      for (const figure of [net, tax, gross]) expect(round(figure, sold.places)).toBe(figure)
    }),
  )
})

test('the amount on the side of entry is quantity × price less discount, rounded once', () => {
  fc.assert(
    fc.property(line, (sold) => {
      const { net, gross } = lineAmounts(sold)
      const full = times(sold.quantity, sold.unitPrice)
      const exact = dividedBy(times(full, minus('100', sold.discountPercent)), '100', 20)
      expect(sold.priceIncludesTax ? gross : net).toBe(round(exact, sold.places))
    }),
  )
})

test('tax is the rate on the rounded amount', () => {
  fc.assert(
    fc.property(line, (sold) => {
      const { net, tax, gross } = lineAmounts(sold)
      const expected = sold.priceIncludesTax
        ? dividedBy(times(gross, sold.taxPercent), plus('100', sold.taxPercent), sold.places)
        : dividedBy(times(net, sold.taxPercent), '100', sold.places)
      expect(tax).toBe(expected)
    }),
  )
})

test('the totals of a document are the sums of its lines and add up themselves', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (sold) => {
      const lines = sold.map(lineAmounts)
      const { net, tax, gross } = documentTotals(lines)
      expect(plus(net, tax)).toBe(gross)
      expect(gross).toBe(sum(lines.map((amounts) => amounts.gross)))
      expect(tax).toBe(sum(lines.map((amounts) => amounts.tax)))
    }),
  )
})

test('a gross unit price of up to 5 places comes back after showing the net one', () => {
  fc.assert(
    fc.property(decimal(-(10n ** 13n), 10n ** 13n, 5), rate, (gross, percent) => {
      expect(unitPriceGross(unitPriceNet(gross, percent), percent)).toBe(gross)
    }),
  )
})

test('a net unit price of up to 6 places comes back after showing the gross one', () => {
  fc.assert(
    fc.property(decimal(-(10n ** 13n), 10n ** 13n, 6), rate, (net, percent) => {
      expect(unitPriceNet(unitPriceGross(net, percent), percent)).toBe(net)
    }),
  )
})

test('conversions agree with exact division', () => {
  fc.assert(
    fc.property(decimal(0n, 10n ** 10n, 4), rate, (price, percent) => {
      const factor = dividedBy(plus('100', percent), '100', 10)
      expect(grossFromNet(price, percent, 2)).toBe(round(times(price, factor), 2))
      expect(netFromGross(price, percent, 2)).toBe(dividedBy(price, factor, 2))
    }),
  )
})

const sold = { quantity: '3', discountPercent: '0', taxPercent: '13', places: 2 }
test.each([
  ['10', false, { net: '30', tax: '3.9', gross: '33.9' }],
  ['11.3', true, { net: '30', tax: '3.9', gross: '33.9' }],
  ['0.335', false, { net: '1.01', tax: '0.13', gross: '1.14' }],
  ['0.33', true, { net: '0.88', tax: '0.11', gross: '0.99' }],
])('three at %s (tax included: %s)', (unitPrice, priceIncludesTax, expected) => {
  expect(lineAmounts({ ...sold, unitPrice, priceIncludesTax })).toEqual(expected)
})

test('a returned line is the mirror of the sold one', () => {
  const back = { ...sold, unitPrice: '0.335', quantity: '-3', priceIncludesTax: false }
  expect(lineAmounts(back)).toEqual({ net: '-1.01', tax: '-0.13', gross: '-1.14' })
})

test('the shown gross price is the shortest one that means the typed net price', () => {
  expect(unitPriceNet('100', '5')).toBe('95.238095')
  expect(unitPriceGross('95.238095', '5')).toBe('100')
  expect(unitPriceGross('0.33', '5')).toBe('0.3465')
})

test('a negative tax rate is a programming error; an empty document is zero', () => {
  expect(() => netFromGross('1', '-1', 2)).toThrow('below zero')
  expect(documentTotals([])).toEqual({ net: '0', tax: '0', gross: '0' })
})
