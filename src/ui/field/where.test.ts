/** What is promised of: where. */
import { expect, test } from 'vitest'
import type { Where } from '#kernel/query/where.ts'
import { allWhere, bothWhere, conditionSetOf, whereOfSet, withField } from './where.ts'

test('filters on different fields lie beside each other', () => {
  expect(bothWhere({ a: 1 }, { b: [2] })).toEqual({ a: 1, b: [2] })
  expect(allWhere([undefined, { a: 1 }, undefined, { b: 2 }])).toEqual({ a: 1, b: 2 })
})

test('filters on the same field both hold', () => {
  expect(bothWhere({ owner: 'me' }, { owner: 'x' })).toEqual({
    owner: 'me',
    not: { not: { owner: 'x' } },
  })
})

test('a field condition is replaced and taken away', () => {
  expect(withField({ a: 1, b: 2 }, 'a', [3])).toEqual({ a: [3], b: 2 })
  expect(withField({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 })
})

const round = (where: Where) => whereOfSet(conditionSetOf(where))

test('the condition panel takes a filter apart and puts it together again', () => {
  const where = { status: ['open'], any: [{ total: { over: '5' } }, { urgent: true }] }
  const set = conditionSetOf(where)
  expect(set.all).toEqual([{ field: 'status', wanted: ['open'] }])
  expect(set.groups).toEqual([
    { none: false, choices: [expect.anything(), { field: 'urgent', wanted: true }] },
  ])
  expect(round(where)).toEqual(where)
})

test('several groups of alternatives, and those of which none may hold', () => {
  const a = { none: false, choices: [cond('a', 1), cond('b', 2)] }
  const b = { none: false, choices: [cond('a', 3), cond('c', 4)] }
  const c = { none: false, choices: [cond('d', 5), cond('e', 6)] }
  const none = { none: true, choices: [cond('a', 7), cond('f', 8)] }
  const all = [cond('x', 1), cond('x', 2)]
  const set = { all, groups: [a, b, c, none], rest: { search: 'tea' } }
  const where = whereOfSet(set)
  const again = conditionSetOf(where)
  expect(again.all.toSorted(byValue)).toEqual(all)
  expect(again.groups).toHaveLength(4)
  expect(again.groups).toEqual(expect.arrayContaining([a, b, c, none]))
  expect(again.rest).toEqual({ search: 'tea' })
  expect(where.search).toBe('tea')
})

test('many groups are no deeper than the server reads, even over a tab with its own', () => {
  const group = (at: number) => ({ none: false, choices: [cond('a', at), cond('b', at)] })
  const none = { none: true, choices: [cond('a', 9), cond('c', 9)] }
  const groups = [...[1, 2, 3, 4, 5].map(group), none]
  const where = whereOfSet({ all: [cond('x', 1), cond('x', 2)], groups, rest: {} })
  const tab = { x: 3, any: [{ y: 1 }, { z: 1 }], not: { not: { w: 1 } } }
  expect(depthOf(allWhere([tab, where]))).toBeLessThan(6)
})

test('one alternative alone is a condition like any other', () => {
  expect(round({ any: [{ b: 1 }] })).toEqual({ b: 1 })
  expect(conditionSetOf({ not: { d: 1 } }).groups).toEqual([
    { none: true, choices: [cond('d', 1)] },
  ])
})

test('what the panel cannot edit is kept', () => {
  const where = { a: 1, any: [{ b: 1, c: 2 }, { d: 1 }], not: { d: 1, e: 2 }, search: 'tea' }
  expect(conditionSetOf(where).groups).toEqual([])
  expect(round(where)).toEqual(where)
})

function cond(field: string, wanted: number) {
  return { field, wanted }
}

const byValue = (one: { wanted: unknown }, other: { wanted: unknown }) =>
  Number(one.wanted) - Number(other.wanted)

/** As the server counts: every `any` and `not` is one deeper. */
function depthOf(where: Where): number {
  const inner = [...(where.any ?? []), ...(where.not ? [where.not] : [])]
  return inner.length === 0 ? 0 : 1 + Math.max(...inner.map(depthOf))
}
