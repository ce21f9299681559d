/** Instants keep their moment through every time zone, and are read and written as people do. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './date.ts'
import { formatDate, formatInstant } from './format.ts'
import { dateIn, instantOf, isInstant, isTimeZone, momentOf, startOfDay } from './instant.ts'
import { parseInstant } from './parse-instant.ts'

test('instants have a date, a time and a zone', () => {
  expect(isInstant('2026-11-23T10:15:00.000Z')).toBe(true)
  expect(isInstant('2026-11-23T10:15+08:00')).toBe(true)
  for (const text of ['2026-11-23', '2026-11-23T10:15', '2026-02-30T10:15Z', '2026-11-23T24:00Z']) {
    expect(isInstant(text)).toBe(false)
  }
  expect(() => momentOf('2026-11-23')).toThrow('not an instant')
})

test('the day of an instant is that of the place', () => {
  expect(dateIn('2026-11-23T16:00:00.000Z', 'Asia/Taipei')).toBe('2026-11-24')
  expect(dateIn('2026-11-23T15:59:59.999Z', 'Asia/Taipei')).toBe('2026-11-23')
  expect(startOfDay('2026-11-24', 'Asia/Taipei')).toBe('2026-11-23T16:00:00.000Z')
})

test('clock changes: twice shown is the earlier, skipped is moved on', () => {
  expect(instantOf('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
  expect(instantOf('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
  expect(instantOf('2026-03-29', '12:00:05', 'Europe/Berlin')).toBe('2026-03-29T10:00:05.000Z')
  expect(() => instantOf('2026-03-29', '24:00', 'UTC')).toThrow('not a time')
})

test('a day begins on that day, one millisecond after the day before', () => {
  const zones = fc.constantFrom('Asia/Taipei', 'Europe/Berlin', 'America/New_York', 'UTC')
  const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('1985-01-01', count))
  fc.assert(
    fc.property(days, zones, (date, zone) => {
      const start = startOfDay(date, zone)
      expect(dateIn(start, zone)).toBe(date)
      const before = new Date(Date.parse(start) - 1).toISOString()
      expect(dateIn(before, zone)).toBe(addDays(date, -1))
    }),
  )
})

test('time zones are known by their IANA name', () => {
  expect(isTimeZone('Asia/Taipei')).toBe(true)
  expect(isTimeZone('Mars/Base')).toBe(false)
  expect(isTimeZone(8)).toBe(false)
})

test.each([
  ['2026-07-04 13:05', '2026-07-04T05:05:00.000Z'],
  ['2026/7/4 下午 01:05:00', '2026-07-04T05:05:00.000Z'],
  ['2026/7/4下午1:05', '2026-07-04T05:05:00.000Z'],
  ['2026年7月4日 上午 12:05', '2026-07-03T16:05:00.000Z'],
  ['2026-07-04 12:05 pm', '2026-07-04T04:05:00.000Z'],
  ['2026-07-04T13:05:00+09:00', '2026-07-04T04:05:00.000Z'],
  ['2026-07-04 13:05:00+0900', '2026-07-04T04:05:00.000Z'],
  ['2026-07-04 13:05:00 Z', '2026-07-04T13:05:00.000Z'],
  ['115/7/4 9:00', '2026-07-04T01:00:00.000Z'],
  ['2026-07-04', '2026-07-03T16:00:00.000Z'],
])('%j in Taipei is %s', (text, expected) => {
  expect(parseInstant(text, 'Asia/Taipei')).toBe(expected)
})

const NONE = ['', 'noon', '2026-07-04 25:00', '2026-07-04 12:60', '2026-07-04 13:05 PM', '13:05']
test.each([...NONE, '7/4/2026 13:05', '2026-07-04 0:05 am'])('%j is no instant', (text) => {
  expect(parseInstant(text, 'Asia/Taipei')).toBeNull()
})

test('dates are written in the language, in ROC years where wanted', () => {
  expect(formatDate('2026-11-03', 'en')).toBe('Nov 3, 2026')
  expect(formatDate('2026-11-03', 'en', { style: 'short' })).toBe('2026-11-03')
  expect(formatDate('2026-11-03', 'zh-Hant')).toBe('2026年11月3日')
  expect(formatDate('2026-11-03', 'zh-Hans', { style: 'long' })).toBe('2026年11月3日星期二')
  expect(formatDate('2026-11-03', 'zh-Hant', { calendar: 'roc' })).toBe('民國115年11月3日')
})

test('instants are written for the reader’s time zone', () => {
  const format = { timeZone: 'Asia/Taipei' }
  const instant = '2026-11-03T16:05:06.000Z'
  expect(formatInstant(instant, 'zh-Hant', format)).toBe('2026年11月4日 00:05')
  expect(formatInstant(instant, 'en', { ...format, style: 'short' })).toBe('2026-11-04 00:05')
  expect(formatInstant(instant, 'en', { ...format, show: 'time', seconds: true })).toBe('00:05:06')
  expect(formatInstant(instant, 'en', { ...format, show: 'date' })).toBe('Nov 4, 2026')
})
