/** What is promised of: one figure against two things, and discs on a map. */
import type { ReportAnswer, ReportMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import type { Reader } from '#ui/field/display.ts'
import { shapeOf } from './chart-shape.ts'

const reader: Reader = { locale: 'en', timeZone: 'UTC', currency: 'TWD', yes: 'Yes', no: 'No' }

function reportOf(given: Partial<ReportMeta>): ReportMeta {
  return { name: 'r', totals: [], behind: {}, params: [], ...given } as unknown as ReportMeta
}

function answerOf(rows: Record<string, unknown>[]): ReportAnswer {
  return { rows, refs: {}, totals: {} }
}

const days = [
  { value: '1', label: 'Monday' },
  { value: '2', label: 'Tuesday' },
]
const orders = reportOf({
  columns: [
    { name: 'month', kind: 'text', label: 'Month' },
    { name: 'day', kind: 'choice', label: 'Day', options: days },
    { name: 'orders', kind: 'integer', label: 'Orders' },
  ] as never,
  chart: { kind: 'heat', by: 'day', across: 'month', value: 'orders' },
})

test('each month is a column in the order of time, each day a row in its own order', () => {
  const rows = [
    { month: '2026-11', day: '2', orders: 3 },
    { month: '2026-10', day: '1', orders: 5 },
    { month: '2026-10', day: '2', orders: 1 },
  ]
  const shape = shapeOf(orders, answerOf(rows), {}, reader)
  expect(shape).toMatchObject({ kind: 'heat', kinds: ['heat'], isCut: false })
  expect(shape?.series.map(({ name }) => name)).toEqual(['2026-10', '2026-11'])
  const [october, november] = shape?.series ?? []
  expect(october?.points.map(({ name, value }) => [name, value])).toEqual([
    ['Monday', '5'],
    ['Tuesday', '1'],
  ])
  // Nothing was ordered: the cell is there, and no record stands behind it.
  expect(november?.points[0]).toMatchObject({ name: 'Monday', value: '0' })
  expect(november?.points[0]?.row).toBeUndefined()
  expect(november?.points[1]?.row).toBe(rows[0])
})

const places = reportOf({
  columns: [
    { name: 'customer', kind: 'text', label: 'Customer' },
    { name: 'address', kind: 'address', label: 'Address' },
    { name: 'sum', kind: 'integer', label: 'Sum' },
  ] as never,
  totals: ['sum'],
  chart: { kind: 'map', by: 'customer', place: 'address', value: 'sum' },
})

test('a map is drawn where a row has a position; without any there are bars', () => {
  const at = { city: '臺北市', lat: 25, lng: 121 }
  const rows = [
    { customer: 'Lin', address: at, sum: 4 },
    { customer: 'Wu', address: { city: '高雄市' }, sum: 9 },
  ]
  const shape = shapeOf(places, answerOf(rows), {}, reader)
  expect(shape?.kinds).toEqual(['map', 'bar', 'pie'])
  expect(shape).toMatchObject({ kind: 'map', place: { name: 'address' } })
  expect(shape?.series[0]?.points.map(({ value }) => value)).toEqual(['4', '9'])
  expect(shapeOf(places, answerOf(rows), { kind: 'bar' }, reader)?.kind).toBe('bar')
  const nowhere = rows.map((row) => ({ ...row, address: null }))
  expect(shapeOf(places, answerOf(nowhere), {}, reader)?.kind).toBe('bar')
})
