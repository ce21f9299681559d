/** Weeks begin on Monday; what is due goes round days off, and comes on make-up workdays. */
import { expect, test } from 'vitest'
import type { CalendarDays } from '#modules/tasks/index.ts'
import { daysOf, dueOn, readyOn } from './periods.ts'

/** The mainland's National Day of 2025, with the Sunday before that is worked. */
const holidays: CalendarDays = new Map([
  ['2025-09-28', 'workday'],
  ...['01', '02', '03', '04', '05', '06', '07', '08'].map(
    (day) => [`2025-10-${day}`, 'holiday'] as const,
  ),
])
const none: CalendarDays = new Map()

test('a day is in its week from Monday, and in its month', () => {
  expect(daysOf('plan', '2026-11-29')).toEqual({ beginsOn: '2026-11-23', endsOn: '2026-11-29' })
  expect(daysOf('weekly', '2026-11-30')).toEqual({ beginsOn: '2026-11-30', endsOn: '2026-12-06' })
  expect(daysOf('monthly', '2026-02-10')).toEqual({ beginsOn: '2026-02-01', endsOn: '2026-02-28' })
  expect(daysOf('daily', '2026-11-29')).toEqual({ beginsOn: '2026-11-29', endsOn: '2026-11-29' })
})

test('a plan is due on the first workday, a report on the last, or some workdays later', () => {
  const week = daysOf('plan', '2026-11-25')
  expect(dueOn('plan', week, 0, none)).toBe('2026-11-23')
  expect(dueOn('weekly', week, 0, none)).toBe('2026-11-27')
  expect(dueOn('weekly', week, 1, none)).toBe('2026-11-30')
  const golden = daysOf('plan', '2025-10-08')
  expect(dueOn('plan', golden, 0, holidays)).toBe('2025-10-09')
  const before = daysOf('weekly', '2025-09-24')
  expect(dueOn('weekly', before, 0, holidays)).toBe('2025-09-28')
  expect(dueOn('weekly', before, 2, holidays)).toBe('2025-09-30')
})

test('nothing is due for a time without any workday', () => {
  expect(dueOn('daily', daysOf('daily', '2025-10-02'), 0, holidays)).toBeNull()
  expect(dueOn('daily', daysOf('daily', '2025-09-28'), 0, holidays)).toBe('2025-09-28')
  expect(dueOn('daily', daysOf('daily', '2026-11-28'), 1, none)).toBeNull()
})

test('the plan of the week to come lies ready from Friday, a report when its time ends', () => {
  const begins = (kind: 'plan' | 'weekly' | 'daily', today: string) =>
    readyOn(kind, today, none).map(({ beginsOn }) => beginsOn)
  expect(begins('plan', '2026-11-26')).toEqual(['2026-11-16', '2026-11-23'])
  expect(begins('plan', '2026-11-27')).toEqual(['2026-11-23', '2026-11-30'])
  expect(begins('weekly', '2026-11-26')).toEqual(['2026-11-16'])
  expect(begins('weekly', '2026-11-27')).toEqual(['2026-11-16', '2026-11-23'])
  expect(begins('daily', '2026-11-30')).toEqual(['2026-11-30'])
})
