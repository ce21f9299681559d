/** The nightly check: a figure that drifted from its book is an alarm until it is mended. */
import { expect, test } from 'vitest'
import { newId } from '#kernel/db/new-id.ts'
import { sql, type Sql } from '#kernel/db/sql.ts'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { jobCall } from '#kernel/testing/job-call.ts'
import { BooksCheck, checkBooksJob } from '#modules/books/index.ts'
import { modules } from '#modules/index.ts'
import { Product } from '#modules/products/index.ts'
import { openShop } from './testing/shop.ts'

const world = useWorld(modules)
const night = (day: string) => new Date(`2026-11-${day}T18:40:00Z`)

async function check(day: string): Promise<object[]> {
  const { house, tenant } = world()
  const said: object[] = []
  const log = { warn: () => undefined, error: (facts: object) => void said.push(facts) }
  await checkBooksJob.run(house, jobCall({ tenant, now: night(day), log }))
  return said
}

/** As no action ever would. */
function tamper(query: Sql): Promise<unknown> {
  return world().house.database.transaction(world().tenant, (tx) => tx.query(query))
}

async function checkOf(key: string): Promise<BooksCheck | undefined> {
  const manager = await world().as('manager')
  const [row] = await manager.list(BooksCheck, { where: { key } })
  return row && manager.see(BooksCheck, row.id)
}

async function company() {
  const [row] = await world().house.database.control<{ at: Date; differences: number }>(
    sql`select books_checked_at as at, book_differences as differences from company
      where tenant = ${world().tenant}`,
  )
  return { at: new Date(row?.at ?? 0), differences: row?.differences }
}

test('what differs is told, kept with its day, and gone once it is mended', async () => {
  const { tenant } = world()
  const shop = await openShop(world(), [{ onHand: '10', unitCost: '4' }])
  const { code, name } = await world().program.see(Product, shop.goods[0] ?? '')
  expect(await check('20')).toEqual([])
  expect(await checkOf('Stock')).toMatchObject({ differences: 0, since: null, found: null })
  await tamper(sql`update stock_level set on_hand = on_hand + 3, available = available + 3
    where tenant = ${tenant}`)
  const [alarm] = await check('21')
  const found = `On hand of ${code} ${name}: 13 is kept, 10 is in the book.`
  expect(alarm).toEqual({ tenant, check: 'Stock', differences: 1, found: [found] })
  const first = { differences: 1, since: night('21').toISOString(), found }
  expect(await checkOf('Stock')).toMatchObject(first)
  expect(await checkOf('Ledger')).toMatchObject({ differences: 0 })
  expect(await company()).toEqual({ at: night('21'), differences: 1 })
  await check('22')
  const second = { ...first, checkedAt: night('22').toISOString() }
  expect(await checkOf('Stock')).toMatchObject(second)
  await tamper(sql`update stock_level set on_hand = on_hand - 3, available = available - 3
    where tenant = ${tenant}`)
  expect(await check('23')).toEqual([])
  expect(await checkOf('Stock')).toMatchObject({ differences: 0, since: null, found: null })
  expect(await company()).toEqual({ at: night('23'), differences: 0 })
})

test('only finance and managers see it', async () => {
  await check('24')
  const id = (await checkOf('Stock'))?.id ?? ''
  expect(await (await world().as('finance')).see(BooksCheck, id)).toMatchObject({ id })
  await refuses((await world().as('sales')).see(BooksCheck, id), 'record.not-found')
})

test('many differences are counted, the first of them told', async () => {
  const { tenant } = world()
  const ids = Array.from({ length: 150 }, () => newId())
  await tamper(sql`insert into stock_value
      (tenant, id, product, quantity, value, average_cost, created_at, updated_at)
    select ${tenant}::uuid, n, n, 1, 0, 0, ${night('24')}::timestamptz, ${night('24')}::timestamptz
    from unnest(${ids}::uuid[]) n`)
  await check('25')
  const { differences, found } = (await checkOf('Stock')) ?? {}
  expect(differences).toBe(150)
  expect(found?.split('\n')).toHaveLength(101)
  expect(found).toContain('And 50 more.')
  await tamper(sql`delete from stock_value where tenant = ${tenant} and value = 0`)
  expect(await check('26')).toEqual([])
})

test('who writes does not wait for the check, nor the check for who writes', async () => {
  await world().within(async (ctx) => {
    await ctx.sql(
      sql`select 1 from stock_level where tenant = ${ctx.tenant} order by product for update`,
    )
    expect(await check('27')).toEqual([])
  })
})
