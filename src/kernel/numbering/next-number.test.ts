/** Numbers come from the transaction alone: a write never waits for a second connection. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '#kernel/db/database.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { cloneDatabase } from '#kernel/testing/cluster.ts'
import { openWorld, type World } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Customer } from '#modules/customers/index.ts'

let database: Database
let world: World
let drop: () => Promise<void>
beforeAll(async () => {
  const clone = await cloneDatabase()
  drop = clone.drop
  database = openDatabase(clone.access.app, { connections: 1 })
  world = await openWorld(database, buildRegistry(modules))
})
afterAll(async () => {
  await database.close()
  await drop()
})

test('with one connection, and settings forgotten meanwhile, a number is given', async () => {
  const customer = await world.within((ctx) => {
    world.house.companies.forget(world.tenant)
    return ctx.create(Customer, { name: 'Ming Yang' })
  })
  expect(customer.number).toBe('C00001')
}, 15_000)
