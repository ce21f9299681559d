/** What is promised of: sorting by several columns. */
import { expect, test } from 'vitest'
import { sortKeysOf, sortOfKeys, withSortKey } from './sort-keys.ts'

test('an order is read and written as its parts', () => {
  const keys = [
    { field: 'status', down: false },
    { field: 'number', down: true },
  ]
  expect(sortKeysOf('status,-number')).toEqual(keys)
  expect(sortOfKeys(keys)).toBe('status,-number')
})

test('a click with Shift adds a column, turns it round, then takes it away', () => {
  expect(withSortKey('-number', 'status')).toBe('-number,status')
  expect(withSortKey('-number,status', 'status')).toBe('-number,-status')
  expect(withSortKey('-number,-status', 'status')).toBe('-number')
  expect(withSortKey('-number', 'number')).toBe('-number')
})

test('a fourth column takes the place of the third', () => {
  expect(withSortKey('a,b,c', 'd')).toBe('a,b,d')
})
