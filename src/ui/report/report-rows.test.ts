/** What is promised of: report rows. */
import type { FieldMeta, ReportAnswer, ReportMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { behind, sortedRows } from './report-rows.ts'

const columns = [
  { name: 'who', kind: 'ref', target: 'person' },
  { name: 'sum', kind: 'money' },
] as FieldMeta[]
const answer: ReportAnswer = {
  rows: [
    { who: '1', sum: '9' },
    { who: '2', sum: '10' },
    { who: '3', sum: null },
  ],
  refs: { person: { '1': { title: 'Zoe' }, '2': { title: 'Amy' }, '3': { title: 'Kim' } } },
  totals: {},
}
const who = (rows: Record<string, unknown>[]) => rows.map((row) => row['who'])

test('figures are ordered by value, empty ones stand last either way', () => {
  expect(who(sortedRows(answer, columns, { column: 'sum', descending: false }, 'en'))).toEqual([
    '1',
    '2',
    '3',
  ])
  expect(who(sortedRows(answer, columns, { column: 'sum', descending: true }, 'en'))).toEqual([
    '2',
    '1',
    '3',
  ])
})

test('references are ordered by the names people read', () => {
  expect(who(sortedRows(answer, columns, { column: 'who', descending: false }, 'en'))).toEqual([
    '2',
    '3',
    '1',
  ])
  expect(sortedRows(answer, columns, null, 'en')).toBe(answer.rows)
})

const report = {
  name: 'jobs',
  behind: { sum: { entity: 'job', by: ['who'] } },
} as unknown as ReportMeta

test('a figure leads to the records it sums up, of its row and as it was asked', () => {
  const params = { from: '2026-01-01', people: ['a', 'b'], none: '' }
  expect(behind(report, 'sum', '9', { who: '1', sum: '9' }, params)).toEqual({
    entity: 'job',
    where: {
      behind: {
        report: 'jobs',
        figure: 'sum',
        row: { who: '1' },
        params: { from: '2026-01-01', people: 'a,b' },
      },
    },
  })
  expect(behind(report, 'sum', '9', {}, {})?.where.behind?.row).toEqual({ who: null })
})

test('a total leads to the records of all rows; a ratio and a zero lead nowhere', () => {
  expect(behind(report, 'sum', '19', null, {})?.where.behind?.row).toEqual({})
  expect(behind(report, 'average', '4', { who: '1' }, {})).toBeNull()
  expect(behind(report, 'sum', '0.00', { who: '1' }, {})).toBeNull()
})
