/** Times of day are read as people type them. */
import { expect, test } from 'vitest'
import { parseTime } from './parse-time.ts'

test.each([
  ['09:30', '09:30'],
  ['9:30', '09:30'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['９：３０', '09:30'],
  ['14', '14:00'],
  ['下午3:05', '15:05'],
  ['晚上 8點', '20:00'],
  ['上午12:10', '00:10'],
  ['12:10 pm', '12:10'],
  ['3點30分', '03:30'],
  ['00:00', '00:00'],
  ['23:59', '23:59'],
  ['24:00', null],
  ['12:60', null],
  ['13:00 pm', null],
  ['noon', null],
  ['1:2', null],
  ['', null],
  ['12345', null],
])('%j is %j', (typed, time) => {
  expect(parseTime(typed)).toBe(time)
})
