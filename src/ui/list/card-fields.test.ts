/** What is promised of: card fields. */
import type { EntityMeta, FieldKind, FieldMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { cardOf } from './card-fields.ts'

function field(name: string, kind: FieldKind, labels: string[] = []): FieldMeta {
  const options = labels.map((label) => ({ value: label, label }))
  const may = { filterable: true, listable: true, sortable: true, groupable: true }
  return { name, kind, label: name, options, ...may }
}

const fields = [
  field('name', 'text'),
  field('grade', 'choice', ['A', 'B']),
  field('stage', 'state', ['Open', 'Won']),
  field('city', 'text'),
  field('phone', 'phone'),
  field('seen', 'date'),
  field('year', 'money'),
  field('owed', 'money'),
]
const meta = { title: 'name', subtitle: ['phone'], fields } as unknown as EntityMeta

test('a card shows grade, state, words and the last amount', () => {
  const card = cardOf(meta, fields)
  expect(card.badge?.name).toBe('grade')
  expect(card.state?.name).toBe('stage')
  expect(card.figure?.name).toBe('owed')
  expect(card.second.map(({ name }) => name)).toEqual(['phone', 'city', 'seen'])
})

test('without a state another choice stands at the right', () => {
  const choice = field('kind', 'choice', ['Firm', 'Person'])
  expect(cardOf(meta, [choice]).state?.name).toBe('kind')
})
