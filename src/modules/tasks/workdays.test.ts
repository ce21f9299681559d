/** Holidays are no workdays, make-up days are, and repeated tasks come on the days they should. */
import { expect, test } from 'vitest'
import { lunarCalendar } from './lunar.ts'
import { nextInSeries, type Series } from './repeat.ts'
import { isWorkday, nextWorkday, onWorkday, workdayUntil, type CalendarDays } from './workdays.ts'

/** The mainland's National Day of 2025: eight days off, paid for by two weekend days. */
const days: CalendarDays = new Map([
  ['2025-09-28', 'workday'],
  ...['01', '02', '03', '04', '05', '06', '07', '08'].map(
    (day) => [`2025-10-${day}`, 'holiday'] as const,
  ),
  ['2025-10-11', 'workday'],
])

test('a week has five workdays, but for what the calendar says', () => {
  const week = ['2025-09-26', '2025-09-27', '2025-09-28', '2025-10-01', '2025-10-11', '2025-10-12']
  expect(week.map((day) => isWorkday(day, days))).toEqual([true, false, true, false, true, false])
})

test('the next workday lies behind all days off', () => {
  expect(nextWorkday('2025-09-30', days)).toBe('2025-10-09')
  expect(nextWorkday('2025-10-10', days)).toBe('2025-10-11')
  expect(onWorkday('2025-10-09', days)).toBe('2025-10-09')
  expect(onWorkday('2025-10-04', days)).toBe('2025-10-09')
  expect(workdayUntil('2025-10-08', days)).toBe('2025-09-30')
  expect(workdayUntil('2025-09-28', days)).toBe('2025-09-28')
})

const series = (more: Partial<Series>): Series => {
  return { repeat: 'monthly', from: '2026-01-31', workdaysOnly: false, until: null, ...more }
}
const none = { days: new Map(), lunar: null }

test('the 31st comes back after the months that have none', () => {
  const after = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-11-30']
  const next = after.map((day) => nextInSeries(series({}), day, none))
  expect(next).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-12-31'])
})

test('a series skips what has passed, goes round days off, and ends', () => {
  const daily = series({ repeat: 'daily', from: '2025-09-29', workdaysOnly: true })
  expect(nextInSeries(daily, '2025-09-30', { days, lunar: null })).toBe('2025-10-09')
  const weekly = series({ repeat: 'weekly', from: '2026-01-05', until: '2026-01-20' })
  expect(nextInSeries(weekly, '2026-01-13', none)).toBe('2026-01-19')
  expect(nextInSeries(weekly, '2026-01-19', none)).toBeNull()
  const yearly = series({ repeat: 'yearly', from: '2024-02-29' })
  expect(nextInSeries(yearly, '2026-11-23', none)).toBe('2027-02-28')
  expect(nextInSeries(yearly, '2027-12-01', none)).toBe('2028-02-29')
  expect(nextInSeries(series({ repeat: 'none' }), '2026-01-01', none)).toBeNull()
})

test('by the moon months follow the moon, leap months too, and years the lunar day', async () => {
  const lunar = await lunarCalendar()
  // The first and the fifteenth of moons around the leap sixth of 2025.
  const monthly = series({ from: '2025-06-25' })
  const firsts = ['2025-06-25', '2025-07-25', '2025-08-23', '2025-09-22']
  const next = firsts.map((day) => nextInSeries(monthly, day, { days: new Map(), lunar }))
  expect(next).toEqual([...firsts.slice(1), '2025-10-21'])
  const midAutumn = series({ repeat: 'yearly', from: '2025-10-06' })
  expect(nextInSeries(midAutumn, '2025-10-06', { days: new Map(), lunar })).toBe('2026-09-25')
})
