/** A daily backup is due once a day, from its hour on, in the company's time zone. */
import { expect, test } from 'vitest'
import { isDue } from './plan.ts'

const plan = { hour: 3, kept: 7 }
const timeZone = 'Asia/Taipei'
const at = (time: string) => new Date(`${time}:00+08:00`)

test.each<[due: boolean, now: string, last: string | null]>([
  [false, '2026-11-23T02:59', null],
  [true, '2026-11-23T03:00', null],
  [true, '2026-11-23T03:00', '2026-11-22T23:59'],
  [false, '2026-11-23T23:59', '2026-11-23T03:00'],
  [false, '2026-11-24T02:59', '2026-11-23T03:00'],
  // The machine was off at night.
  [true, '2026-11-24T15:10', '2026-11-22T03:10'],
])('due: %s at %s after %s', (due, now, last) => {
  const lastAt = last === null ? null : at(last).toISOString()
  expect(isDue(plan, { lastAt, now: at(now), timeZone })).toBe(due)
  expect(isDue({ ...plan, hour: null }, { lastAt, now: at(now), timeZone })).toBe(false)
})
