/** What is promised of: selection. */
import { expect, test } from 'vitest'
import { extended, howMany, isSelected, nothing, targetOf, toggled } from './selection.ts'

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }))

test('a row is ticked and unticked', () => {
  const once = toggled(nothing, rows, 1)
  expect([...once.ids]).toEqual(['b'])
  expect([...toggled(once, rows, 1).ids]).toEqual([])
})

test('with Shift everything between is ticked, in either direction', () => {
  expect([...extended(toggled(nothing, rows, 0), rows, 2).ids]).toEqual(['a', 'b', 'c'])
  expect([...extended(toggled(nothing, rows, 3), rows, 1).ids]).toEqual(['d', 'b', 'c'])
})

test('unticking one of all leaves the others on the screen', () => {
  const all = { ...nothing, all: true }
  expect(isSelected(all, 'zz')).toBe(true)
  expect([...toggled(all, rows, 0).ids]).toEqual(['b', 'c', 'd'])
})

test('a bulk change is asked for by ids, or by the filter with the search in it', () => {
  const some = toggled(nothing, rows, 2)
  expect(targetOf(some, { a: 1 }, 'tea')).toEqual({ ids: ['c'] })
  expect(targetOf({ ...some, all: true }, { a: 1 }, 'tea')).toEqual({
    where: { a: 1, search: 'tea' },
  })
  expect(howMany(some, 99)).toBe(1)
  expect(howMany({ ...some, all: true }, 99)).toBe(99)
})
