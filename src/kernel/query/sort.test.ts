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
}, 60_000)
