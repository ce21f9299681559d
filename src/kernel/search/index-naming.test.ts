/** A new name reaches whatever is found by it: by the queue, in batches, for one company. */
import { jobCall } from '../testing/job-call.ts'
import { expect, test } from 'vitest'
import { bulk } from '../bulk/bulk.ts'
import { update } from '../action/crud.ts'
import { fail } from '../base/fail.ts'
import { defineEntity } from '../entity/entity.ts'
import { f } from '../field/f.ts'
import { openJobQueue } from '../jobs/open-queue.ts'
import { merge } from '../merge/merge.ts'
import { defineModule } from '../module.ts'
import { people } from '../testing/people.ts'
import { eventually, useHouse } from '../testing/use-house.ts'
import type { Actor } from '../testing/world.ts'
import { indexNamingJob } from './index-naming.job.ts'
import { undo } from '../undo/undo.ts'

const everyone = ['everyone']
const access = {
  read: everyone,
  create: everyone,
  update: everyone,
  delete: everyone,
  merge: everyone,
}
const Author = defineEntity('author', {
  label: { one: 'Author', many: 'Authors' },
  title: 'name',
  fields: { name: f.text({ required: true, search: true }), note: f.text() },
  access,
})
/** Bears the name of its author. */
const Shelf = defineEntity('shelf', {
  label: { one: 'Shelf', many: 'Shelves' },
  title: 'author',
  fields: { author: f.ref('author', { required: true, search: true }) },
  access,
})
const Book = defineEntity('book', {
  label: { one: 'Book', many: 'Books' },
  title: 'name',
  fields: {
    name: f.text({ required: true, search: true }),
    author: f.ref('author', { search: true }),
    shelf: f.ref('shelf', { search: true }),
    translator: f.ref('author'),
  },
  access,
})

const library = defineModule({
  name: 'library',
  label: 'Library',
  entities: [Author, Shelf, Book],
  on: {
    'author.update': (_ctx, { row }) =>
      (row as { note: string }).note === 'fixed' ? fail('author.fixed') : Promise.resolve(),
  },
  messages: { 'author.fixed': 'This author stays.' },
})

const world = useHouse([people, library], async ({ house, access: database }) => {
  const { owner, app } = database
  const log = { warn: () => undefined, error: (facts: object) => void faults.push(facts) }
  const jobs = new Map([[indexNamingJob.name, indexNamingJob]])
  const rest = { house: () => house, work: true, log, pollSeconds: 0.5, retrySeconds: 1 }
  house.jobs = await openJobQueue({ owner, app, jobs, ...rest })
  await house.jobs.start()
  return () => house.jobs.stop()
})
const faults: object[] = []

const found = async (by: Actor, search: string, entity: typeof Book | typeof Shelf = Book) =>
  (await by.list(entity, { where: { search } })).length

test('a renamed author is found by the new name, not the old, however many the books', async () => {
  const clerk = await world().as('clerk')
  const author = await clerk.create(Author, { name: '王小明' })
  await world().within(async (ctx) => {
    const drafts = Array.from({ length: 450 }, (_, n) => ({ name: `B${n}`, author: author.id }))
    await ctx.createMany(Book, drafts)
  })
  await clerk.create(Book, { name: 'In translation', translator: author.id })
  expect(await found(clerk, '小明 B44')).toBe(11)
  await clerk.update(Author, author.id, { name: 'Lin Dawei' })
  await eventually(async () => expect(await found(clerk, 'dawei B44')).toBe(11))
  await eventually(async () => expect(await found(clerk, '小明')).toBe(0))
  expect(faults).toEqual([])
})

test('the name of a name is followed', async () => {
  const clerk = await world().as('clerk')
  const author = await clerk.create(Author, { name: 'Quentin' })
  const shelf = await clerk.create(Shelf, { author: author.id })
  await clerk.create(Book, { name: 'Shelved', shelf: shelf.id })
  expect(await found(clerk, 'quentin')).toBe(1)
  await clerk.update(Author, author.id, { name: 'Rosalind' })
  await eventually(async () => expect(await found(clerk, 'rosalind', Shelf)).toBe(1))
  await eventually(async () => expect(await found(clerk, 'rosalind')).toBe(1))
})

test('merged, the books are found by the name that stays; undone, by their own again', async () => {
  const { house } = world()
  const clerk = await world().as('clerk')
  const keep = await clerk.create(Author, { name: 'Harbor' })
  const drop = await clerk.create(Author, { name: 'Oldport' })
  await clerk.create(Book, { name: 'Boats', author: drop.id })
  const wish = { keep: keep.id, drop: [drop.id], take: {} }
  const { operation } = await merge(house, clerk.caller, Author, wish)
  await eventually(async () => expect(await found(clerk, 'harbor')).toBe(1))
  expect(await found(clerk, 'oldport')).toBe(0)
  await undo(house, clerk.caller, operation ?? '', {})
  await eventually(async () => expect(await found(clerk, 'oldport')).toBe(1))
  expect(await found(clerk, 'harbor')).toBe(0)
})

test('only a new name is work, once for many, and for one company alone', async () => {
  const { house, tenant } = world()
  const clerk = await world().as('clerk')
  const stranger = await (await world().elsewhere()).as('clerk')
  const queued: unknown[] = []
  const { jobs } = house
  house.jobs = { ...jobs, enqueue: async (_tx, _tenant, given) => void queued.push(...given) }
  const one = await clerk.create(Author, { name: 'One' })
  const two = await clerk.create(Author, { name: 'Two' })
  const book = await clerk.create(Book, { name: 'Mine', author: one.id })
  await clerk.update(Author, one.id, { note: 'Away' })
  await clerk.update(Book, book.id, { name: 'My own' })
  await update(house, clerk.caller, Author, one.id, { name: 'Not yet' }, { dryRun: true })
  expect(queued).toEqual([])
  const pick = { ids: [one.id, two.id] }
  await bulk(house, clerk.caller, Author, { pick, patch: { name: 'Dream' } })
  const records = expect.arrayContaining(pick.ids) as string[]
  const payload = { entity: 'author', records, by: 'name' }
  expect(queued).toEqual([{ name: indexNamingJob.name, payload }])
  house.jobs = jobs
  const payloadOfBoth = { entity: 'author', records: pick.ids, by: 'name' }
  const call = jobCall({ tenant, payload: payloadOfBoth, now: house.now() })
  await indexNamingJob.run(house, { ...call, tenant: stranger.caller.tenant })
  expect(await found(clerk, 'dream')).toBe(0)
  for (let time = 0; time < 2; time += 1) await indexNamingJob.run(house, call)
  expect(await found(clerk, 'dream')).toBe(1)
})

test('of a bulk change refused for some, the others are found by what they are', async () => {
  const { house } = world()
  const clerk = await world().as('clerk')
  const free = await clerk.create(Author, { name: 'Free' })
  const fixed = await clerk.create(Author, { name: 'Fixed', note: 'fixed' })
  const pick = { ids: [free.id, fixed.id] }
  const answer = await bulk(house, clerk.caller, Author, { pick, patch: { name: 'Penname' } })
  expect(answer).toMatchObject({ changed: 1, refused: [{ id: fixed.id }] })
  const named = await clerk.list(Author, { where: { search: 'penname' } })
  expect(named.map(({ id }) => id)).toEqual([free.id])
})
