/** A series counts by its period without gap and double, whoever writes at the same moment. */
import { beforeEach, expect, test } from 'vitest'
import { fail } from '../base/fail.ts'
import type { Ctx } from '../action/ctx.ts'
import { sql } from '../db/sql.ts'
import { people } from '../testing/people.ts'
import { refuses, useWorld, type World } from '../testing/world.ts'

const opened = useWorld([people])

let world: World
let series = 0

beforeEach(() => {
  world = opened()
  world.clock.now = new Date('2026-11-23T02:00:00Z')
  series += 1
})

function take(ctx: Ctx, pattern = 'SO-{year}{month}-{000}'): Promise<string> {
  return ctx.nextNumber(`order-${series}.number`, pattern)
}

const next = (pattern?: string) => world.within((ctx) => take(ctx, pattern))

test('a new month begins a new count, as the company counts days', async () => {
  expect([await next(), await next()]).toEqual(['SO-202611-001', 'SO-202611-002'])
  world.clock.now = new Date('2026-11-30T15:59:59Z')
  expect(await next()).toBe('SO-202611-003')
  world.clock.now = new Date('2026-11-30T16:00:00Z')
  expect(await next()).toBe('SO-202612-001')
  // One written back in time goes on where that month ended.
  world.clock.now = new Date('2026-11-15T02:00:00Z')
  expect(await next()).toBe('SO-202611-004')
})

test('a series of the year goes on through its months', async () => {
  const pattern = 'INV{roc}-{0000}'
  expect(await next(pattern)).toBe('INV115-0001')
  world.clock.now = new Date('2026-12-23T02:00:00Z')
  expect(await next(pattern)).toBe('INV115-0002')
  world.clock.now = new Date('2027-01-23T02:00:00Z')
  expect(await next(pattern)).toBe('INV116-0001')
})

test('the pattern of the company goes before the declared one', async () => {
  expect(await next()).toBe('SO-202611-001')
  const numbering = { [`order-${series}.number`]: 'HB{yy}-{00}' }
  await world.house.database.control(
    sql`update company set settings = settings || ${JSON.stringify({ numbering })}::jsonb
      where tenant = ${world.tenant}`,
  )
  world.house.companies.forget(world.tenant)
  expect([await next(), await next()]).toEqual(['HB26-01', 'HB26-02'])
})

test('each company counts for itself', async () => {
  const other = await world.elsewhere()
  expect(await next()).toBe('SO-202611-001')
  expect(await other.within((ctx) => take(ctx))).toBe('SO-202611-001')
})

test('what is refused after its number was taken leaves no gap', async () => {
  expect(await next()).toBe('SO-202611-001')
  const refused = world.within(async (ctx) => {
    await take(ctx)
    return fail('order.has-no-lines')
  })
  await refuses(refused, 'order.has-no-lines')
  expect(await next()).toBe('SO-202611-002')
})

test('twenty at once, some of them refused, count from one without gap and double', async () => {
  const writes = Array.from({ length: 30 }, (_, nth) =>
    world
      .within(async (ctx) => {
        const number = await take(ctx)
        return nth % 3 === 0 ? fail('order.has-no-lines') : number
      })
      .catch(() => null),
  )
  const taken = (await Promise.all(writes)).filter((number) => number !== null)
  const expected = Array.from({ length: 20 }, (_, nth) => nth + 1)
  const wanted = expected.map((number) => `SO-202611-${String(number).padStart(3, '0')}`)
  expect(taken.toSorted()).toEqual(wanted)
})
