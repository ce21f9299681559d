/** What is promised of: the course of a figure. */
import { expect, test } from 'vitest'
import { changeOf, trendOf, trendParams } from './trend.ts'

const trend = { report: 'r', by: 'month', value: 'sum', from: 'since', until: 'to' }
const today = '2026-11-29'

test('twelve whole months are asked for, without the one that runs', () => {
  expect(trendParams(trend, today)).toEqual({ since: '2025-11-01', to: '2026-10-31' })
})

test('rows of one month are added, and silent months came to nothing', () => {
  const rows = [
    { month: '2026-10', sum: '0.1' },
    { month: '2026-10', sum: '0.2' },
    { month: '2026-08', sum: 5 },
    { month: '2026-11', sum: '99' },
  ]
  const months = trendOf(trend, { rows, refs: {}, totals: {} }, today)
  expect(months).toHaveLength(12)
  expect(months[0]).toEqual({ month: '2025-11', value: '0' })
  expect(months.slice(-3)).toEqual([
    { month: '2026-08', value: '5' },
    { month: '2026-09', value: '0' },
    { month: '2026-10', value: '0.3' },
  ])
})

test('the change is told in percent of what was before', () => {
  const changed = (...values: string[]) => changeOf(values.map((value) => ({ month: '', value })))
  expect(changed('400', '500')).toBe('25')
  expect(changed('300', '100')).toBe('-66.7')
  expect(changed('-100', '100')).toBe('200')
  expect(changed('0', '100')).toBeNull()
  expect(changed('1')).toBeNull()
})
