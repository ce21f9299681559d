/** Totals of a report are sums of one currency, or none. */
import { expect, test } from 'vitest'
import { f } from '../field/f.ts'
import { totalsOf } from './run-report.ts'

const columns = { sum: f.money({ currency: 'currency' }), base: f.money(), currency: f.currency() }

test('amounts of two currencies have no total', () => {
  const rows = [
    { sum: '1', base: '30', currency: 'USD' },
    { sum: '2', base: '2', currency: 'TWD' },
  ]
  expect(totalsOf(columns, ['sum', 'base'], rows)).toEqual({ base: '32' })
  expect(totalsOf(columns, ['sum'], rows.slice(0, 1))).toEqual({ sum: '1', currency: 'USD' })
})
