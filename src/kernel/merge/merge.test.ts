/** Records become one, and two again: what named the one names the other, and the way back. */
import { beforeEach, expect, test } from 'vitest'
import { defineEntity, defineLines } from '../entity/entity.ts'
import { f } from '../field/f.ts'
import { defineModule } from '../module.ts'
import { people } from '../testing/people.ts'
import { useHouse } from '../testing/use-house.ts'
import { refuses, type Actor } from '../testing/world.ts'
import { undo } from '../undo/undo.ts'
import { merge } from './merge.ts'

const all = ['lead', 'clerk']
const Place = defineEntity('place', {
  label: { one: 'Place', many: 'Places' },
  title: 'name',
  fields: {
    name: f.text({ required: true, search: true }),
    code: f.text({ unique: true }),
    phone: f.text(),
    tags: f.tags(),
    within: f.ref('place'),
    open: f.boolean(),
  },
  access: { read: all, create: all, update: all, delete: all, merge: ['lead'] },
})

const Stop = defineLines('stop', {
  label: { one: 'Stop', many: 'Stops' },
  fields: { place: f.ref('place', { required: true }) },
})
const Trip = defineEntity('trip', {
  label: { one: 'Trip', many: 'Trips' },
  title: 'name',
  fields: {
    name: f.text({ required: true }),
    start: f.ref('place'),
    seen: f.refs('place'),
    after: f.ref('trip'),
    stops: f.lines(Stop),
  },
  access: { read: all, create: all, update: all, delete: all },
})
const Sign = defineEntity('sign', {
  label: { one: 'Sign', many: 'Signs' },
  title: 'text',
  fields: { text: f.text({ required: true }), place: f.ref('place', { unique: true }) },
  access: { read: all, create: all },
})
const Remark = defineEntity('remark', {
  label: { one: 'Remark', many: 'Remarks' },
  title: 'text',
  fields: { entity: f.text({ required: true }), record: f.record(), text: f.text() },
  access: { read: all, create: all },
})

/** Kept by the program, one for each place. */
const Count = defineEntity('count', {
  label: { one: 'Count', many: 'Counts' },
  title: 'visits',
  managed: true,
  fields: {
    place: f.ref('place', { required: true }),
    year: f.integer({ required: true }),
    visits: f.integer({ required: true }),
  },
  access: { read: all },
  unique: [['place', 'year']],
})

const told: unknown[] = []
const travel = defineModule({
  name: 'travel',
  label: 'Travel',
  entities: [Place, Trip, Sign, Remark, Count],
  on: {
    'place.merge': async (ctx, { keep, drop }) => {
      const { deletedAt } = await ctx.find(Place, drop as string)
      told.push(['merge', keep, drop, deletedAt])
    },
    'place.unmerge': async (_ctx, { keep, drop, moved }) =>
      void told.push(['unmerge', keep, drop, (moved as string[]).length]),
  },
})

const world = useHouse([people, travel], async () => async () => undefined)
let lead: Actor
let keep: string
let drop: string

beforeEach(async () => {
  told.length = 0
  lead = await world().as('lead')
  keep = (await lead.create(Place, { name: 'Harbor', tags: ['sea'] })).id
  drop = (await lead.create(Place, { name: 'Port', tags: ['sea', 'old'], phone: '12345' })).id
})

const join = (actor: Actor, into: string, drops: string[], take = {}) =>
  merge(world().house, actor.caller, Place, { keep: into, drop: drops, take })
const takeBack = (actor: Actor, operation: string | null) =>
  undo(world().house, actor.caller, operation ?? '', {})

test('references, lists of them, lines and what hangs on it follow, and come back', async () => {
  const draft = { name: 'Round', start: drop, seen: [keep, drop], stops: [{ place: drop }] }
  const trip = await lead.create(Trip, draft)
  const remark = await lead.create(Remark, { entity: 'place', record: drop, text: 'Windy' })
  const { row, operation } = await join(lead, keep, [drop])
  expect(row).toMatchObject({ name: 'Harbor', phone: '12345', tags: ['sea', 'old'] })
  const joined = { start: keep, seen: [keep], stops: [{ place: keep }] }
  expect(await lead.see(Trip, trip.id)).toMatchObject({ ...joined, version: 3 })
  expect(await lead.see(Remark, remark.id)).toMatchObject({ record: keep })
  expect(await lead.see(Place, drop)).toMatchObject({ deletedAt: expect.any(String) as string })
  expect(told).toEqual([['merge', keep, drop, null]])
  expect(await takeBack(lead, operation)).toEqual({ restored: 5, conflicts: [] })
  const again = { start: drop, seen: [keep, drop], stops: [{ place: drop }] }
  expect(await lead.see(Trip, trip.id)).toMatchObject(again)
  expect(await lead.see(Remark, remark.id)).toMatchObject({ record: drop })
  expect(await lead.see(Place, drop)).toMatchObject({ deletedAt: null })
  expect(await lead.see(Place, keep)).toMatchObject({ phone: null, tags: ['sea'] })
  expect(told).toEqual([expect.anything(), ['unmerge', keep, drop, 4]])
})

test('of what a place has once only, the one that stays keeps its own', async () => {
  const sign = await lead.create(Sign, { text: 'Port', place: drop })
  const { operation } = await join(lead, keep, [drop])
  expect(await lead.see(Sign, sign.id)).toMatchObject({ place: keep })
  await takeBack(lead, operation)
  expect(await lead.see(Sign, sign.id)).toMatchObject({ place: drop })
  const own = await lead.create(Sign, { text: 'Harbor', place: keep })
  await join(lead, keep, [drop])
  expect(await lead.see(Sign, sign.id)).toMatchObject({ place: drop })
  expect(await lead.see(Sign, own.id)).toMatchObject({ place: keep })
})

test('sums that the program keeps for each are left to their module', async () => {
  const count = await world().within((ctx) =>
    ctx.create(Count, { place: drop, year: 2026, visits: 7 }),
  )
  await join(lead, keep, [drop])
  expect(await lead.see(Count, count.id)).toMatchObject({ place: drop, visits: 7 })
  expect(told).toEqual([['merge', keep, drop, null]])
})

test('three become one, a choice is heard, and nothing comes to be part of itself', async () => {
  const pier = await lead.create(Place, { name: 'Pier', code: 'P1', within: drop, open: true })
  const inner = await lead.create(Place, { name: 'Quay', within: pier.id })
  await lead.update(Place, keep, { within: drop })
  const trip = await lead.create(Trip, { name: 'Along', seen: [drop, pier.id] })
  const { row, operation } = await join(lead, keep, [drop, pier.id], {
    name: pier.id,
    open: pier.id,
  })
  expect(row).toMatchObject({ name: 'Pier', code: null, within: null, open: true })
  expect(await lead.see(Place, inner.id)).toMatchObject({ within: keep })
  expect(await lead.see(Trip, trip.id)).toMatchObject({ seen: [keep] })
  expect((await takeBack(lead, operation)).conflicts).toEqual([])
  expect(await lead.see(Trip, trip.id)).toMatchObject({ seen: [drop, pier.id] })
  expect(await lead.see(Place, inner.id)).toMatchObject({ within: pier.id })
  expect(await lead.see(Place, keep)).toMatchObject({ name: 'Harbor', within: drop })
})

test('what cannot be merged is refused and stays as it is', async () => {
  await refuses(join(lead, keep, [keep]), 'merge.itself', 'drop')
  await refuses(join(lead, keep, []), 'merge.nothing')
  await refuses(join(await world().as('clerk'), keep, [drop]), 'record.not-allowed')
  await refuses(join(await world().as('guest'), keep, [drop]), 'record.not-found')
  const trip = { keep, drop: [drop], take: {} }
  await refuses(merge(world().house, lead.caller, Trip, trip), 'merge.not-possible')
  const foreign = await (await world().elsewhere()).program.create(Place, { name: 'Foreign' })
  await refuses(join(lead, keep, [foreign.id]), 'record.not-found')
  await lead.remove(Place, drop)
  await refuses(join(lead, keep, [drop]), 'record.deleted')
  await refuses(join(lead, drop, [keep]), 'record.deleted')
  expect(await lead.see(Place, keep)).toMatchObject({ version: 1, deletedAt: null })
})

test('a value and a reference that someone changed since stay and are named', async () => {
  const other = await lead.create(Place, { name: 'Beach' })
  const trip = await lead.create(Trip, { name: 'Given away', start: drop })
  const { operation } = await join(lead, keep, [drop])
  await lead.update(Trip, trip.id, { start: other.id })
  await lead.update(Place, keep, { phone: '999' })
  const { restored, conflicts } = await takeBack(lead, operation)
  expect(restored).toBe(1)
  expect(conflicts.map(({ entity, title, rule }) => [entity, title, rule])).toEqual([
    ['trip', 'Given away', 'record.changed'],
    ['place', 'Harbor', 'record.changed'],
  ])
  expect(await lead.see(Place, keep)).toMatchObject({ phone: '999', tags: ['sea'] })
  expect(await lead.see(Trip, trip.id)).toMatchObject({ start: other.id })
})

test('a merge is not undone where it cannot be undone as a whole', async () => {
  const trip = await lead.create(Trip, { name: 'With stops', stops: [{ place: drop }] })
  const first = await join(lead, keep, [drop])
  await lead.update(Trip, trip.id, { name: 'On the way' })
  const refusal = await refuses(takeBack(lead, first.operation), 'merge.tied-since')
  expect(refusal.facts).toEqual({ entity: 'Trip', title: 'On the way' })
  const last = await lead.create(Place, { name: 'Bay' })
  const second = await join(lead, last.id, [keep])
  await refuses(takeBack(lead, first.operation), 'merge.kept-is-deleted')
  const [clerk, rule] = [await world().as('clerk'), 'operation.not-yours']
  await refuses(takeBack(clerk, second.operation), rule)
  expect(await takeBack(await world().as('administrator'), second.operation)).toBeTruthy()
  expect(await lead.see(Place, keep)).toMatchObject({ deletedAt: null })
})

test('what joins both since stands in the way of the undo', async () => {
  const [before, own] = [
    { name: 'Before', start: drop },
    { name: 'Own', start: keep },
  ]
  const trip = await lead.create(Trip, before)
  const mine = await lead.create(Trip, own)
  const { operation } = await join(lead, keep, [drop])
  await lead.update(Trip, mine.id, { after: trip.id })
  await refuses(takeBack(lead, operation), 'merge.tied-since')
  await lead.update(Trip, mine.id, { after: null })
  await lead.create(Trip, { name: 'Later', start: keep })
  expect((await takeBack(lead, operation)).conflicts).toEqual([])
  expect(await lead.see(Trip, trip.id)).toMatchObject({ start: drop })
})
