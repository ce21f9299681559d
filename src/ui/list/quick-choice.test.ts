/** What is promised of: quick choice. */
import type { EntityMeta, FieldKind, FieldMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { isQuick, quickFields } from './quick-choice.ts'

const field = (name: string, kind: FieldKind, filterable = true): FieldMeta => ({
  name,
  kind,
  label: name,
  filterable,
  listable: true,
  sortable: true,
  groupable: true,
})

test('state, grade, people and a date come first, in the order of the columns', () => {
  const fields = [
    field('due', 'date'),
    field('name', 'text'),
    field('customer', 'ref'),
    field('hidden', 'choice', false),
    field('owner', 'person'),
    field('grade', 'choice'),
    field('status', 'state'),
    field('elsewhere', 'choice'),
  ]
  const columns = ['due', 'name', 'customer', 'hidden', 'owner', 'grade']
  const meta = { fields, list: { columns } } as unknown as EntityMeta
  expect(quickFields(meta).map(({ name }) => name)).toEqual([
    'customer',
    'owner',
    'grade',
    'status',
  ])
})

test('a quick filter shows options and named days, not comparisons', () => {
  expect(isQuick(field('status', 'state'), ['a', 'b'])).toBe(true)
  expect(isQuick(field('status', 'state'), 'a')).toBe(true)
  expect(isQuick(field('status', 'state'), { not: 'a' })).toBe(false)
  expect(isQuick(field('due', 'date'), { within: 'today' })).toBe(true)
  expect(isQuick(field('due', 'date'), { from: '2026-01-01' })).toBe(false)
})
