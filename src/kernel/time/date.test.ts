/** Calendar arithmetic holds for every date, and named ranges mean the days people expect. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Period } from './date.ts'
import {
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  endOf,
  isDate,
  startOf,
  startOfNext,
  today,
  weekday,
} from './date.ts'
import { isRangeName, RANGE_NAMES, rangeOf } from './date-range.ts'

const PERIODS: Period[] = ['day', 'week', 'month', 'quarter', 'year']
const anyDate = fc.integer({ min: 0, max: 3_000_000 }).map((days) => addDays('1500-01-01', days))

test.each(['2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])('%s is a date', (text) => {
  expect(isDate(text)).toBe(true)
})

const WRONG = ['2023-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '0999-01-01']
test.each([...WRONG, '2026-1-1', '2026-01-01 ', '2026-01-01T00:00', '', 20260101])(
  '%j is none',
  (text) => {
    expect(isDate(text)).toBe(false)
  },
)

test('adding days and counting them are each other’s inverse and agree with Date', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -100_000, max: 100_000 }), (date, days) => {
      const later = addDays(date, days)
      const expected = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000)
      expect(later).toBe(expected.toISOString().slice(0, 10))
      expect(daysBetween(date, later)).toBe(days)
    }),
  )
})

test('a period holds its days, begins where the one before ends, and has no gap', () => {
  fc.assert(
    fc.property(anyDate, fc.constantFrom(...PERIODS), (date, period) => {
      const [start, end] = [startOf(period, date), endOf(period, date)]
      expect(start <= date && date <= end).toBe(true)
      expect(startOf(period, end)).toBe(start)
      expect(startOf(period, addDays(end, 1))).toBe(addDays(end, 1))
      expect(startOfNext(period, date, 1)).toBe(addDays(end, 1))
      expect(startOfNext(period, addDays(end, 1), -1)).toBe(start)
    }),
  )
})

test('weeks begin on Monday, quarters in January, April, July and October', () => {
  expect(weekday('2026-11-23')).toBe(1)
  expect(weekday('2026-11-29')).toBe(7)
  expect(startOf('week', '2026-11-29')).toBe('2026-11-23')
  expect(endOf('week', '2026-11-23')).toBe('2026-11-29')
  expect(startOf('quarter', '2026-12-31')).toBe('2026-10-01')
  expect(endOf('quarter', '2026-02-01')).toBe('2026-03-31')
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-11-30', -9, '2026-02-28'],
  ['2026-11-15', 14, '2028-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
])('%s and %i months is %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected)
})

test('the day depends on the time zone', () => {
  const moment = new Date('2026-11-23T16:30:00Z')
  expect(today(moment, 'Asia/Taipei')).toBe('2026-11-24')
  expect(today(moment, 'UTC')).toBe('2026-11-23')
  expect(() => today(moment, 'Mars/Base')).toThrow(RangeError)
})

test('no date is a programming error', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow('not a date')
  expect(() => addDays('9999-12-31', 1)).toThrow('not a date')
  expect(() => dateOf(2026, 2, 29)).toThrow('not a date')
})

test.each([
  ['today', '2026-11-25', '2026-11-25'],
  ['yesterday', '2026-11-24', '2026-11-24'],
  ['tomorrow', '2026-11-26', '2026-11-26'],
  ['this-week', '2026-11-23', '2026-11-29'],
  ['last-week', '2026-11-16', '2026-11-22'],
  ['this-month', '2026-11-01', '2026-11-30'],
  ['last-month', '2026-10-01', '2026-10-31'],
  ['next-month', '2026-12-01', '2026-12-31'],
  ['this-quarter', '2026-10-01', '2026-12-31'],
  ['next-quarter', '2027-01-01', '2027-03-31'],
  ['this-year', '2026-01-01', '2026-12-31'],
  ['last-year', '2025-01-01', '2025-12-31'],
  ['last-7-days', '2026-11-19', '2026-11-25'],
  ['until-today', '1800-01-01', '2026-11-25'],
  ['over-7-days-ago', '1800-01-01', '2026-11-17'],
  ['next-7-days', '2026-11-25', '2026-12-01'],
  ['last-365-days', '2025-11-26', '2026-11-25'],
] as const)('on 2026-11-25, %s is %s to %s', (name, from, until) => {
  expect(rangeOf(name, '2026-11-25')).toEqual({ from, until })
})

test('every offered name is a range; others are refused', () => {
  expect(RANGE_NAMES.filter((name) => !isRangeName(name))).toEqual([])
  for (const name of ['last-0-days', 'this-day', 'constructor', '', 'last-99999-days', null]) {
    expect(isRangeName(name)).toBe(false)
  }
  expect(() => rangeOf('soon' as 'today', '2026-11-25')).toThrow('not a range')
})
