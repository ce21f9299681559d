/** Two people changed one record; nothing of either is lost without somebody choosing. */
import { expect, test } from 'vitest'
import type { FieldMeta } from '#kernel/http/wire.ts'
import { differencesOf, mergedValues, undecided } from './conflict.ts'

const can = { filterable: true, listable: true, sortable: true, groupable: true }
const text = (name: string): FieldMeta => ({ name, kind: 'text', label: name, ...can })
const fields = ['name', 'phone', 'city', 'note', 'level'].map(text)

const versions = {
  base: { name: 'Harbor', phone: '1', city: 'Taipei', note: '', level: 'B' },
  mine: { name: 'Harbor Books', phone: '2', city: 'Taipei', note: 'mine', level: 'A' },
  theirs: { name: 'Harbor', phone: '3', city: 'Tainan', note: 'theirs', level: 'A' },
}

test('differences tell who changed what; the same change is none', () => {
  const found = differencesOf(fields, versions, {}).map(({ field, by }) => [field.name, by])
  expect(found).toEqual([
    ['name', 'me'],
    ['phone', 'both'],
    ['city', 'them'],
    ['note', 'both'],
  ])
})

test('only what both changed must be decided', () => {
  const differences = differencesOf(fields, versions, {})
  const open = undecided(differences, { note: 'mine' })
  expect(open.map(({ name }) => name)).toEqual(['phone'])
})

test('what is saved follows the choices, else whoever changed it', () => {
  const differences = differencesOf(fields, versions, {})
  const choices = { phone: 'theirs', note: 'mine' } as const
  expect(mergedValues(differences, choices, versions)).toEqual({
    name: 'Harbor Books',
    phone: '3',
    city: 'Tainan',
    note: 'mine',
    level: 'A',
  })
  const all = mergedValues(differences, { ...choices, name: 'theirs', city: 'mine' }, versions)
  expect(all).toMatchObject({ name: 'Harbor', city: 'Taipei' })
})
