/** Numbers come from the transaction alone: a write never waits for a second connection. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../db/database.ts'
import { buildRegistry } from '../registry.ts'
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
