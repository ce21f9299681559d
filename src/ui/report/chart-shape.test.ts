/** What is promised of: the charts that the columns of a report allow. */
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

const debts = reportOf({
  columns: [
    { name: 'customer', kind: 'text' },
    { name: 'new', kind: 'money' },
    { name: 'old', kind: 'money' },
    { name: 'days', kind: 'integer' },
  ] as never,
  totals: ['new', 'old'],
  chart: { kind: 'bar', by: 'customer', value: 'new', series: ['new', 'old', 'days'] },
})
const owed = answerOf([
  { customer: 'Lin', new: '10', old: '0', days: 3 },
  { customer: 'Wu', new: '5', old: '7', days: 4 },
])

test('parts allow a pie, figures of one measure a heat map, names no line', () => {
  expect(shapeOf(debts, owed, {}, reader)?.kinds).toEqual(['bar', 'pie', 'heat'])
  const heat = shapeOf(debts, owed, { kind: 'heat' }, reader)
  expect(heat?.series.map(({ field }) => field.name)).toEqual(['new', 'old'])
})

test('what does not add up, or is below nothing, is no pie', () => {
  expect(shapeOf(debts, owed, { figure: 'days', kind: 'pie' }, reader)?.kind).toBe('bar')
  const credit = answerOf([...owed.rows, { customer: 'Ho', new: '-2', old: '0', days: 1 }])
  expect(shapeOf(debts, credit, {}, reader)?.kinds).toEqual(['bar', 'heat'])
})

test('months allow a line and stand beside each other; stages allow a funnel', () => {
  const months = reportOf({ ...debts, chart: { ...debts.chart, by: 'customer' } as never })
  const rows = [
    { customer: '2026-01', new: '1', old: '2', days: 1 },
    { customer: '2026-02', new: '3', old: '4', days: 1 },
  ]
  const shape = shapeOf(months, answerOf(rows), {}, reader)
  expect(shape?.kinds).toEqual(['bar', 'line', 'heat'])
  expect(shape?.series.map(({ field }) => field.name)).toEqual(['new', 'old'])
  expect(shapeOf(months, answerOf(rows), { figure: 'old' }, reader)?.series).toHaveLength(1)
  const stages = reportOf({
    columns: [
      { name: 'stage', kind: 'choice', options: [] },
      { name: 'count', kind: 'integer' },
    ] as never,
    chart: { kind: 'funnel', by: 'stage', value: 'count' },
  })
  const counted = answerOf([
    { stage: 'a', count: 3 },
    { stage: 'b', count: 1 },
  ])
  expect(shapeOf(stages, counted, {}, reader)?.kind).toBe('funnel')
})

test('amounts of two currencies are never drawn together, nor added', () => {
  const abroad = reportOf({
    columns: [
      { name: 'customer', kind: 'text' },
      { name: 'currency', kind: 'currency' },
      { name: 'sum', kind: 'money', currency: 'currency' },
    ] as never,
    totals: ['sum'],
    chart: { kind: 'pie', by: 'customer', value: 'sum' },
  })
  const rows = Array.from({ length: 24 }, (_, at) => {
    return { customer: `c${at}`, currency: at % 2 ? 'USD' : 'TWD', sum: at % 2 ? '1' : '1000' }
  })
  const shape = shapeOf(abroad, answerOf(rows), {}, reader)
  expect(shape).toMatchObject({ currency: 'TWD', currencies: ['TWD', 'USD'] })
  const sumOf = (points: { value: string }[] = []) =>
    points.reduce((sum, { value }) => sum + Number(value), 0)
  expect(sumOf(shape?.series[0]?.points)).toBe(12_000)
  const dollars = shapeOf(abroad, answerOf(rows), { currency: 'USD' }, reader)
  expect(sumOf(dollars?.series[0]?.points)).toBe(12)
})
