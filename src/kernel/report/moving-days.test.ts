/** A saved report asks for this month again in each month. */
import { expect, test } from 'vitest'
import { movedDay, movedDays } from './moving-days.ts'

test('a word for a day moves with the calendar, other texts stay', () => {
  expect(movedDay('this-month.from', '2026-11-29')).toBe('2026-11-01')
  expect(movedDay('this-month.until', '2027-02-03')).toBe('2027-02-28')
  expect(movedDays({ from: 'last-month.from', who: 'x', n: 1 }, '2027-01-05')).toEqual({
    from: '2026-12-01',
    who: 'x',
    n: 1,
  })
  expect(movedDay('this-month', '2026-11-29')).toBeNull()
  expect(movedDay('this-month.from.x', '2026-11-29')).toBeNull()
})
