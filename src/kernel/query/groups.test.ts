/** Rows are gathered by a field: how many, their sums, days by months, not more than can be. */
import { beforeAll, expect, test } from 'vitest'
import { sightOf } from '../action/caller.ts'
import { withClient } from '../db/with-client.ts'
import { defineEntity } from '../entity/entity.ts'
import { f } from '../field/f.ts'
import { defineModule } from '../module.ts'
import { people } from '../testing/people.ts'
import { useHouse } from '../testing/use-house.ts'
import { refuses } from '../testing/world.ts'
import { groups, mostGrouped, type GroupWish } from './groups.ts'

const Deal = defineEntity('deal', {
  label: { one: 'Deal', many: 'Deals' },
  title: 'name',
  fields: {
    name: f.text({ required: true }),
    on: f.date(),
    currency: f.currency(),
    amount: f.money({ currency: 'currency' }),
    pieces: f.integer(),
    owner: f.person(),
  },
  access: { read: ['everyone'], create: ['everyone'] },
  list: { columns: ['name'] },
})
const deals = defineModule({
  name: 'deals',
  label: 'Deals',
  entities: [Deal],
})
const world = useHouse([people, deals], async () => async () => undefined)

const deal = (on: string | null, currency: string, amount: string, pieces: number) => ({
  name: `${on} ${amount}`,
  on,
  currency,
  amount,
  pieces,
})

beforeAll(async () => {
  await world().within(async (ctx) => {
    await ctx.createMany(Deal, [
      deal('2026-01-02', 'TWD', '100.10', 1),
      deal('2026-01-31', 'TWD', '0.20', 2),
      deal('2026-01-15', 'CNY', '5', 3),
      deal('2026-02-01', 'TWD', '7', 4),
      deal(null, 'TWD', '9', 5),
    ])
  })
})

async function ask(wish: Partial<GroupWish> & { by: string }) {
  const { house, program } = world()
  const sight = await sightOf(house, program.caller)
  return groups(house.database, sight, Deal, { where: {}, ...wish })
}

test('days by months, with sums by currency and without', async () => {
  const found = await ask({ by: 'on', months: true, sums: ['amount', 'pieces'] })
  expect(found).toMatchObject([
    { value: '2026-01-01', count: 3, sums: { amount: { CNY: '5', TWD: '100.30' }, pieces: '6' } },
    { value: expect.anything(), count: 1 },
    { count: 1 },
  ])
  expect(new Set(found.map(({ value }) => value))).toEqual(
    new Set(['2026-01-01', '2026-02-01', null]),
  )
})

test('a filter narrows groups and sums', async () => {
  const [only, ...others] = await ask({ by: 'currency', where: { pieces: { over: 3 } } })
  expect([only?.value, only?.count, others]).toEqual(['TWD', 2, []])
})

test('what cannot be grouped, gathered by months or summed is refused', async () => {
  await refuses(ask({ by: 'amount' }), 'list.cannot-group', 'by')
  await refuses(ask({ by: 'currency', months: true }), 'list.cannot-group', 'by')
  await refuses(ask({ by: 'currency', sums: ['name'] }), 'list.cannot-sum', 'sum')
})

test('more rows than one waits for are refused, unless a filter leaves few', async () => {
  const { access } = world()
  await withClient(access.owner, async (client) => {
    await client.query(
      `insert into deal (tenant, id, name, pieces, created_at, updated_at)
        select tenant, gen_random_uuid(), 'many ' || n, n % 5, now(), now()
        from (select tenant from deal limit 1) one, generate_series(1, $1::integer) n`,
      [mostGrouped],
    )
  })
  await refuses(ask({ by: 'currency' }), 'list.too-many-to-group', 'by')
  const few = await ask({ by: 'currency', where: { name: { starts: 'many 77' } } })
  expect(few).toMatchObject([{ value: null, count: 111 }])
})
