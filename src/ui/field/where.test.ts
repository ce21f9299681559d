/** What is promised of: where. */
import { expect, test } from 'vitest'
import { allWhere, bothWhere, conditionSetOf, whereOfSet, withField } from './where.ts'

test('filters on different fields lie beside each other', () => {
  expect(bothWhere({ a: 1 }, { b: [2] })).toEqual({ a: 1, b: [2] })
  expect(allWhere([undefined, { a: 1 }, undefined, { b: 2 }])).toEqual({ a: 1, b: 2 })
})

test('filters on the same field both hold', () => {
  expect(bothWhere({ owner: 'me' }, { owner: 'x' })).toEqual({
    any: [{ owner: 'me' }],
    not: { not: { owner: 'x' } },
  })
})

test('a field condition is replaced and taken away', () => {
  expect(withField({ a: 1, b: 2 }, 'a', [3])).toEqual({ a: [3], b: 2 })
  expect(withField({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 })
})

test('the condition panel takes a filter apart and puts it together again', () => {
  const where = { status: ['open'], any: [{ total: { over: '5' } }, { urgent: true }] }
  const set = conditionSetOf(where)
  expect(set.all).toEqual([{ field: 'status', wanted: ['open'] }])
  expect(set.any).toHaveLength(2)
  expect(whereOfSet(set)).toEqual(where)
})

test('what the panel cannot edit is kept', () => {
  const where = { a: 1, any: [{ b: 1, c: 2 }], not: { d: 1 }, search: 'tea' }
  const set = conditionSetOf(where)
  expect(set.any).toEqual([])
  expect(whereOfSet(set)).toEqual(where)
})
