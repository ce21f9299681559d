/** What is promised of: the days a calendar shows. */
import { expect, test } from 'vitest'
import { dayByKey, dayToShow, monthOf, turned, weeksOf } from './days.ts'

test('a month is shown in whole weeks, from the day on which weeks begin', () => {
  const november = weeksOf('2026-11-15', 'month', 'zh-Hant')
  expect(november.map((week) => week[0])).toEqual([
    '2026-11-01',
    '2026-11-08',
    '2026-11-15',
    '2026-11-22',
    '2026-11-29',
  ])
  expect(november.at(-1)?.at(-1)).toBe('2026-12-05')
  const onMonday = weeksOf('2026-11-15', 'month', 'zh-Hans')
  expect([onMonday.length, onMonday[0]?.[0]]).toEqual([6, '2026-10-26'])
  expect(weeksOf('2026-02-10', 'month', 'en')).toHaveLength(4)
})

test('a week is the seven days around one', () => {
  expect(weeksOf('2026-11-29', 'week', 'zh-Hant').flat()[0]).toBe('2026-11-29')
  expect(weeksOf('2026-11-29', 'week', 'zh-Hans').flat()[0]).toBe('2026-11-23')
  expect(weeksOf('2026-11-29', 'week', 'en').flat()).toHaveLength(7)
})

test('a month is all its days', () => {
  expect([monthOf('2024-02-10').length, monthOf('2024-02-10').at(-1)]).toEqual([29, '2024-02-29'])
})

test('turning the page leads to the first of the month, or to today in this one', () => {
  expect(turned('2026-11-30', 'month', 1, '2026-11-29')).toBe('2026-12-01')
  expect(turned('2026-12-01', 'month', -1, '2026-11-29')).toBe('2026-11-29')
  expect(turned('2026-11-30', 'week', -1, '2026-11-29')).toBe('2026-11-23')
})

test('keys lead to days, weeks and months', () => {
  const by = (key: string) => dayByKey('2026-11-30', key, 'zh-Hant')
  const days = ['ArrowLeft', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'].map(by)
  expect(days).toEqual([
    '2026-11-29',
    '2026-12-07',
    '2026-11-29',
    '2026-12-05',
    '2026-10-30',
    '2026-12-30',
  ])
  expect(by('Enter')).toBeUndefined()
})

test('a day that no calendar reaches is today', () => {
  expect(dayToShow('9999-12-31', '2026-11-29')).toBe('2026-11-29')
  expect(dayToShow('2027-01-01', '2026-11-29')).toBe('2027-01-01')
})
