/** Typed numbers are understood however they are written, and nothing is rounded on the way. */
import { expect, test } from 'vitest'
import { readNumber, showNumber } from './number-text.ts'

test.each([
  ['1,234.50', '1234.5'],
  ['１２３４．５', '1234.5'],
  [' NT$ 2,860 ', '2860'],
  ['(1,200)', '-1200'],
  ['−3', '-3'],
  ['+3', '3'],
  ['.5', '0.5'],
  ['-.5', '-0.5'],
  ['12.', '12'],
  ['5%', '5'],
  ['3萬', '30000'],
  ['1.25亿', '125000000'],
  ['2k', '2000'],
  ['0.000001', '0.000001'],
  ['99999999999999999999.123456', '99999999999999999999.123456'],
])('%s is read as %s', (typed, value) => {
  expect(readNumber(typed)).toBe(value)
})

test.each(['', 'abc', '1.2.3', '--1', '1e5', '萬', '12a'])('%s is no number', (typed) => {
  expect(readNumber(typed)).toBeNull()
})

test('figures are grouped, padded and never cut', () => {
  expect(showNumber('1234567.5', 2)).toBe('1,234,567.50')
  expect(showNumber('-1234', 0)).toBe('-1,234')
  expect(showNumber('0.123456', 2)).toBe('0.123456')
  expect(showNumber('999', 0)).toBe('999')
})
