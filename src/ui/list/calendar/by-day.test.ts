/** What is promised of: which records stand on which day. */
import type { FieldMeta, WireRow } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { busyDays, dayOfRow, gathered, valueOfDay, withMoved } from './by-day.ts'

const plain = { filterable: true, listable: true, sortable: true, groupable: true }
const field: FieldMeta = { name: 'dueOn', kind: 'date', label: 'Due on', ...plain }
const row = (id: string, dueOn: string | null): WireRow => ({ id, version: 1, dueOn })
const dayOf = (one: WireRow) => dayOfRow(one, field, 'Asia/Taipei')
const rows = [row('a', '2026-11-02'), row('b', '2026-11-02'), row('c', '2026-11-04')]
const days = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05']

test('a moment stands on the day of the company', () => {
  const sentAt: FieldMeta = { ...field, name: 'sentAt', kind: 'instant' }
  const late = { id: 'm', version: 1, sentAt: '2026-11-03T16:30:00.000Z' }
  expect(dayOfRow(late, sentAt, 'Asia/Taipei')).toBe('2026-11-04')
  expect(dayOfRow(late, sentAt, 'UTC')).toBe('2026-11-03')
  expect(dayOf(row('n', null))).toBeUndefined()
})

test('on another day a moment keeps its time, a day is that day', () => {
  const sentAt: FieldMeta = { ...field, name: 'sentAt', kind: 'instant' }
  const early = { id: 'm', version: 1, sentAt: '2026-11-03T16:30:00.000Z' }
  const value = (of: FieldMeta, day: string, before?: WireRow) =>
    valueOfDay(of, day, 'Europe/Berlin', before)
  // 17:30 in winter, and again when the clocks have gone forward.
  expect(value(sentAt, '2027-04-01', early)).toBe('2027-04-01T15:30:00.000Z')
  expect(value(sentAt, '2026-12-24')).toBe('2026-12-24T08:00:00.000Z')
  expect(value(field, '2026-12-24', early)).toBe('2026-12-24')
})

test('days that a full page does not reach to their end are asked for by themselves', () => {
  expect(busyDays(days, { rows, next: null }, dayOf, false)).toEqual([])
  expect(busyDays(days, { rows, next: 'more' }, dayOf, false)).toEqual(days.slice(3))
  expect(busyDays(days, { rows, next: 'more' }, dayOf, true)).toEqual(days)
})

test('records stand on their days, in their order', () => {
  const found = gathered([...rows, row('n', null)], dayOf)
  expect([...found.keys()]).toEqual(['2026-11-02', '2026-11-04'])
  expect(found.get('2026-11-02')).toMatchObject({ count: 2, rows: [{ id: 'a' }, { id: 'b' }] })
})

test('what is on its way stands and counts where it was put', () => {
  const found = withMoved(
    gathered(rows, dayOf),
    new Map([
      ['a', '2026-11-05'],
      ['c', '2026-11-02'],
    ]),
  )
  expect(found.get('2026-11-02')?.rows.map(({ id }) => id)).toEqual(['c', 'b'])
  expect(found.get('2026-11-05')).toMatchObject({ count: 1, rows: [{ id: 'a' }] })
  expect(found.has('2026-11-04')).toBe(false)
})
