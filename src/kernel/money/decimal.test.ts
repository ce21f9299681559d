/** Exact decimals agree with big.js on every operation, and refuse what is not a plain decimal. */
import { Big } from 'big.js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as decimal from './decimal.ts'

Big.strict = false
Big.NE = -1e9
Big.PE = 1e9

const DIGITS = Array.from('0123456789')
const digits = (max: number) =>
  fc.string({ unit: fc.constantFrom(...DIGITS), minLength: 1, maxLength: max })
const anyDecimal = fc
  .tuple(fc.constantFrom('', '-'), digits(22), fc.option(digits(12), { nil: undefined }))
  .map(([sign, whole, part]) => sign + whole + (part === undefined ? '' : `.${part}`))
const places = fc.integer({ min: 0, max: 12 })

function text(value: Big): string {
  const plain = value.toFixed()
  return /^-0(\.0*)?$/.test(plain) ? '0' : plain
}

test('sums, differences and products are those of big.js', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (a, b) => {
      expect(decimal.plus(a, b)).toBe(text(Big(a).plus(b)))
      expect(decimal.minus(a, b)).toBe(text(Big(a).minus(b)))
      expect(decimal.times(a, b)).toBe(text(Big(a).times(b)))
      expect(decimal.sum([a, b, a])).toBe(text(Big(a).plus(b).plus(a)))
      expect(decimal.negate(a)).toBe(text(Big(a).times(-1)))
      expect(decimal.abs(a)).toBe(text(Big(a).abs()))
    }),
  )
})

test('order and equality are those of big.js', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (a, b) => {
      expect(decimal.compare(a, b)).toBe(Big(a).cmp(b))
      expect(decimal.equals(a, `${a}${a.includes('.') ? '00' : '.0'}`)).toBe(true)
      expect(decimal.min(a, b)).toBe(text(Big(a).lt(b) ? Big(a) : Big(b)))
      expect(decimal.max(a, b)).toBe(text(Big(a).gt(b) ? Big(a) : Big(b)))
      expect(decimal.isZero(a)).toBe(Big(a).eq(0))
      expect(decimal.isNegative(a)).toBe(Big(a).lt(0))
    }),
  )
})

test('rounding and padding are those of big.js, halves away from zero', () => {
  fc.assert(
    fc.property(anyDecimal, places, (a, count) => {
      const rounded = Big(a).round(count, Big.roundHalfUp)
      expect(decimal.round(a, count)).toBe(text(rounded))
      expect(decimal.fixed(a, count)).toBe(rounded.toFixed(count).replace(/^-(?=[0.]+$)/, ''))
    }),
  )
})

test('quotients are those of big.js', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, places, (a, b, count) => {
      fc.pre(!decimal.isZero(b))
      Big.DP = count
      Big.RM = Big.roundHalfUp
      expect(decimal.dividedBy(a, b, count)).toBe(text(Big(a).div(b)))
    }),
  )
})

test.each([
  ['1.005', 2, '1.01'],
  ['-1.005', 2, '-1.01'],
  ['2.5', 0, '3'],
  ['-2.5', 0, '-3'],
  ['-0.004', 2, '0'],
  ['12.3', 6, '12.3'],
])('%s to %i places is %s', (value, count, expected) => {
  expect(decimal.round(value, count)).toBe(expected)
})

test.each([
  ['-0', '0'],
  ['-0.00', '0'],
  ['007.10', '7.1'],
  ['100', '100'],
  ['0.000', '0'],
  ['-00.50', '-0.5'],
])('the canonical form of %s is %s', (value, expected) => {
  expect(decimal.normal(value)).toBe(expected)
})

test('padding keeps the places', () => {
  expect(decimal.fixed('1.5', 2)).toBe('1.50')
  expect(decimal.fixed('-0.001', 2)).toBe('0.00')
  expect(decimal.fixed('7', 0)).toBe('7')
})

test('an empty sum is zero', () => {
  expect(decimal.sum([])).toBe('0')
})

const NOT_DECIMALS = ['', ' 1', '1 ', '+1', '1.', '.5', '1e3', '1,000', 'NaN', 'Infinity', '0x10']
test.each([...NOT_DECIMALS, '--1', '1\n', '١', '１'])('%j is refused', (value) => {
  expect(decimal.isDecimal(value)).toBe(false)
  expect(() => decimal.plus(value, '1')).toThrow('not a decimal')
  expect(() => decimal.normal(value)).toThrow('not a decimal')
})

test('numbers are not decimals', () => {
  expect(decimal.isDecimal(1)).toBe(false)
  expect(decimal.isDecimal(null)).toBe(false)
})

test('wrong places and a zero divisor are programming errors', () => {
  expect(() => decimal.round('1', -1)).toThrow('decimal places')
  expect(() => decimal.fixed('1', 0.5)).toThrow('decimal places')
  expect(() => decimal.dividedBy('1', '0.00', 2)).toThrow('division by zero')
})
