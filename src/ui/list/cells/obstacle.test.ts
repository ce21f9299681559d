/** Which cells of a list may be changed where they stand. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { obstacleOf } from './obstacle.ts'

const field = (more: Partial<FieldMeta> = {}): FieldMeta => ({
  name: 'note',
  kind: 'text',
  label: 'Note',
  filterable: true,
  listable: true,
  sortable: true,
  groupable: false,
  ...more,
})

test('a plain field of an open row may be changed', () => {
  expect(obstacleOf(field(), undefined)).toBeNull()
  expect(obstacleOf(field({ fills: {} }), undefined)).toBeNull()
  expect(obstacleOf(field(), ['total'])).toBeNull()
})

test('what the program writes, what belongs to others and what is locked may not', () => {
  expect(obstacleOf(field({ kind: 'state', computed: true }), undefined)).toBe('state')
  expect(obstacleOf(field({ kind: 'serial', computed: true }), undefined)).toBe('number')
  expect(obstacleOf(field({ kind: 'lines' }), undefined)).toBe('lines')
  expect(obstacleOf(field({ computed: true }), undefined)).toBe('computed')
  expect(obstacleOf(field({ readOnly: true }), undefined)).toBe('right')
  expect(obstacleOf(field({ kind: 'address' }), undefined)).toBe('page')
  expect(obstacleOf(field({ kind: 'ref', targetIn: 'entity' }), undefined)).toBe('page')
  expect(obstacleOf(field({ kind: 'ref', fills: { unit: 'unit' } }), undefined)).toBe('follows')
  expect(obstacleOf(field(), 'not-yours')).toBe('not-yours')
  expect(obstacleOf(field(), 'locked')).toBe('locked')
  expect(obstacleOf(field(), ['note', 'total'])).toBe('locked')
})
