/** What is promised of: open work. */
import type { EntityMeta, HouseMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { dayPart } from './day-part.ts'
import {
  openWorkColumns,
  openWorkOf,
  openWorkWhere,
  waitingWorkOf,
  waitingWorkWhere,
} from './open-work.ts'

const kinds: Record<string, string> = { place: 'ref', status: 'state', begun: 'date', due: 'date' }
const field = (name: string) => ({ name, kind: kinds[name] ?? 'text', filterable: true })
const job = {
  name: 'job',
  title: 'number',
  fields: ['number', 'owner', 'place', 'status', 'begun', 'due'].map(field),
  actions: [
    { name: 'begin', from: ['new'], tone: 'primary' },
    { name: 'stop', from: ['begun'], tone: 'danger' },
    { name: 'praise', from: ['done'], tone: 'primary' },
  ],
  state: { field: 'status', steps: ['new', 'begun', 'done'] },
  list: { columns: ['begun', 'number', 'owner', 'place', 'status', 'due'] },
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

test('what others began waits for whom may do the next thing', () => {
  const noAction = { ...job, actions: [] }
  const { noOwner, line } = house.entities
  const kinds = { job, noAction, noOwner, line } as HouseMeta['entities']
  expect(waitingWorkOf({ ...house, entities: kinds })).toEqual([job, noOwner])
  expect(waitingWorkWhere(job)).toEqual({ status: ['new'] })
})

test('a piece of work shows its title, for whom, how far, and until when', () => {
  expect(openWorkColumns(job).map(({ name }) => name)).toEqual(['number', 'place', 'status', 'due'])
})

test('the greeting follows the clock of the company, not of the machine', () => {
  const at = new Date('2026-11-23T23:30:00Z')
  expect(dayPart(at, 'UTC')).toBe('evening')
  expect(dayPart(at, 'Asia/Taipei')).toBe('morning')
  expect(dayPart(at, 'America/Los_Angeles')).toBe('afternoon')
})
