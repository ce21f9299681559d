/** What is promised of: report params. */
import type { ReportMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { missingParams, paramsOf, queryOf, searchOf, usualParams } from './report-params.ts'

const report = {
  params: [
    { name: 'from', kind: 'date', initial: '2026-01-01', required: true },
    { name: 'people', kind: 'refs' },
    { name: 'paid', kind: 'boolean' },
  ],
} as unknown as ReportMeta

test('a report begins with its usual values', () => {
  expect(usualParams(report)).toEqual({ from: '2026-01-01' })
  expect(paramsOf(report, { people: ['a'], odd: 1 })).toEqual({ from: '2026-01-01', people: ['a'] })
})

test('the address holds only what differs, also that a usual value was taken away', () => {
  expect(searchOf(report, { from: '2026-01-01', people: [] })).toEqual({})
  expect(searchOf(report, { from: '', paid: false })).toEqual({ from: '', paid: false })
  expect(paramsOf(report, { from: '' })['from']).toBe('')
})

test('the server is asked with texts only', () => {
  const params = { from: '', people: ['a', 'b'], paid: false, none: null }
  expect(queryOf(params)).toEqual({ people: 'a,b', paid: 'false' })
})

test('a report that needs a value says which', () => {
  expect(missingParams(report, { from: '' }).map(({ name }) => name)).toEqual(['from'])
  expect(missingParams(report, { from: '2026-02-01' })).toEqual([])
})
