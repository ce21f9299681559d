/** What is promised of: figures. */
import type { FieldMeta, ReportMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { distinct, figureReports, totalField, type HomeFigure } from './figures.ts'

const columns = [
  { name: 'count', kind: 'integer', label: 'Count' },
  { name: 'sum', kind: 'money', label: 'Sum' },
] as FieldMeta[]

function report(name: string, more: object = {}): ReportMeta {
  return { name, params: [], columns, totals: ['count', 'sum'], ...more } as unknown as ReportMeta
}

const chart = { kind: 'bar', by: 'name', value: 'count' }

test('only reports with a sum that need no telling are on the home page, drawn ones first', () => {
  const needy = report('needy', { params: [{ name: 'who', required: true }] })
  const reports = [
    report('plain'),
    needy,
    report('sumless', { totals: [] }),
    report('drawn', { chart }),
  ]
  expect(figureReports(reports).map(({ name }) => name)).toEqual(['drawn', 'plain'])
})

test('the sum is what the chart draws, else money', () => {
  expect(totalField(report('a', { chart }))?.name).toBe('count')
  expect(totalField(report('a'))?.name).toBe('sum')
})

test('the same sum cut in another way is shown once', () => {
  const figure = (name: string, sum: string): HomeFigure => ({
    report: report(name),
    field: columns[1] as FieldMeta,
    answer: { rows: [], refs: {}, totals: { sum } },
  })
  const shown = distinct([figure('a', '5'), figure('b', '5'), figure('c', '6')])
  expect(shown.map((one) => one.report.name)).toEqual(['a', 'c'])
})
