/** Customers are called on the days and at the hours that the company set. */
import { expect, test } from 'vitest'
import { isCallingTime } from './is-calling-time.ts'

const hours = { days: ['1', '2', '3', '4', '5'], begins: '09:00', ends: '18:00' }
const at = (day: string, time: string, kind: 'holiday' | 'workday' | null = null) =>
  isCallingTime(hours, { day, time, kind })

test('within the hours of a working day, to the minute', () => {
  expect([at('2026-11-23', '08:59'), at('2026-11-23', '09:00')]).toEqual([false, true])
  expect([at('2026-11-23', '17:59'), at('2026-11-23', '18:00')]).toEqual([true, false])
})

test('no holiday, no Sunday, but a make-up workday', () => {
  expect(at('2026-11-23', '10:00', 'holiday')).toBe(false)
  expect(at('2026-11-22', '10:00')).toBe(false)
  expect(at('2026-11-28', '10:00', 'workday')).toBe(true)
  expect(
    isCallingTime({ ...hours, days: ['0'] }, { day: '2026-11-22', time: '10:00', kind: null }),
  ).toBe(true)
})
