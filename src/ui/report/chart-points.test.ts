/** What is promised of: chart points. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import type { Reader } from '#ui/field/display.ts'
import { pointsOf } from './chart-points.ts'

const reader: Reader = { locale: 'en', timeZone: 'UTC', currency: 'EUR', yes: 'Yes', no: 'No' }
const by = { name: 'name', kind: 'text' } as FieldMeta
const sum = { name: 'sum', kind: 'money' } as FieldMeta

function answerOf(count: number) {
  const rows = Array.from({ length: count }, (_, at) => ({ name: `n${at}`, sum: `${at}.10` }))
  return { rows, refs: {}, totals: {} }
}

test('few rows are drawn as they stand, amounts written as money', () => {
  const [, second] = pointsOf(answerOf(2), by, sum, 'bar', reader)
  expect(second).toEqual({
    name: 'n1',
    value: '1.10',
    text: '1.10',
    row: { name: 'n1', sum: '1.10' },
  })
})

test('of many slices the largest are shown, the rest exactly summed up', () => {
  const points = pointsOf(answerOf(10), by, sum, 'pie', reader)
  expect(points.map(({ name }) => name)).toEqual(['n9', 'n8', 'n7', 'n6', 'n5', 'n4', 'n3', '…'])
  expect(points.at(-1)).toEqual({ name: '…', value: '3.3', text: '3.30' })
  const averages = pointsOf(answerOf(10), by, sum, 'pie', reader, false)
  expect(averages.map(({ name }) => name)).toEqual(['n9', 'n8', 'n7', 'n6', 'n5', 'n4', 'n3', 'n2'])
})

test('a line keeps every point in its order', () => {
  expect(pointsOf(answerOf(50), by, sum, 'line', reader)).toHaveLength(50)
})
