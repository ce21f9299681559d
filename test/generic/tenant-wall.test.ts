/** The database itself shows the program no row of another company, and takes none for it. */
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '#kernel/db/database.ts'
import { raw, sql } from '#kernel/db/sql.ts'
import { entityWord } from '#kernel/search/owner-words.ts'
import { controlTables } from '#kernel/testing/statement-rules.ts'
import { Customer } from '#modules/customers/index.ts'
import { useProduct } from './product.ts'
import { sampleWord } from './sample-values.ts'
import { openSides } from './two-companies.ts'

const product = useProduct()

/** The program's own login, beside the program. */
let client: Client
let tables: string[]
let here: string
let there: string
/** Ids of the customers over there. */
let customers: readonly string[]

beforeAll(async () => {
  const sides = await openSides(product())
  here = sides.here.company.tenant
  there = sides.there.company.tenant
  customers = sides.there.samples.ids.get('customer') ?? []
  client = new Client(product().access.app)
  await client.connect()
  const found = await product().asOwner<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const apart = new Set([...controlTables, 'shangmai_migration'])
  tables = found.map(({ name }) => name).filter((name) => !apart.has(name))
}, 120_000)

afterAll(() => client?.end())

beforeEach(() => work(null))

/** Works for this company from now on; for none when it is null. */
async function work(tenant: string | null): Promise<void> {
  await client.query('rollback')
  await client.query('begin')
  if (tenant) await client.query('select shangmai_set_tenant($1)', [tenant])
}

async function countOf(table: string, tenant?: string): Promise<number> {
  const where = tenant ? ` where tenant = '${tenant}'` : ''
  const { rows } = await client.query(`select count(*)::integer as n from "${table}"${where}`)
  return rows[0].n as number
}

/** What the database says to a statement: rows touched, or why not. */
async function tried(text: string): Promise<string> {
  await client.query('savepoint s')
  try {
    return `${(await client.query(text)).rowCount} rows`
  } catch (error) {
    await client.query('rollback to savepoint s')
    const { code, message } = error as { code: string; message: string }
    const why = /row-level security|permission denied/u.exec(message)?.[0]
    return `${code} ${why ?? message}`
  }
}

const walled = '42501 row-level security'
const forbidden = '42501 permission denied'

/** Tables of books are only added to. */
async function mayChange(table: string): Promise<boolean> {
  const { rows } = await client.query(`select has_table_privilege($1, 'update') as may`, [
    `"${table}"`,
  ])
  return rows[0].may as boolean
}

test('the program is bound by the wall', async () => {
  const { rows } = await client.query(
    `select current_user as who, rolsuper as super, rolbypassrls as bypass
      from pg_roles where rolname = current_user`,
  )
  expect(rows).toEqual([{ who: 'shangmai_app', super: false, bypass: false }])
})

test('both companies have rows in the tables of all kinds of record', async () => {
  const parts = [...product().house.registry.entities.values()].map(
    ({ table }) => `select '${table}' as name, tenant from "${table}"`,
  )
  const filled = await product().asOwner<{ name: string; tenants: string[] }>(
    `select name, array_agg(distinct tenant) as tenants from (${parts.join(' union all ')}) t
      group by name`,
  )
  const full = filled.filter(({ tenants }) => [here, there].every((one) => tenants.includes(one)))
  const empty = [...product().house.registry.entities.values()].filter(
    ({ table }) => !full.some(({ name }) => name === table),
  )
  expect(empty).toEqual([])
})

describe('without a company', () => {
  test('no table has a row', async () => {
    const seen: string[] = []
    for (const table of tables) if ((await countOf(table)) > 0) seen.push(table)
    expect(seen).toEqual([])
  })

  test('no table takes a row, and none is changed or taken out', async () => {
    for (const table of tables) {
      expect([table, await tried(copyOf(table, there))]).toEqual([table, walled])
      const may = await mayChange(table)
      const change = await tried(`update "${table}" set tenant = tenant`)
      const removal = await tried(`delete from "${table}"`)
      const none = may ? '0 rows' : forbidden
      expect([table, change, removal]).toEqual([table, none, none])
    }
  })
})

/** A whole row of a company's, as the owner knows it; the statement puts it in again. */
function copyOf(table: string, tenant: string): string {
  return `insert into "${table}" select * from jsonb_populate_record(null::"${table}",
    '{"tenant": "${tenant}"}')`
}

describe('for one company', () => {
  beforeEach(() => work(here))

  test('no table shows a row of another, whatever is asked', async () => {
    const wrong: string[] = []
    for (const table of tables) {
      const [all, own, other] = [
        await countOf(table),
        await countOf(table, here),
        await countOf(table, there),
      ]
      if (other > 0 || all !== own) wrong.push(`${table}: ${all} rows, ${own} own, ${other} theirs`)
    }
    expect(wrong).toEqual([])
  })

  test('no table takes a row for another, or gives one away', async () => {
    for (const table of tables) {
      expect([table, await tried(copyOf(table, there))]).toEqual([table, walled])
      const may = await mayChange(table)
      const where = `where tenant = '${there}'`
      const change = await tried(`update "${table}" set tenant = tenant ${where}`)
      const removal = await tried(`delete from "${table}" ${where}`)
      const none = may ? '0 rows' : forbidden
      expect([table, change, removal]).toEqual([table, none, none])
      if (!may || (await countOf(table)) === 0) continue
      const gift = await tried(`update "${table}" set tenant = '${there}'`)
      expect([table, gift]).toEqual([table, walled])
    }
  })
})

test('a line that served one company serves nobody when it is done', async () => {
  const database = openDatabase(product().access.app, { connections: 1 })
  try {
    const asked = sql`select count(*)::integer as n from customer where tenant = ${here}`
    const unbound = raw('select count(*)::integer as n from customer')
    expect(await database.read(here, asked)).not.toEqual([{ n: 0 }])
    expect(await database.control(unbound)).toEqual([{ n: 0 }])
    await database.transaction(here, async (tx) => {
      expect(await tx.query(asked)).not.toEqual([{ n: 0 }])
    })
    expect(await database.control(unbound)).toEqual([{ n: 0 }])
    await expect(database.transaction(here, () => Promise.reject(new Error('x')))).rejects.toThrow()
    expect(await database.control(unbound)).toEqual([{ n: 0 }])
    expect(await database.read(there, asked)).toEqual([{ n: 0 }])
  } finally {
    await database.close()
  }
})

/** Functions that read past the wall, asked for words that only one company's records have. */
test('the search reads for the company at work, whatever words it is given', async () => {
  const word = entityWord(there, Customer)
  const theirs = new Set(customers)
  const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  const found = async (tenant: string | null) => {
    await work(tenant)
    const one = `select record from shangmai_search($1, $2, $3, $3, null, $4, 100, true)`
    const all = `select record from shangmai_search_all($1, $2, $3, $3, null, 100)`
    const query = `'${sampleWord('customer')}':*`
    const rows = [
      await client.query(one, ['customer', query, word, last]),
      await client.query(all, [query, ['customer'], [word]]),
    ]
    const records = rows.map((answer) => answer.rows.map(({ record }) => record as string))
    return records.map((ids) => ids.filter((id) => theirs.has(id)).length)
  }
  expect(await found(there)).toEqual([2, 2])
  expect(await found(here)).toEqual([0, 0])
  expect(await found(null)).toEqual([0, 0])
  const { rows } = await client.query(
    `select p.proname as name from pg_proc p
      where p.prosecdef and has_function_privilege(p.oid, 'execute') order by 1`,
  )
  expect(rows.map(({ name }) => name as string)).toEqual([
    'shangmai_discard_practice',
    'shangmai_search',
    'shangmai_search_all',
  ])
})
