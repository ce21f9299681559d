/** What is promised of: column widths. */
import type { FieldKind, FieldMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { moved } from './column-order.ts'
import { totalWidth, tracksOf } from './column-widths.ts'

const field = (name: string, kind: FieldKind) => ({ name, kind, label: name }) as FieldMeta
const fields = [field('name', 'text'), field('due', 'date')]

test('columns share what is left over, the title most of it', () => {
  expect(tracksOf(fields, 'name', {})).toBe('40px minmax(170px, 260fr) minmax(104px, 106fr)')
  expect(totalWidth(fields, 'name', {})).toBe(314)
})

test('a column drawn by hand keeps its width', () => {
  expect(tracksOf(fields, 'name', { name: 90 })).toBe('40px 90px minmax(104px, 106fr)')
  expect(totalWidth(fields, 'name', { name: 90 })).toBe(234)
})

test('a column is moved a step, and not beyond the ends', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
})
