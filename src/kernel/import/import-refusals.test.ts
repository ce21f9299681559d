/** What is wrong with a file as a whole ends its import before any row; a row ends alone. */
import { afterEach, expect, test } from 'vitest'
import { fail } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import { people } from '../testing/people.ts'
import { useHouse } from '../testing/use-house.ts'
import { bring, boxes, Box, manyBoxes, onBox, runOf, stateOf, work } from './testing/bring.ts'

const world = useHouse([people, boxes], async () => async () => undefined)

afterEach(() => {
  onBox.added = () => undefined
})

async function names(like: string): Promise<string[]> {
  const found = await world().program.list(Box, { where: { code: { starts: like } }, sort: 'name' })
  return found.map(({ name }) => name)
}

test('a file that is damaged at its end brings in no row, and the run says why', async () => {
  const state = await bring(world(), `${manyBoxes(700, 'damaged')}\n"never closed,x`)
  expect([state.status, state.rule]).toEqual(['failed', 'import.unclosed-quote'])
  expect(state.figures.created).toBe(0)
  expect(await names('damaged')).toEqual([])
})

test('a row that a module refuses is refused alone', async () => {
  onBox.added = (name) => {
    if (name === 'Box 7' || name === 'Box 8') fail('box.too-odd', {}, { field: 'name' })
  }
  const { figures, problems } = await bring(world(), manyBoxes(20, 'odd'))
  expect(figures).toMatchObject({ total: 20, done: 20, created: 18, rejected: 2 })
  expect(problems).toEqual([
    [8, 'name', 'box.too-odd'],
    [9, 'name', 'box.too-odd'],
  ])
  expect(await names('odd')).toHaveLength(18)
})

test('who can no longer sign in brings in nothing', async () => {
  const { house, tenant } = world()
  const id = await runOf(world(), manyBoxes(3, 'gone'))
  await house.database.transaction(tenant, async (tx) =>
    tx.send(sql`update import_run set by_user = null where tenant = ${tenant} and id = ${id}`),
  )
  await work(world(), id)
  expect(await stateOf(world(), id)).toMatchObject({ status: 'failed', rule: 'import.person-gone' })
})
