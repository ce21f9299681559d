/** What is promised of: report look. */
import { expect, test } from 'vitest'
import { lookOf, lookWith, nextSort, sortOf, wishOf } from './report-look.ts'

test('the address keeps chart, figure and order beside the parameters', () => {
  const look = lookOf({ from: '2026-01-01', chart: 'pie', sort: '-sum', odd: 1, figure: '' })
  expect(look).toEqual({ chart: 'pie', sort: '-sum' })
  expect(wishOf(look)).toEqual({ kind: 'pie' })
  expect(sortOf(look)).toEqual({ column: 'sum', descending: true })
})

test('a heading orders up, down, and then as the report does', () => {
  expect(nextSort({}, 'sum')).toBe('sum')
  expect(nextSort({ sort: 'sum' }, 'sum')).toBe('-sum')
  expect(nextSort({ sort: '-sum' }, 'sum')).toBe('')
  expect(lookWith({ sort: '-sum', chart: 'bar' }, { sort: '' })).toEqual({ chart: 'bar' })
})
