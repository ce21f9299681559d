/** A pattern becomes a number of its day, and begins anew with the period that it names. */
import { expect, test } from 'vitest'
import { formatNumber, isPattern, periodOf } from './pattern.ts'

const numbers: [pattern: string, number: number, written: string, period: string][] = [
  ['SO-{year}{month}-{0000}', 42, 'SO-202602-0042', '2026-02'],
  ['{yy}{month}{day}{000}', 7, '260203007', '2026-02-03'],
  ['發票 {roc}年{0}', 12, '發票 115年12', '2026'],
  ['{roc}/{month}-{00}', 1, '115/02-01', '2026-02'],
  ['Q{yy}-{000}', 1000, 'Q26-1000', '2026'],
  ['Q-{00000}', 3, 'Q-00003', ''],
]

test.each(numbers)('%s', (pattern, number, written, period) => {
  expect(isPattern(pattern)).toBe(true)
  expect(formatNumber(pattern, '2026-02-03', number)).toBe(written)
  expect(periodOf(pattern, '2026-02-03')).toBe(period)
})

const useless = [
  'no count',
  '{0000}{0000}',
  '{year}',
  '{quarter}-{000}',
  '{year}-{}',
  '{1}',
  '{{000}}',
  `${'x'.repeat(60)}{0}`,
  '',
  // The same numbers would come again in the next year, or the next month.
  'SO-{month}-{000}',
  'SO-{year}-{day}-{000}',
  'SO-{day}-{000}',
]

test.each(useless)('%s is no pattern', (pattern) => {
  expect(isPattern(pattern)).toBe(false)
})
