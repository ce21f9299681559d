/** Lists are sorted by the names of what they point to, page by page, as long as they are few. */
import { beforeAll, expect, test } from 'vitest'
import { sightOf } from '../action/caller.ts'
import { Department, User } from '../access/user.entity.ts'
import { people } from '../testing/people.ts'
import { refuses, useWorld } from '../testing/world.ts'
import { list } from './list.ts'
import { mostSorted } from './sort.ts'
import type { Where } from './where.ts'

const world = useWorld([people])
const names = ['Press', 'Sales', '倉儲', 'Art']

beforeAll(async () => {
  const { within } = world()
  await within(async (ctx) => {
    const departments = await ctx.createMany(
      Department,
      names.map((name) => ({ name })),
    )
    const lea = await ctx.create(User, { name: 'Lea', email: 'lea@harbor.example' })
    await ctx.createMany(
      User,
      Array.from({ length: 30 }, (_, index) => ({
        name: `Person ${index}`,
        email: `p${index}@harbor.example`,
        department: index % 5 === 4 ? null : (departments[index % 5]?.id ?? null),
        reportsTo: index % 2 === 0 ? lea.id : null,
      })),
    )
  })
})

/** The names in the order of the list, through all its pages. */
async function pagedNames(
  sort: string,
  field: 'department' | 'reportsTo',
  where: Where = {},
  limit = 7,
) {
  const { house, program } = world()
  const sight = await sightOf(house, program.caller)
  const seen: (string | null)[] = []
  const ids = new Set<string>()
  let after: string | null = null
  do {
    const wish = { where, sort, limit, columns: ['name'], ...(after ? { after } : {}) }
    const page = await list(house.database, sight, User, wish)
    const target = field === 'department' ? 'department' : 'user'
    for (const row of page.rows) {
      ids.add(row.id)
      seen.push(page.refs[target]?.[String(row[field])]?.title ?? null)
    }
    after = page.next
  } while (after !== null)
  expect(ids.size).toBe(seen.length)
  return seen
}

const bunch = (name: string | null, count: number) => Array.from({ length: count }, () => name)

test('by the name of the department, up and down, those without one last', async () => {
  const up = ['Art', 'Press', 'Sales', '倉儲'].flatMap((name) => bunch(name, 6))
  expect(await pagedNames('department', 'department')).toEqual([...up, ...bunch(null, 7)])
  expect(await pagedNames('-department', 'department')).toEqual([
    ...up.toReversed(),
    ...bunch(null, 7),
  ])
})

test('by the name of a person', async () => {
  expect(await pagedNames('reportsTo', 'reportsTo')).toEqual([
    ...bunch('Lea', 15),
    ...bunch(null, 16),
  ])
})

test('what a search found is sorted so as well', async () => {
  const found = await pagedNames('department', 'department', { search: 'person' }, 50)
  expect(found.slice(0, 6)).toEqual(bunch('Art', 6))
  expect(found).toHaveLength(30)
})

/** Ids through all pages, and the same rows sorted at once. */
async function pagedAndWhole(sort: string, where: Where, limit: number) {
  const { house, program } = world()
  const sight = await sightOf(house, program.caller)
  const ask = (more: object) =>
    list(house.database, sight, User, { where, sort, columns: ['name'], ...more })
  const paged: string[] = []
  let after: string | null = null
  do {
    const page = await ask({ limit, ...(after ? { after } : {}) })
    paged.push(...page.rows.map(({ id }) => id))
    after = page.next
  } while (after !== null)
  const whole = await ask({ limit: 200 })
  return { paged, whole: whole.rows.map(({ id }) => id), rows: whole.rows }
}

test('by several fields, each up or down, with ties and without values, page by page', async () => {
  for (const sort of ['active,-name', '-department,reportsTo,-name', 'reportsTo,-department']) {
    const { paged, whole } = await pagedAndWhole(sort, { name: { starts: 'Person' } }, 4)
    expect([sort, paged]).toEqual([sort, whole])
    expect(new Set(paged).size).toBe(30)
  }
  const { rows } = await pagedAndWhole('-reportsTo,-name', { name: { starts: 'Person 2' } }, 3)
  const names = rows.map(({ name }) => name)
  const even = ['Person 28', 'Person 26', 'Person 24', 'Person 22', 'Person 20', 'Person 2']
  const odd = ['Person 29', 'Person 27', 'Person 25', 'Person 23', 'Person 21']
  expect(names).toEqual([...even, ...odd])
})

test('more than three fields, or one twice, are no order', async () => {
  const { house, program } = world()
  const sight = await sightOf(house, program.caller)
  const ask = (sort: string) => list(house.database, sight, User, { where: {}, sort })
  await refuses(ask('name,email,active,createdAt'), 'list.too-many-keys', 'sort')
  await refuses(ask('name,-name'), 'list.cannot-sort', 'sort')
})

test('lists and tags are not sorted', async () => {
  const { house, program } = world()
  const sight = await sightOf(house, program.caller)
  const wish = { where: {}, sort: 'roles' }
  await refuses(list(house.database, sight, User, wish), 'list.cannot-sort', 'sort')
})

test('too many are not sorted without an index, unless a filter leaves few', async () => {
  const { house, program, within } = world()
  const drafts = Array.from({ length: mostSorted }, (_, index) => ({ name: `Desk ${index}` }))
  await within(async (ctx) => void (await ctx.createMany(Department, drafts)))
  const sight = await sightOf(house, program.caller)
  const ask = (where: Where) =>
    list(house.database, sight, Department, { where, sort: 'parent', limit: 5 })
  await refuses(ask({}), 'list.too-many-to-sort', 'sort')
  expect((await ask({ name: { starts: 'Desk 1' } })).rows).toHaveLength(5)
  await goByIndex()
}, 60_000)

/** Among many rows the first field's index serves, unless too many are alike in it. */
async function goByIndex() {
  const { house, program } = world()
  const sight = await sightOf(house, program.caller)
  const ask = (sort: string, after?: string | null) =>
    list(house.database, sight, Department, {
      where: {},
      sort,
      limit: 200,
      ...(after && { after }),
    })
  for (const sort of ['name,-createdAt', '-name,parent']) {
    const names: unknown[] = []
    let after: string | null | undefined
    do {
      const page = await ask(sort, after)
      names.push(...page.rows.map(({ name }) => name))
      after = page.next
    } while (after)
    const plain = names.map(String).toSorted((a, b) => (a < b ? -1 : 1))
    expect(names).toHaveLength(mostSorted + 4)
    expect(names).toEqual(sort.startsWith('-') ? plain.toReversed() : plain)
  }
  await refuses(ask('createdBy,name'), 'list.too-many-to-sort', 'sort')
  await refuses(ask('createdAt,name'), 'list.too-many-alike', 'sort')
}
