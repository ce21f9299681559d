/** Numbers come from the transaction alone: a write never waits for a second connection. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../db/database.ts'
import { buildRegistry } from '../registry.ts'
import { countIn } from './pattern.ts'
import { cloneDatabase } from '../testing/cluster.ts'
import { people } from '../testing/people.ts'
import { openWorld, type World } from '../testing/world.ts'

let database: Database
let world: World
let drop: () => Promise<void>
beforeAll(async () => {
  const clone = await cloneDatabase()
  drop = clone.drop
  database = openDatabase(clone.access.app, { connections: 1 })
  world = await openWorld(database, buildRegistry([people]))
})
afterAll(async () => {
  await database.close()
  await drop()
})

test('with one connection, and settings forgotten meanwhile, a number is given', async () => {
  const number = await world.within((ctx) => {
    world.house.companies.forget(world.tenant)
    return ctx.nextNumber('order.number', 'SO-{year}-{000}')
  })
  expect(number).toBe('SO-2026-001')
}, 15_000)

test.each([
  ['SO-{year}{month}-{0000}', 'SO-202611-0042', { period: '2026-11', count: 42 }],
  ['SO-{year}{month}-{0000}', 'SO-202611-12345', { period: '2026-11', count: 12_345 }],
  ['C{00000}', 'C00007', { period: '', count: 7 }],
  ['{roc}{month}{day}.{000}', '1151123.009', { period: '2026-11-23', count: 9 }],
  ['{yy}/{0}', '26/9', { period: '2026', count: 9 }],
  ['C{00000}', 'C7', null],
  ['C{00000}', 'KUNDE-1', null],
  ['C{0}', 'C99999999999999999999', null],
])('%s reads %s as %j', (pattern, number, expected) => {
  expect(countIn(pattern, number)).toEqual(expected)
})
