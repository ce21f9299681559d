/** Currencies have the minor units of ISO 4217, and amounts are written without losing a digit. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  currencies,
  CURRENCY_CODES,
  formatDecimal,
  formatMoney,
  isCurrency,
  minorUnits,
  roundMoney,
  smallestAmount,
} from './currency.ts'
import { writePadded } from './fixed.ts'

test('minor units are those of ISO 4217 unless the company has its own', () => {
  expect(['TWD', 'CNY', 'HUF', 'IDR'].map((code) => minorUnits(code))).toEqual([2, 2, 2, 2])
  expect(['JPY', 'KRW', 'VND'].map((code) => minorUnits(code))).toEqual([0, 0, 0])
  expect(['KWD', 'TND'].map((code) => minorUnits(code))).toEqual([3, 3])
  expect(minorUnits('TWD', { TWD: 0 })).toBe(0)
  expect(() => minorUnits('ABC')).toThrow('not a currency')
})

test('codes are known, unknown ones are not', () => {
  expect(isCurrency('TWD')).toBe(true)
  expect(isCurrency('twd')).toBe(false)
  expect(isCurrency('NTD')).toBe(false)
  expect(isCurrency(null)).toBe(false)
})

test.each(['en', 'zh-Hant', 'zh-Hans'])('every currency has a name in %s', (locale) => {
  const named = currencies(locale)
  expect(named.map((currency) => currency.code)).toEqual(CURRENCY_CODES)
  expect(named.filter((currency) => currency.name === currency.code)).toEqual([])
})

test('rounding goes to the minor unit', () => {
  expect(roundMoney('1.005', 'CNY')).toBe('1.01')
  expect(roundMoney('-0.5', 'JPY')).toBe('-1')
  expect(roundMoney('1.5', 'TWD', { TWD: 0 })).toBe('2')
})

test.each([
  ['1234567.5', 'TWD', 'zh-Hant', {}, '$1,234,567.50'],
  ['1234567.5', 'TWD', 'zh-Hant', { places: 0 }, '$1,234,568'],
  ['-1234567.5', 'TWD', 'en', {}, '-NT$1,234,567.50'],
  ['0', 'CNY', 'zh-Hans', {}, '¥0.00'],
  ['-0.001', 'CNY', 'zh-Hans', {}, '¥0.00'],
  ['999', 'JPY', 'en', {}, '¥999'],
  ['1000', 'USD', 'en', { display: 'code' }, 'USD\u00A01,000.00'],
  ['-1234.5', 'EUR', 'de', {}, '-1.234,50\u00A0€'],
] as const)('%s %s in %s %j is written %s', (amount, currency, locale, format, expected) => {
  expect(formatMoney(amount, currency, locale, format)).toBe(expected)
})

test.each([
  ['12345678901234567890.123456', 'en', '12,345,678,901,234,567,890.123456'],
  ['-1234567.10', 'zh-Hant', '-1,234,567.1'],
  ['1234567', 'en-IN', '12,34,567'],
  ['1234', 'es', '1234'],
  ['12345', 'es', '12.345'],
  ['0', 'en', '0'],
])('%s in %s is written %s', (amount, locale, expected) => {
  expect(formatDecimal(amount, locale)).toBe(expected)
})

test('figures that a float can hold are written as Intl writes them', () => {
  const amount = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n })
  fc.assert(
    fc.property(amount, fc.constantFrom('en', 'zh-Hant', 'de', 'en-IN', 'fr'), (units, locale) => {
      fc.pre(units !== 0n)
      const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 })
      const expected = format.format(Number(units) / 100)
      expect(formatDecimal(writePadded(units, 2), locale, { places: 2 })).toBe(expected)
    }),
  )
})

test('the smallest amount is one minor unit', () => {
  expect(['JPY', 'TWD', 'KWD'].map(smallestAmount)).toEqual(['1', '0.01', '0.001'])
})
