/** An import that is disturbed: every row comes in once, whatever happened on the way. */
import { afterEach, expect, test } from 'vitest'
import { undo } from '../undo/undo.ts'
import { sql } from '../db/sql.ts'
import { people } from '../testing/people.ts'
import { useHouse } from '../testing/use-house.ts'
import { refuses } from '../testing/world.ts'
import { goOn } from './begin-run.ts'
import { wishCancel } from '../run/progress.ts'
import { keyOf } from './run-store.ts'
import { begin, bring, boxes, manyBoxes, onBox, runOf, stateOf, work } from './testing/bring.ts'

const world = useHouse([people, boxes], async () => async () => undefined)
const rows = 1200
let mark = 'x'

afterEach(() => {
  onBox.added = () => undefined
  mark += 'x'
})

/** Fails in this way when the box of that name comes, so many times. */
function trip(name: string, error: Error, times = 1): void {
  let left = times
  onBox.added = (added) => {
    if (added !== name || left === 0) return
    left -= 1
    throw error
  }
}

const broken = (code?: string) => Object.assign(new Error('broken'), code ? { code } : {})

/** How many boxes of this test there are, and how many different ones. */
async function found(): Promise<[all: number, different: number]> {
  const { house, tenant } = world()
  const [row] = await house.database.read<{ all: number; different: number }>(
    tenant,
    sql`select count(*)::integer as all, count(distinct name)::integer as different from box
      where tenant = ${tenant} and code like ${`${mark}-%`} and deleted_at is null`,
  )
  return [row?.all ?? 0, row?.different ?? 0]
}

const whole = { total: rows, done: rows, created: rows, updated: 0, unchanged: 0, rejected: 0 }

function again(id: string): Promise<void> {
  const { house, tenant } = world()
  return house.database.transaction(tenant, async (tx) => {
    const { run } = await stateOf(world(), id)
    await goOn(tx, tenant, run, house.now())
  })
}

test.each(['40001', '40P01'])('a transaction that begins again (%s) counts once', async (code) => {
  trip('Box 700', broken(code))
  const state = await bring(world(), manyBoxes(rows, mark))
  expect(state).toMatchObject({ status: 'done', figures: whole, problems: [] })
  expect(await found()).toEqual([rows, rows])
})

test('a failure leaves the run to the queue, which goes on behind', async () => {
  trip('Box 700', broken())
  const id = await runOf(world(), manyBoxes(rows, mark))
  await expect(work(world(), id)).rejects.toThrow('broken')
  const { status, rule, figures } = await stateOf(world(), id)
  expect([status, rule, figures.done, figures.total]).toEqual(['running', null, 500, rows])
  expect(await found()).toEqual([500, 500])
  await work(world(), id)
  expect(await stateOf(world(), id)).toMatchObject({ status: 'done', figures: whole })
  expect(await found()).toEqual([rows, rows])
})

test('after its last try the run says so, goes on when asked, is taken back whole', async () => {
  trip('Box 700', broken())
  const id = await runOf(world(), manyBoxes(rows, mark))
  await expect(work(world(), id, true)).rejects.toThrow('broken')
  const failed = await stateOf(world(), id)
  expect([failed.status, failed.rule]).toEqual(['failed', 'import.broken-off'])
  const { run } = failed
  await refuses(begin(world(), run, run.plan!, 'running'), 'import.already-running')
  await again(id)
  await work(world(), id)
  expect(await stateOf(world(), id)).toMatchObject({ status: 'done', rule: null, figures: whole })
  expect(await found()).toEqual([rows, rows])
  const { house } = world()
  const { caller } = await world().as('administrator')
  expect((await undo(house, caller, run.operation!, {})).restored).toBe(rows)
  expect(await found()).toEqual([0, 0])
})

test('a busy database is no fault of the rows', async () => {
  trip('Box 3', broken('57014'))
  const id = await runOf(world(), manyBoxes(10, mark))
  await refuses(work(world(), id), 'database.busy')
  expect(await stateOf(world(), id)).toMatchObject({ status: 'running', problems: [] })
  await work(world(), id)
  expect(await found()).toEqual([10, 10])
})

test('two workers with the same run write each row once', async () => {
  const id = await runOf(world(), manyBoxes(rows, mark))
  await Promise.all([work(world(), id), work(world(), id), work(world(), id)])
  expect(await stateOf(world(), id)).toMatchObject({ status: 'done', figures: whole })
  expect(await found()).toEqual([rows, rows])
})

test('of several who begin a run at once one does', async () => {
  const { run } = await bring(world(), manyBoxes(3, mark), { check: true })
  const tries = Array.from({ length: 4 }, () => begin(world(), run, run.plan!, 'running'))
  const results = await Promise.allSettled(tries)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await work(world(), run.id)
  expect(await found()).toEqual([3, 3])
})

test('a check that is broken off begins again, with its account', async () => {
  trip('Box 700', broken())
  const text = `${manyBoxes(rows, mark)}\n,without a name`
  const id = await runOf(world(), text, { check: true })
  await expect(work(world(), id)).rejects.toThrow('broken')
  await work(world(), id)
  const state = await stateOf(world(), id)
  const figures = { ...whole, total: rows + 1, done: rows + 1, rejected: 1 }
  expect(state).toMatchObject({ status: 'checked', figures, operation: null })
  expect(state.problems).toEqual([[rows + 2, 'name', 'field.required']])
  expect(await found()).toEqual([0, 0])
})

test('who cancels keeps what is in, and may go on', async () => {
  const { house, tenant } = world()
  trip('Box 700', broken())
  const id = await runOf(world(), manyBoxes(rows, mark))
  await expect(work(world(), id)).rejects.toThrow('broken')
  await wishCancel(house.database, keyOf(tenant, id), house.now())
  await work(world(), id)
  const { status, figures } = await stateOf(world(), id)
  expect([status, figures.done, figures.created]).toEqual(['cancelled', 500, 500])
  expect(await found()).toEqual([500, 500])
  await again(id)
  await work(world(), id)
  expect(await stateOf(world(), id)).toMatchObject({ status: 'done', figures: whole })
  expect(await found()).toEqual([rows, rows])
})

test('what was taken back meanwhile does not go on', async () => {
  const { house } = world()
  trip('Box 700', broken())
  const id = await runOf(world(), manyBoxes(rows, mark))
  await expect(work(world(), id)).rejects.toThrow('broken')
  const { run } = await stateOf(world(), id)
  const { caller } = await world().as('administrator')
  await undo(house, caller, run.operation!, {})
  await work(world(), id)
  expect(await stateOf(world(), id)).toMatchObject({ status: 'failed', rule: 'import.taken-back' })
  await refuses(again(id), 'import.taken-back')
  expect(await found()).toEqual([0, 0])
})
