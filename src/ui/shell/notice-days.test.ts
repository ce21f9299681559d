/** Lines stand under the day that the company's clock says. */
import { expect, test } from 'vitest'
import { dayBefore, noticeDays } from './notice-days.ts'
import { countText, type ShownNotice } from './notices.ts'

const line = (id: string, at: string) => ({ id, at }) as ShownNotice

test('a day begins at midnight of the company, not of Greenwich', () => {
  const lines = [line('c', '2026-11-23T16:30:00.000Z'), line('b', '2026-11-23T15:30:00.000Z')]
  expect(noticeDays(lines, 'Asia/Taipei').map(({ day }) => day)).toEqual([
    '2026-11-24',
    '2026-11-23',
  ])
  expect(noticeDays(lines, 'UTC')).toEqual([{ day: '2026-11-23', notices: lines }])
})

test('the day before goes over months and years', () => {
  expect(dayBefore('2026-03-01')).toBe('2026-02-28')
  expect(dayBefore('2027-01-01')).toBe('2026-12-31')
})

test('many are not counted one by one', () => {
  expect([countText(7), countText(99), countText(100)]).toEqual(['7', '99', '99+'])
})
