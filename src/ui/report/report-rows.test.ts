/** What is promised of: report rows. */
import type { FieldMeta, ReportAnswer } from '#kernel/http/wire.ts'
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

test('a row leads to the records it sums up', () => {
  const open = { entity: 'job', where: { owner: 'who', kind: 'none' } }
  expect(behind(open, { who: '1' })).toEqual({ owner: '1', kind: null })
})
