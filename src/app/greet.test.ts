/** The greeting names the people who can sign in, and nobody else. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '#kernel/db/database.ts'
import { newId } from '#kernel/db/new-id.ts'
import { sql } from '#kernel/db/sql.ts'
import type { House } from '#kernel/house.ts'
import { cloneDatabase, type ClonedDatabase } from '#kernel/testing/cluster.ts'
import { waysIn } from './greet.ts'

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

const tenant = newId()
const ask = () => waysIn({ database } as House)

async function add(...emails: string[]): Promise<void> {
  for (const email of emails) {
    await database.control(
      sql`insert into login (email, tenant, user_id) values (${email}, ${tenant}, ${newId()})`,
    )
  }
}

test('an empty program asks for a company; one’s own company has no demo people', async () => {
  expect(await ask()).toEqual(['Open it to set up your company.'])
  await database.control(
    sql`insert into company (tenant, name, created_at) values (${tenant}, 'Own', ${new Date()})`,
  )
  await add('boss@example.com')
  expect(await ask()).toEqual([])
})

test('of the demo company those are named who are still there', async () => {
  await add('admin@demo.local', 'sales@demo.local')
  const lines = await ask()
  expect(lines[0]).toContain('shangmai-demo')
  expect(lines.slice(1).map((line) => line.trim().split(' ')[0])).toEqual([
    'admin@demo.local',
    'sales@demo.local',
  ])
})
