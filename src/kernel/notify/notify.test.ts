/** People are told what concerns them, once, and never of what they may not read. */
import { expect, test } from 'vitest'
import { sightOf } from '../action/caller.ts'
import { defineAction } from '../action/action.ts'
import { sql } from '../db/sql.ts'
import { defineEntity } from '../entity/entity.ts'
import { f } from '../field/f.ts'
import { defineModule } from '../module.ts'
import { people } from '../testing/people.ts'
import { useHouse } from '../testing/use-house.ts'
import { actorOf, type Actor } from '../testing/world.ts'
import { readLines } from './read-lines.ts'
import { sentenceOf } from './sentence.ts'

const Boat = defineEntity('boat', {
  label: { one: 'Boat', many: 'Boats' },
  title: 'name',
  fields: {
    name: f.text({ required: true }),
    owner: f.person({ default: 'me' }),
    status: f.state(['moored', 'at-sea', 'sold']),
  },
  access: {
    read: { skipper: { owner: 'me' }, harbor: 'all' },
    create: ['skipper', 'harbor'],
    update: ['harbor'],
  },
  list: { columns: ['name'] },
})
const sail = defineAction(Boat, {
  name: 'sail',
  label: 'Sail',
  from: 'moored',
  to: 'at-sea',
  allow: ['skipper', 'harbor'],
  run: async () => undefined,
})
const moor = defineAction(Boat, {
  name: 'moor',
  label: 'Moor',
  from: 'at-sea',
  to: 'moored',
  allow: ['skipper', 'harbor'],
  run: async () => undefined,
})
const boats = defineModule({
  name: 'boats',
  label: 'Boats',
  entities: [Boat],
  actions: [sail, moor],
})

const world = useHouse([people, boats], async () => async () => undefined)

async function told(actor: Actor): Promise<string[]> {
  const { house } = world()
  const sight = await sightOf(house, actor.caller)
  const ask = <R>(query: Parameters<typeof house.database.read>[1]) =>
    house.database.read<R>(actor.caller.tenant, query)
  const { lines } = await readLines(ask, sight, { limit: 50 })
  const t = (english: string, values: Record<string, unknown> = {}) =>
    english.replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(values[name]))
  return lines.map((line) => sentenceOf({ registry: house.registry, t }, line, line.title))
}

async function crew(name: string) {
  const harbor = await world().as('harbor', `${name} Harbor`)
  const skipper = await world().as('skipper', `${name} Skipper`)
  const other = await world().as('skipper', `${name} Other`)
  const owner = skipper.caller.person.id
  const boat = await skipper.create(Boat, { name: `${name} Boat` })
  return { harbor, skipper, other, owner, boat }
}

test('the owner is told when somebody else changes the state, and not of own deeds', async () => {
  const { harbor, skipper, boat } = await crew('Ada')
  await harbor.do(sail, boat.id)
  expect(await told(skipper)).toEqual(['Ada Harbor moved Ada Boat to “At sea”'])
  expect(await told(harbor)).toEqual([])
  await skipper.do(moor, boat.id)
  expect(await told(skipper)).toHaveLength(1)
})

test('several changes of one record in a short time are one line, later ones another', async () => {
  const { harbor, skipper, boat } = await crew('Bea')
  await harbor.do(sail, boat.id)
  await harbor.do(moor, boat.id)
  expect(await told(skipper)).toEqual(['Bea Harbor moved Bea Boat to “Moored”'])
  const { clock } = world()
  const before = clock.now
  clock.now = new Date(before.getTime() + 60 * 60 * 1000)
  await harbor.do(sail, boat.id)
  expect(await told(skipper)).toHaveLength(2)
  clock.now = before
})

test('who follows is told, unless the record is out of sight by now', async () => {
  const { harbor, other, boat } = await crew('Cai')
  const second = await world().as('harbor', 'Cai Second')
  const ids = [second, other].map(({ caller }) => caller.person.id ?? '')
  await world().within(async (ctx) => ctx.follow({ entity: 'boat', record: boat.id }, ids))
  await harbor.do(sail, boat.id)
  expect(await told(second)).toEqual(['Cai Harbor moved Cai Boat to “At sea”'])
  const { house, tenant } = world()
  const kept = await house.database.read(
    tenant,
    sql`select 1 from notification where tenant = ${tenant} and person = ${ids[1] ?? ''}::uuid`,
  )
  expect(kept).toEqual([])
})

test('a line is not shown any more when its record is out of sight', async () => {
  const { harbor, skipper, other, boat } = await crew('Dov')
  await harbor.do(sail, boat.id)
  expect(await told(skipper)).toHaveLength(1)
  await harbor.update(Boat, boat.id, { owner: other.caller.person.id })
  expect(await told(skipper)).toEqual([])
  expect(await told(other)).toEqual(['Dov Harbor gave Dov Boat to you'])
})

test('many records given in one go are one line', async () => {
  const { harbor, skipper, owner } = await crew('Eli')
  await world().within(async (ctx) => {
    await ctx.createMany(
      Boat,
      [1, 2, 3, 4, 5].map((nth) => ({ name: `Fleet ${nth}`, owner })),
    )
  })
  expect(await told(skipper)).toEqual(['The program gave 5 Boats to you'])
  await harbor.create(Boat, { name: 'Single', owner })
  expect(await told(skipper)).toContain('Eli Harbor made Single for you')
})

test('what is switched off is not told, and what is refused is not either', async () => {
  const { harbor, skipper, owner, boat } = await crew('Fay')
  const { house, tenant } = world()
  const choices = JSON.stringify({ notices: { off: ['state-changed'], mail: 'at-once' } })
  await house.database.transaction(tenant, (tx) =>
    tx.query(
      sql`insert into preference (tenant, id, choices)
        values (${tenant}, ${owner}::uuid, ${choices}::jsonb)`,
    ),
  )
  await harbor.do(sail, boat.id)
  expect(await told(skipper)).toEqual([])
  await harbor.do(moor, boat.id, {}, { dryRun: true })
  await harbor.create(Boat, { name: 'Wanted', owner })
  expect(await told(skipper)).toHaveLength(1)
  expect(world().jobs.filter(({ name }) => name === 'kernel.notice-mail')).toHaveLength(1)
})

test('the wrong person and the other company find nothing', async () => {
  const { harbor, skipper, other, boat } = await crew('Gil')
  await harbor.do(sail, boat.id)
  const elsewhere = await world().elsewhere()
  const stranger = await elsewhere.as('harbor', 'Gil Stranger')
  expect(await told(other)).toEqual([])
  expect(await told(stranger)).toEqual([])
  const { house } = world()
  const impostor = { ...skipper.caller, tenant: elsewhere.tenant }
  expect(await told(actorOf(house, impostor))).toEqual([])
  expect(await told(skipper)).toHaveLength(1)
})
