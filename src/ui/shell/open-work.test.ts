import type { EntityMeta, HouseMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { dayPart } from './day-part.ts'
import { openWorkColumns, openWorkOf, openWorkWhere } from './open-work.ts'

const field = (name: string) => ({ name, filterable: true })
const job = {
  name: 'job',
  title: 'number',
  fields: ['number', 'owner', 'place', 'status', 'due', 'sum'].map(field),
  state: { field: 'status', steps: ['new', 'begun', 'done'] },
  list: { columns: ['due', 'number', 'owner', 'place', 'status', 'sum'] },
} as unknown as EntityMeta
const house = {
  entities: {
    job,
    noOwner: { ...job, fields: [field('number')] },
    noState: { ...job, state: undefined },
    line: { ...job, isLine: true },
  },
} as unknown as HouseMeta

test('work has a person in charge and a state that can be open', () => {
  expect(openWorkOf(house)).toEqual([job])
})

test('open is every step but the last, mine', () => {
  expect(openWorkWhere(job)).toEqual({ owner: 'me', status: ['new', 'begun'] })
})

test('the title stands first, the person in charge is left out', () => {
  expect(openWorkColumns(job).map(({ name }) => name)).toEqual(['number', 'due', 'place', 'status'])
})

test('the greeting follows the clock of the company, not of the machine', () => {
  const at = new Date('2026-11-23T23:30:00Z')
  expect(dayPart(at, 'UTC')).toBe('evening')
  expect(dayPart(at, 'Asia/Taipei')).toBe('morning')
  expect(dayPart(at, 'America/Los_Angeles')).toBe('afternoon')
})
