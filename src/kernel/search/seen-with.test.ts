/** What is seen with another record is found by its people, also after a hand-over. */
import { expect, test } from 'vitest'
import { sightOf } from '../action/caller.ts'
import { sql } from '../db/sql.ts'
import { defineEntity } from '../entity/entity.ts'
import { f } from '../field/f.ts'
import { defineModule } from '../module.ts'
import { jobCall } from '../testing/job-call.ts'
import { people } from '../testing/people.ts'
import { useHouse } from '../testing/use-house.ts'
import type { Actor } from '../testing/world.ts'
import { indexNamingJob } from './index-naming.job.ts'
import { searchWithin } from './owner-words.ts'
import { search } from './search.ts'

const Ship = defineEntity('ship', {
  label: { one: 'Ship', many: 'Ships' },
  title: 'name',
  fields: {
    name: f.text({ required: true, search: true }),
    owner: f.person({ default: 'me' }),
    note: f.text(),
  },
  access: {
    read: { sales: { owner: 'me' }, manager: 'all' },
    create: ['sales', 'manager'],
    update: ['sales', 'manager'],
  },
})
const Mate = defineEntity('mate', {
  label: { one: 'Mate', many: 'Mates' },
  title: 'name',
  fields: { name: f.text({ required: true, search: true }), ship: f.ref('ship') },
  access: {
    read: { manager: 'all' },
    inherit: 'ship',
    create: ['sales', 'manager'],
    update: ['manager'],
  },
})
const port = defineModule({ name: 'port', label: 'Port', entities: [Ship, Mate] })

const world = useHouse([people, port], async () => async () => undefined)

const foundBy = async (actor: Actor, query: string) => {
  const { house } = world()
  const { hits } = await search(house, await sightOf(house, actor.caller), query)
  return hits.map(({ title }) => title)
}
/** Words in the document of a record that tell whose it is. */
const peopleOf = async (record: string) => {
  const { house, tenant } = world()
  const rows = await house.database.read<{ word: string }>(
    tenant,
    sql`select word from search_doc, unnest(tsvector_to_array(words)) word
      where tenant = ${tenant} and record = ${record}::uuid and word like '=%:%'`,
  )
  return rows.map(({ word }) => word)
}
const within = async (actor: Actor) =>
  searchWithin(await sightOf(world().house, actor.caller), Mate)

async function runQueued(): Promise<void> {
  const { house, tenant, jobs } = world()
  const queued = jobs.splice(0).filter(({ name }) => name === indexNamingJob.name)
  for (const { payload } of queued)
    await indexNamingJob.run(house, jobCall({ tenant, payload, now: house.now() }))
}

test('a mate is looked for only among those on one’s own ships', async () => {
  const amy = await world().as('sales', 'Amy')
  const bo = await world().as('sales', 'Bo')
  const lead = await world().as('manager')
  const ship = await amy.create(Ship, { name: 'Swan' })
  const mate = await amy.create(Mate, { name: 'Ishmael', ship: ship.id })
  const own = await peopleOf(mate.id)
  expect(own).toHaveLength(1)
  expect(await within(amy)).toEqual({ words: `'${own[0]}'`, people: [amy.caller.person.id] })
  expect((await within(bo))?.people).toEqual([bo.caller.person.id])
  expect((await within(lead))?.people).toBeNull()
  expect(await foundBy(amy, 'ishmael')).toEqual(['Ishmael'])
  expect(await foundBy(bo, 'ishmael')).toEqual([])
  expect(await foundBy(lead, 'ishmael')).toEqual(['Ishmael'])
})

test('a mate without a ship is found by nobody below the manager, as it is seen', async () => {
  const lead = await world().as('manager')
  const amy = await world().as('sales', 'Amy')
  await lead.create(Mate, { name: 'Queequeg' })
  expect(await foundBy(amy, 'queequeg')).toEqual([])
  expect(await amy.list(Mate, { where: { search: 'queequeg' } })).toEqual([])
})

test('who takes a ship over finds its mates, and no longer who gave it away', async () => {
  const amy = await world().as('sales', 'Amy')
  const bo = await world().as('sales', 'Bo')
  const ship = await amy.create(Ship, { name: 'Heron' })
  await amy.create(Mate, { name: 'Starbuck', ship: ship.id })
  world().jobs.splice(0)
  await amy.update(Ship, ship.id, { note: 'leaks' })
  expect(world().jobs).toEqual([])
  await amy.update(Ship, ship.id, { owner: bo.caller.person.id })
  expect(await foundBy(amy, 'starbuck')).toEqual([])
  await runQueued()
  expect(await foundBy(bo, 'starbuck')).toEqual(['Starbuck'])
  expect(await foundBy(amy, 'starbuck')).toEqual([])
})

test('a mate that changes ships is found by the people of the new one', async () => {
  const amy = await world().as('sales', 'Amy')
  const bo = await world().as('sales', 'Bo')
  const lead = await world().as('manager')
  const from = await amy.create(Ship, { name: 'Egret' })
  const to = await bo.create(Ship, { name: 'Gull' })
  const mate = await amy.create(Mate, { name: 'Pip', ship: from.id })
  await lead.update(Mate, mate.id, { ship: to.id })
  expect(await foundBy(bo, 'pip')).toEqual(['Pip'])
  expect(await foundBy(amy, 'pip')).toEqual([])
})
