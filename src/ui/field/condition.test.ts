/** What is promised of: condition. */
import type { FieldKind, FieldMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { operatorsOf, wantedOf, whereOf, type Wanted } from './condition.ts'

const zone = 'Asia/Taipei'

function field(kind: FieldKind, filterable = true): FieldMeta {
  return {
    name: 'x',
    kind,
    label: 'X',
    filterable,
    listable: true,
    sortable: true,
    groupable: true,
  }
}

const pairs: [FieldKind, Wanted, unknown][] = [
  ['text', { operator: 'has', value: 'tea' }, { has: 'tea' }],
  ['choice', { operator: 'is', value: ['a', 'b'] }, ['a', 'b']],
  ['choice', { operator: 'isNot', value: ['a', 'b'] }, { not: ['a', 'b'] }],
  ['boolean', { operator: 'is', value: false }, false],
  ['money', { operator: 'over', value: '1000.5' }, { over: '1000.5' }],
  ['money', { operator: 'between', value: ['1', '2'] }, { from: '1', until: '2' }],
  ['date', { operator: 'within', value: 'last-7-days' }, { within: 'last-7-days' }],
  ['date', { operator: 'until', value: '2026-11-23' }, { until: '2026-11-23' }],
  ['ref', { operator: 'filled', value: undefined }, { empty: false }],
  ['ref', { operator: 'empty', value: undefined }, { empty: true }],
  [
    'instant',
    { operator: 'between', value: ['2026-11-01', '2026-11-23'] },
    { from: '2026-10-31T16:00:00.000Z', under: '2026-11-23T16:00:00.000Z' },
  ],
  ['instant', { operator: 'until', value: '2026-11-23' }, { under: '2026-11-23T16:00:00.000Z' }],
]

test.each(pairs)('a %s condition is written and read back: %o', (kind, wanted, where) => {
  expect(whereOf(field(kind), wanted, zone)).toEqual(where)
  expect(wantedOf(field(kind), where as never, zone)).toEqual(wanted)
})

test('one chosen option stands alone', () => {
  expect(whereOf(field('choice'), { operator: 'is', value: ['a'] }, zone)).toBe('a')
  expect(whereOf(field('choice'), { operator: 'isNot', value: ['a'] }, zone)).toEqual({ not: 'a' })
})

test('a condition with nothing filled in is none yet', () => {
  for (const operator of ['is', 'has', 'over', 'within', 'between'] as const) {
    expect(whereOf(field('text'), { operator, value: '' }, zone)).toBeUndefined()
    expect(whereOf(field('text'), { operator, value: [] }, zone)).toBeUndefined()
  }
})

test('a range may be open at either end', () => {
  const wanted: Wanted = { operator: 'between', value: ['', '5'] }
  expect(whereOf(field('integer'), wanted, zone)).toEqual({ until: '5' })
})

test('a condition of another making is left as it is', () => {
  expect(wantedOf(field('integer'), { over: '1', under: '5' }, zone)).toBeNull()
})

test('a field that may not be filtered offers no operator', () => {
  expect(operatorsOf(field('text', false))).toEqual([])
  expect(operatorsOf(field('lines'))).toEqual([])
  expect(operatorsOf(field('date'))[0]).toBe('within')
})
