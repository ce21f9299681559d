/** A connection that dies within a transaction is a failure of that write, not of the program. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type ClonedDatabase } from '../testing/cluster.ts'
import { openDatabase, type Database } from './database.ts'
import { newId } from './new-id.ts'
import { sql } from './sql.ts'
import { withClient } from './with-client.ts'

let cloned: ClonedDatabase
let database: Database

beforeAll(async () => {
  cloned = await cloneDatabase()
  database = openDatabase(cloned.access.app)
})

afterAll(async () => {
  await database.close()
  await cloned.drop()
})

test('the write fails, the next one works, and nothing crashes', async () => {
  const tenant = newId()
  const interrupted = database.transaction(tenant, async (tx) => {
    const [backend] = await tx.query<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    await withClient(cloned.access.owner, (client) =>
      client.query('select pg_terminate_backend($1)', [backend?.pid]),
    )
    await new Promise((resolve) => {
      setTimeout(resolve, 200)
    })
    return tx.query(sql`select 1`)
  })
  await expect(interrupted).rejects.toThrow()
  expect(await database.read(tenant, sql`select 1 as one`)).toEqual([{ one: 1 }])
})
