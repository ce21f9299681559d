/** Books are closed with a reason, reopened by right only, and who posts is waited for. */
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { sql } from '#kernel/db/sql.ts'
import { refuses, useWorld, type World } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Books, closeBooks, refuseClosed, reopenBooks, seedBooks } from './index.ts'

const world = useWorld(modules)
const monthEnd = { reason: 'October is reported' }

/** A company of its own, today 2026-11-23, all days open. */
async function company(): Promise<World & { books: string }> {
  const other = await world().elsewhere()
  await other.within((ctx) => seedBooks(ctx))
  const [books] = await other.program.list(Books)
  return { ...other, books: books?.id ?? '' }
}

function post({ within }: World, on: string, field?: string): Promise<void> {
  return within((ctx) => refuseClosed(ctx, { on, ...(field ? { field } : {}) }))
}

test('finance closes days that are over, forward only, with a reason kept', async () => {
  const here = await company()
  const finance = await here.as('finance')
  const close = (until: string, why = monthEnd) =>
    finance.do(closeBooks, here.books, { until }, why)
  await refuses(close('2026-10-31', { reason: ' ' }), 'action.reason-needed')
  await refuses(close('2026-11-23'), 'books.day-not-over', 'until')
  await close('2026-10-31')
  await refuses(close('2026-10-31'), 'books.closed-already', 'until')
  await refuses(close('2026-09-30'), 'books.closed-already', 'until')
  expect(await finance.see(Books, here.books)).toMatchObject({ closedUntil: '2026-10-31' })
  const entries = await here.house.database.read(
    here.tenant,
    sql`select reason, before, after from audit
      where tenant = ${here.tenant} and record = ${here.books}::uuid and action <> 'create'
        and before is not null`,
  )
  const closed = { before: { closedUntil: null }, after: { closedUntil: '2026-10-31' } }
  expect(entries).toEqual([expect.objectContaining({ reason: monthEnd.reason, ...closed })])
})

test('only who may reopen goes back, and only back', async () => {
  const here = await company()
  const [finance, manager] = [await here.as('finance'), await here.as('manager')]
  const open = (until: string | null) => manager.do(reopenBooks, here.books, { until }, monthEnd)
  await refuses(open(null), 'books.not-closed')
  await manager.do(closeBooks, here.books, { until: '2026-10-31' }, monthEnd)
  const byFinance = finance.do(reopenBooks, here.books, { until: '2026-09-30' }, monthEnd)
  await refuses(byFinance, 'action.not-allowed')
  await refuses(open('2026-10-31'), 'books.not-back', 'until')
  await open('2026-09-30')
  await post(here, '2026-10-01')
  await refuses(post(here, '2026-09-30'), 'books.period-closed')
  await open(null)
  await post(here, '2026-09-30')
})

test('others neither see the books nor close them', async () => {
  const here = await company()
  const seller = await here.as('sales')
  await refuses(seller.see(Books, here.books), 'record.not-found')
  const closing = seller.do(closeBooks, here.books, { until: '2026-10-31' }, monthEnd)
  await refuses(closing, 'record.not-found')
})

test('a closed day is refused by name at its field; the day after is open', async () => {
  const here = await company()
  await here.program.do(closeBooks, here.books, { until: '2026-10-31' }, monthEnd)
  const refusal = await refuses(post(here, '2026-10-31', 'shippedOn'), 'books.period-closed')
  expect(refusal.facts).toEqual({ date: '2026-10-31', until: '2026-10-31' })
  expect(refusal.field).toBe('shippedOn')
  await post(here, '2026-11-01', 'shippedOn')
})

test('closing waits for who is posting, and who comes later is refused', async () => {
  const here = await company()
  const ends: string[] = []
  const [entered, leave] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const posting = here.within(async (ctx) => {
    await refuseClosed(ctx, { on: '2026-10-31' })
    entered.resolve()
    await leave.promise
    ends.push('posted')
  })
  await entered.promise
  const closing = here.program
    .do(closeBooks, here.books, { until: '2026-10-31' }, monthEnd)
    .then(() => ends.push('closed'))
  // Others post at the same time: they do not wait for each other.
  await post(here, '2026-11-02')
  await delay(100)
  expect(ends).toEqual([])
  leave.resolve()
  await Promise.all([posting, closing])
  expect(ends).toEqual(['posted', 'closed'])
  await refuses(post(here, '2026-10-31'), 'books.period-closed')
})

test('who comes while the books are being closed waits, and is refused', async () => {
  const here = await company()
  const [entered, leave] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const closing = here.within(async (ctx) => {
    await ctx.do(closeBooks, here.books, { until: '2026-10-31' }, monthEnd.reason)
    entered.resolve()
    await leave.promise
  })
  await entered.promise
  const late = refuses(post(here, '2026-10-31'), 'books.period-closed')
  await delay(50)
  leave.resolve()
  await Promise.all([closing, late])
})
