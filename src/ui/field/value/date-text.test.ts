/** Typed dates are understood short and whole, and days the calendar lacks are refused. */
import { expect, test } from 'vitest'
import { readDate } from './date-text.ts'

const today = '2026-11-23'

test.each([
  ['2026-11-30', '2026-11-30'],
  ['2026/1/5', '2026-01-05'],
  ['2026.11.30', '2026-11-30'],
  ['20261130', '2026-11-30'],
  ['11/30', '2026-11-30'],
  ['1130', '2026-11-30'],
  ['30', '2026-11-30'],
  ['+7', '2026-11-30'],
  ['-23', '2026-10-31'],
  ['今天', '2026-11-23'],
  ['明天', '2026-11-24'],
  ['115/11/30', '2026-11-30'],
  ['民國115年11月30日', '2026-11-30'],
  ['２０２６年１１月３０日', '2026-11-30'],
  ['2026-11-30 00:00:00', '2026-11-30'],
  ['26/11/30', '2026-11-30'],
  ['4 Jul 2026', '2026-07-04'],
  ['+39', '2027-01-01'],
])('%s is read as %s', (typed, date) => {
  expect(readDate(typed, today)).toBe(date)
})

test.each(['', 'soon', '2026-02-30', '13/40', '1/2/3/4', '2026-'])('%s is no date', (typed) => {
  expect(readDate(typed, today)).toBeNull()
})
