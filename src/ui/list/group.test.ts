/** What is promised of: groups of rows. */
import type { EntityMeta, FieldMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { bandGroups, boardGroups, lastOfMonth, type Figures } from './group.ts'

const t = (english: string, facts: Record<string, unknown> = {}) =>
  english.replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(facts[name]))
const plain = { filterable: true, listable: true, sortable: true, groupable: true }
const options = ['draft', 'sent', 'lost'].map((value) => ({ value, label: `The ${value}` }))
const status: FieldMeta = { name: 'status', kind: 'state', label: 'Status', options, ...plain }
const owner: FieldMeta = { name: 'owner', kind: 'person', label: 'Owner', target: 'user', ...plain }
const meta = { state: { field: 'status', steps: ['draft', 'sent'] } } as unknown as EntityMeta
const found = (value: unknown, count: number, label: string | null = null): Figures[number] => ({
  value,
  label,
  count,
})

test('a board has a column for every state, steps first, rows or not', () => {
  const groups = boardGroups(meta, status, [found('sent', 3)], t)
  expect(groups.map(({ label, count }) => [label, count])).toEqual([
    ['The draft', 0],
    ['The sent', 3],
    ['The lost', 0],
  ])
  expect(groups[1]?.where).toEqual({ status: 'sent' })
})

test('too many rows to be gathered leave the columns, without their counts', () => {
  const groups = boardGroups(meta, status, undefined, t)
  expect(groups.map(({ count }) => count)).toEqual([undefined, undefined, undefined])
})

test('people have a column when they have rows; those without anybody come last', () => {
  const figures = [found(null, 2), found('u1', 5, 'Amy'), found('u2', 1, 'Bob')]
  const groups = boardGroups(meta, owner, figures, t)
  expect(groups.map(({ label }) => label)).toEqual(['Amy', 'Bob', 'No Owner'])
  expect(groups[2]?.where).toEqual({ owner: { empty: true } })
  expect(boardGroups(meta, { ...owner, required: true }, [], t)).toEqual([])
})

test('yes and no are columns of their own', () => {
  const active: FieldMeta = { name: 'active', kind: 'boolean', label: 'For sale', ...plain }
  const groups = boardGroups(meta, active, [found(false, 1)], t)
  expect(groups.map(({ key, where }) => [key, where])).toEqual([
    ['true', { active: true }],
    ['false', { active: false }],
  ])
})

test('days are gathered by months, the newest first', () => {
  const on: FieldMeta = { name: 'on', kind: 'date', label: 'On', ...plain }
  const figures = [found('2026-01-01', 9), found(null, 4), found('2026-02-01', 1)]
  const groups = bandGroups(meta, on, figures, 'en', t)
  expect(groups.map(({ label }) => label)).toEqual(['2026-02', '2026-01', 'No On'])
  expect(groups[0]?.where).toEqual({ on: { from: '2026-02-01', until: '2026-02-28' } })
  expect(lastOfMonth('2024-02-01')).toBe('2024-02-29')
})

test('bands of people go by name, those of states by the steps', () => {
  const people = [found('u2', 9, 'Bob'), found(null, 1), found('u1', 1, 'Amy')]
  const labels = bandGroups(meta, owner, people, 'en', t).map(({ label }) => label)
  expect(labels).toEqual(['Amy', 'Bob', 'No Owner'])
  const states = [found('lost', 9), found('draft', 1)]
  expect(bandGroups(meta, status, states, 'en', t).map(({ key }) => key)).toEqual(['draft', 'lost'])
})

test('steps are columns in their order, with rows or not; steps of before come after them', () => {
  const stage: FieldMeta = {
    name: 'stage',
    kind: 'ref',
    label: 'Stage',
    target: 'stage',
    asSteps: true,
    computed: true,
    ...plain,
  }
  const steps = [
    { id: 's1', label: 'Enquiry' },
    { id: 's2', label: 'Offer' },
  ]
  const figures = [found('s0', 1, 'Old'), found('s2', 3, 'Offer')]
  const groups = boardGroups(meta, stage, figures, t, steps)
  expect(groups.map(({ label, count }) => [label, count])).toEqual([
    ['Enquiry', 0],
    ['Offer', 3],
    ['Old', 1],
  ])
  expect(boardGroups(meta, stage, undefined, t, steps).map(({ label }) => label)).toEqual([
    'Enquiry',
    'Offer',
  ])
})
