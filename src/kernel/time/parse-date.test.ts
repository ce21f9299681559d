/** Dates from files and keyboards are read as written, and never guessed between two readings. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDate } from './date.ts'
import { parseDate } from './parse-date.ts'

test.each([
  ['2026-07-04', '2026-07-04'],
  ['1996-07-04 00:00:00.000', '1996-07-04'],
  ['2026-07-04T23:59:59.999Z', '2026-07-04'],
  ['2026-07-04T23:59:59+08:00', '2026-07-04'],
  ['2026/7/4', '2026-07-04'],
  ['2026/7/4 12:30', '2026-07-04'],
  ['2026.7.4', '2026-07-04'],
  ['20260704', '2026-07-04'],
  ['2026年7月4日', '2026-07-04'],
  ['2026 年 07 月 04 日', '2026-07-04'],
  ['２０２６／７／４', '2026-07-04'],
  ['115/7/4', '2026-07-04'],
  ['115.07.04', '2026-07-04'],
  ['民國115年7月4日', '2026-07-04'],
  ['民國 115/7/4', '2026-07-04'],
  ['民國9年7月4日', '1920-07-04'],
  ['115年7月4日', '2026-07-04'],
  ['75/3/2', '1986-03-02'],
  ['04.07.2026', '2026-07-04'],
  ['4 Jul 2026', '2026-07-04'],
  ['4-Jul-2026', '2026-07-04'],
  ['July 4, 2026', '2026-07-04'],
  ['Sept. 4th, 2026', '2026-09-04'],
  ['  2026-07-04  ', '2026-07-04'],
])('%j is %s', (text, expected) => {
  expect(parseDate(text)).toBe(expected)
})

test.each([
  ['07/04/2026', 'mdy', '2026-07-04'],
  ['07/04/2026', 'dmy', '2026-04-07'],
  ['7-4-26', 'mdy', '2026-07-04'],
  ['4/7/99', 'dmy', '1999-07-04'],
  ['26/7/4', 'ymd', '1937-07-04'],
  ['1150704', 'ymd', '2026-07-04'],
  ['2026-07-04', 'mdy', '2026-07-04'],
  ['7/4/2026 1:05 PM', 'mdy', '2026-07-04'],
] as const)('%j in the order %s is %s', (text, order, expected) => {
  expect(parseDate(text, order)).toBe(expected)
})

const AMBIGUOUS = ['07/04/2026', '7-4-26', '26/7/4', '10/11/12', '26年7月4日', '1150704']
const WRONG = ['2026-02-30', '2026/13/1', '99/13/1', '30.02.2026', '31 Jun 2026', '4 Foo 2026']
const OTHER = ['', 'today', '12', '46207', '1.2.3', '192.168.1.1', '2026-07', '04 Ju 2026']
test.each([...AMBIGUOUS, ...WRONG, ...OTHER, '2026-07/04', `2026-07-04${' '.repeat(90)}`])(
  '%j is no date',
  (text) => {
    expect(parseDate(text)).toBeNull()
  },
)

test('a wrong day stays none whatever the order', () => {
  expect(parseDate('13/13/2026', 'mdy')).toBeNull()
  expect(parseDate('31/02/2026', 'dmy')).toBeNull()
})

test('any text gives a real date or null', () => {
  const piece = fc.constantFrom(
    '1',
    '12',
    '115',
    '2026',
    '/',
    '-',
    '.',
    '年',
    '月',
    '日',
    ' ',
    '民國',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(texts, fc.constantFrom(undefined, 'ymd', 'dmy', 'mdy'), (text, order) => {
      const date = parseDate(text, order)
      expect(date === null || isDate(date)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
