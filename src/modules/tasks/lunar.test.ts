/** Lunar days fall where almanacs put them, and birthdays of leap months are not lost. */
import { expect, test } from 'vitest'
import { nextReturn } from './birthday.ts'
import { lunarCalendar } from './lunar.ts'

test.each([
  ['2024-02-10', 2024, 1, 1, false],
  ['2025-01-28', 2024, 12, 29, false],
  ['2025-07-25', 2025, 6, 1, true],
  ['2026-02-17', 2026, 1, 1, false],
  ['2026-06-19', 2026, 5, 5, false],
  ['2033-12-22', 2033, 11, 1, true],
])('%s is a known lunar day', async (day, year, month, date, isLeap) => {
  const { lunarOf, inYear } = await lunarCalendar()
  const lunar = { year, month, day: date, isLeap }
  expect(lunarOf(day)).toEqual(lunar)
  expect(inYear(lunar, year)).toBe(day)
})

test('a day of a leap month is kept in the ordinary month of years that have none', async () => {
  const { lunarOf, inYear } = await lunarCalendar()
  const born = lunarOf('1987-07-26')
  expect(born).toMatchObject({ month: 6, isLeap: true, day: 1 })
  expect(inYear(born, 2024)).toBe('2024-07-06')
  expect(inYear(born, 2025)).toBe('2025-07-25')
  expect(inYear({ ...born, isLeap: false }, 2025)).toBe('2025-06-25')
})

test('a thirtieth is the last day of a short month', async () => {
  const { inYear } = await lunarCalendar()
  const eve = { year: 2023, month: 12, day: 30, isLeap: false }
  expect(inYear(eve, 2023)).toBe('2024-02-09')
  expect(inYear(eve, 2024)).toBe('2025-01-28')
})

test('a birthday comes back by the sun or by the moon', async () => {
  const lunar = await lunarCalendar()
  expect(nextReturn('1990-12-01', '2026-11-23')).toBe('2026-12-01')
  expect(nextReturn('1990-11-22', '2026-11-23')).toBe('2027-11-22')
  expect(nextReturn('1992-02-29', '2027-01-01')).toBe('2027-02-28')
  expect(nextReturn('2026-11-23', '2026-11-23')).toBe('2027-11-23')
  // The 18th of the 12th moon: in 2026 in February, still of the lunar year 2025.
  expect(lunar.lunarOf('1980-02-04')).toMatchObject({ month: 12, day: 18 })
  expect(nextReturn('1980-02-04', '2026-01-01', lunar)).toBe('2026-02-05')
  expect(nextReturn('1980-02-04', '2026-02-06', lunar)).toBe('2027-01-25')
})
