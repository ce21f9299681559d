/** Columns find their fields, once each, and a person has the last word. */
import { expect, test } from 'vitest'
import type { FieldMeta } from '#kernel/http/wire.ts'
import type { Guess } from './import-types.ts'
import * as map from './mapping.ts'

const can = { filterable: true, listable: true, sortable: true, groupable: true }
const field = (name: string, more: Partial<FieldMeta> = {}): FieldMeta => ({
  name,
  kind: 'text',
  label: name,
  ...can,
  ...more,
})
const fields = [
  field('code', { unique: true }),
  field('name', { required: true }),
  field('level', { required: true, initial: 'B' }),
  field('phone'),
]
const guesses: Guess[] = [
  { column: 0, field: 'code', confidence: 1, why: 'name' },
  { column: 1, field: 'name', confidence: 0.6, why: 'similar' },
  { column: 2, field: null, confidence: 0, why: null },
]
const guessed = map.guessedMapping(guesses, 3)
const options: map.Options = { mode: 'upsert', key: 'code', createMissing: false }

test('guesses become the mapping, with their certainty', () => {
  expect(guessed).toEqual(['code', 'name', null])
  const certainty = [0, 1, 2].map((column) => map.certaintyOf(guessed, guesses, column))
  expect(certainty).toEqual(['sure', 'look', 'left-out'])
})

test('a field given to another column is taken from the first', () => {
  const moved = map.assigned(guessed, 2, 'name')
  expect(moved).toEqual(['code', null, 'name'])
  expect(map.certaintyOf(moved, guesses, 2)).toBe('chosen')
  expect(map.assigned(moved, 0, null)).toEqual([null, null, 'name'])
  expect(map.assigned(map.assigned(guessed, 0, null), 1, null)).toEqual([null, null, null])
})

test('known records can be updated only by a mapped unique field', () => {
  expect(map.keyFields(fields, guessed).map(({ name }) => name)).toEqual(['code'])
  const keyless = map.assigned(guessed, 0, null)
  expect(map.fittingOptions(fields, keyless, options)).toEqual({
    mode: 'create',
    key: '',
    createMissing: false,
  })
  expect(map.fittingOptions(fields, guessed, { ...options, key: '' }).key).toBe('code')
})

test('obstacles are named before anything is run', () => {
  expect(map.obstacleOf(fields, guessed, options)).toBeNull()
  const nameless = map.assigned(guessed, 1, null)
  expect(map.obstacleOf(fields, nameless, options)).toEqual({
    rule: 'missing',
    fields: [fields[1]],
  })
  expect(map.obstacleOf(fields, nameless, { ...options, mode: 'update' })).toBeNull()
  expect(map.obstacleOf(fields, guessed, { ...options, key: '' })).toEqual({ rule: 'no-key' })
  expect(map.obstacleOf(fields, [null, null], options)).toEqual({ rule: 'nothing-mapped' })
})

test('the order names columns by number and a key only where one is used', () => {
  expect(map.orderOf(guessed, options)).toEqual({
    mapping: { '0': 'code', '1': 'name', '2': null },
    mode: 'upsert',
    key: 'code',
    createMissing: false,
  })
  expect(map.orderOf(guessed, { ...options, mode: 'create' })).not.toHaveProperty('key')
})
