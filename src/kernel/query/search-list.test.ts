/** A search finds one's own records however common the word is, each once, page by page. */
import { afterEach, expect, test } from 'vitest'
import { Share } from '../access/user.entity.ts'
import { sightOf } from '../action/caller.ts'
import { sql } from '../db/sql.ts'
import { defineEntity } from '../entity/entity.ts'
import { f } from '../field/f.ts'
import { defineModule } from '../module.ts'
import { people } from '../testing/people.ts'
import { search } from '../search/search.ts'
import { useHouse } from '../testing/use-house.ts'
import type { Actor } from '../testing/world.ts'
import { count } from './figures.ts'
import { list } from './list.ts'

const Boat = defineEntity('test-boat', {
  label: { one: 'Boat', many: 'Boats' },
  title: 'name',
  fields: {
    name: f.text({ required: true, search: true }),
    owner: f.person({ default: 'me' }),
  },
  access: {
    read: { sales: { owner: 'me' }, manager: 'all' },
    create: ['sales'],
    update: { sales: { owner: 'me' } },
  },
  list: { columns: ['name', 'owner'], sort: 'name' },
})
const Sailor = defineEntity('test-sailor', {
  label: { one: 'Sailor', many: 'Sailors' },
  title: 'name',
  fields: {
    name: f.text({ required: true, search: true }),
    boat: f.ref('test-boat', { required: true, search: true }),
  },
  access: { read: { manager: 'all' }, inherit: 'boat', create: ['sales'] },
})
const harbor = defineModule({ name: 'harbor', label: 'Harbor', entities: [Boat, Sailor] })

const world = useHouse([people, harbor], async () => async () => undefined)
const many = 1200
let filled: Promise<Cast> | null = null

interface Cast {
  amy: Actor
  bo: Actor
  lead: Actor
}

/** Amy's three are the oldest; then come very many of Bo's with the same words. */
function cast(): Promise<Cast> {
  filled ??= (async () => {
    const amy = await world().as('sales', 'Amy')
    const bo = await world().as('sales', 'Bo')
    const lead = await world().as('manager', 'Lea')
    for (const name of ['宏達科技', '永嘉科技', 'Keji Supply'])
      await amy.create(Boat, { name, owner: amy.caller.person.id })
    await world().within(async (ctx) => {
      const drafts = Array.from({ length: many }, (_, nth) => ({
        name: `博遠科技${nth}號有限公司`,
        owner: bo.caller.person.id,
      }))
      await ctx.createMany(Boat, drafts)
    })
    return { amy, bo, lead }
  })()
  return filled
}

async function namesFor(actor: Actor, query: string): Promise<string[]> {
  const rows = await actor.list(Boat, { where: { search: query }, sort: 'name' })
  return rows.map((row) => row.name)
}

async function answerFor(actor: Actor, query: string) {
  const { house } = world()
  return (await search(house, await sightOf(house, actor.caller), query)).hits
}

afterEach(async () => {
  await world().house.database.transaction(world().tenant, async (tx) => {
    await tx.query(sql`delete from share where tenant = ${world().tenant}`)
  })
})

test('one finds all of one’s own among very many others, by characters and pinyin', async () => {
  const { amy } = await cast()
  expect(await namesFor(amy, '科技')).toEqual(['宏達科技', '永嘉科技'])
  expect(await namesFor(amy, 'keji')).toEqual(['Keji Supply', '宏達科技', '永嘉科技'])
  expect(await namesFor(amy, 'yjkj')).toEqual(['永嘉科技'])
  expect(await namesFor(amy, '博遠')).toEqual([])
})

test('who sees all pages through each hit once, the newest first', async () => {
  const { lead } = await cast()
  const { house } = world()
  const sight = await sightOf(house, lead.caller)
  const pages: string[][] = []
  let after: string | null | undefined
  do {
    const wish = {
      where: { search: '科技' },
      sort: 'name',
      limit: 170,
      ...(after ? { after } : {}),
    }
    const page = await list(house.database, sight, Boat, wish)
    pages.push(page.rows.map((row) => row.id))
    after = page.next
  } while (after)
  const ids = pages.flat()
  expect(ids).toHaveLength(many + 2)
  expect(new Set(ids).size).toBe(many + 2)
  const found = await count(house.database, sight, Boat, { where: { search: '科技' } })
  expect(found).toEqual({ value: 1000, capped: true })
  const few = await count(house.database, sight, Boat, { where: { search: 'Supply' } })
  expect(few).toEqual({ value: 1, capped: false })
})

test('a filter besides looks on among older hits', async () => {
  const { lead, amy } = await cast()
  const owner = amy.caller.person.id
  const rows = await lead.list(Boat, { where: { search: '科技', owner }, sort: 'name' })
  expect(rows.map((row) => row.name)).toEqual(['宏達科技', '永嘉科技'])
  const any = { where: { any: [{ search: 'Supply' }, { name: '宏達科技' }] }, sort: 'name' }
  expect((await lead.list(Boat, any)).map((row) => row.name)).toEqual(['Keji Supply', '宏達科技'])
})

test('what is shared, and what is seen for the sake of another record, is found too', async () => {
  const { amy, bo } = await cast()
  const [oldest] = await bo.list(Boat, { where: {}, sort: 'createdAt', limit: 1 })
  if (!oldest) throw new Error('Bo has customers')
  await bo.create(Sailor, { boat: oldest.id, name: '王小明' })
  const own = await amy.create(Boat, { name: 'Harbor' })
  await amy.create(Sailor, { boat: own.id, name: '王大明' })
  const sailors = await amy.list(Sailor, { where: { search: '王' } })
  expect(sailors.map((row) => row.name)).toEqual(['王大明'])
  await world().program.create(Share, {
    entity: 'test-boat',
    record: oldest.id,
    person: amy.caller.person.id,
  })
  const guest = await world().as('sales', 'Amy')
  guest.caller.person = { ...guest.caller.person, shared: ['test-boat'] }
  expect(await namesFor(guest, '博遠')).toEqual([oldest.name])
  expect((await answerFor(guest, '博遠')).map((hit) => hit.id)).toContain(oldest.id)
  guest.caller.person = { ...guest.caller.person, shared: [] }
})

test('a record that is handed over is found by its new owner alone', async () => {
  const { amy, bo } = await cast()
  const row = await amy.create(Boat, { name: '翰林書店' })
  expect(await namesFor(amy, '翰林')).toEqual(['翰林書店'])
  await amy.update(Boat, row.id, { owner: bo.caller.person.id })
  expect(await namesFor(amy, '翰林')).toEqual([])
  expect(await namesFor(bo, '翰林')).toEqual(['翰林書店'])
})

test('the search over everything shows the newest few of each kind that one may see', async () => {
  const { amy, bo, lead } = await cast()
  const hits = await answerFor(amy, '科技')
  expect(hits.map((hit) => hit.title).sort()).toEqual(['宏達科技', '永嘉科技'].sort())
  const [first] = await bo.list(Boat, { where: {}, limit: 1 })
  await bo.create(Sailor, { boat: first?.id ?? null, name: '科技部' })
  const all = await answerFor(lead, '科技')
  expect(all.filter((hit) => hit.entity === 'test-boat')).toHaveLength(12)
  expect(all.filter((hit) => hit.entity === 'test-sailor').map((hit) => hit.title)).toEqual([
    '科技部',
    '王小明',
  ])
  expect(await answerFor(amy, '')).toEqual([])
})

test('nobody can type the words that narrow a search', async () => {
  const { lead } = await cast()
  for (const query of ['=test-boat', "'=test-boat'", '=test-boat.owner', '@'])
    expect(await namesFor(lead, query)).toEqual([])
})
