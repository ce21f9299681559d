/** The tables as migrations build them: as declared, and fit to be spread over machines. */
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '#kernel/db/with-client.ts'
import { lineFields } from '#kernel/entity/entity.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { planMigration, undecided } from '#kernel/plan/plan.ts'
import { schemaOf } from '#kernel/plan/schema.ts'
import { readSnapshot } from '#kernel/plan/write-migration.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { cloneDatabase, type ClonedDatabase } from '#kernel/testing/cluster.ts'
import { catalogue } from '#kernel/testing/catalogue.ts'
import { controlTables } from '#kernel/testing/statement-rules.ts'
import { modules } from '#modules/index.ts'

const wished = schemaOf([...buildRegistry([kernelModule, ...modules]).entities.values()])
const declared = Object.keys(wished.tables)

let migrated: ClonedDatabase
let planned: ClonedDatabase

beforeAll(async () => {
  migrated = await cloneDatabase()
  planned = await cloneDatabase()
  await withClient(planned.access.owner, async (client) => {
    for (const table of declared) await client.query(`drop table "${table}" cascade`)
    for (const sql of planMigration({ tables: {} }, wished)) await client.query(sql)
  })
})

afterAll(async () => {
  await migrated?.drop()
  await planned?.drop()
})

async function ask(text: string, { access } = migrated): Promise<Record<string, unknown>[]> {
  return withClient(access.owner, async (client) => (await client.query(text, [declared])).rows)
}

/** Rules: a row each of what is wrong. */
async function wrong(text: string): Promise<unknown[]> {
  return ask(`select * from (${text}) w where $1::text[] is not null`)
}

test('no migration is missing, and none waits for a decision', () => {
  expect(planMigration(readSnapshot('migrations'), wished)).toEqual([])
  const written = readdirSync('migrations').map((name) =>
    readFileSync(`migrations/${name}`, 'utf8'),
  )
  expect(written.filter((text) => text.includes(undecided))).toEqual([])
})

test.each(Object.entries(catalogue))(
  'the migrations build the declared %s',
  async (_part, text) => {
    const built = await ask(text)
    expect(built.length).toBeGreaterThanOrEqual(declared.length)
    expect(built).toEqual(await ask(text, planned))
  },
)

const control = [...controlTables, 'shangmai_migration'].map((name) => `'${name}'`).join(', ')
const companyTables = `select oid, relname from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    and relname not in (${control})`
const columnsOf = `(select array_agg(a.attname::text order by k.at)
  from unnest(i.indkey) with ordinality k(num, at)
  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num and k.at <= i.indnkeyatts)`

const rules: Record<string, string> = {
  'has a primary key that begins with the company': `select t.relname from (${companyTables}) t
    where not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisprimary
      and (${columnsOf})[1] = 'tenant')`,
  'is unique only within a company': `select t.relname, i.indexrelid::regclass from (${companyTables}) t
    join pg_index i on i.indrelid = t.oid where i.indisunique and not 'tenant' = any(${columnsOf}::text[])`,
  'refers to others of the same company': `select k.conname from pg_constraint k
    join (${companyTables}) t on t.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
    where k.contype = 'f' and (a.attname <> 'tenant' or b.attname <> 'tenant')`,
  'never loses or rewrites a reference by itself': `select conname from pg_constraint
    where contype = 'f' and (confdeltype in ('n', 'd') or confupdtype <> 'a')`,
  'is not referred to by what belongs to no company': `select k.conname from pg_constraint k
    join (${companyTables}) t on t.oid = k.confrelid
    where k.conrelid not in (select oid from (${companyTables}) o)`,
  'has no trigger': `select tgname from pg_trigger where not tgisinternal
    and tgrelid in (select oid from (${companyTables}) t)`,
  'has no rule': `select rulename from pg_rules where schemaname = 'public'`,
  'takes no number from a sequence': `select relname from pg_class
    where relkind = 'S' and relnamespace = 'public'::regnamespace`,
  'is walled by row-level security': `select t.relname from (${companyTables}) t
    join pg_class c on c.oid = t.oid
    where not c.relrowsecurity or not exists (select 1 from pg_policy p where p.polrelid = t.oid)`,
  'uses no types of its own': `select t.relname, a.attname from (${companyTables}) t
    join pg_attribute a on a.attrelid = t.oid join pg_type y on y.oid = a.atttypid
    where y.typtype = 'e' or y.typname = 'citext'`,
}

test('a book is only ever added to, and so are its lines', async () => {
  const books = modules.flatMap((module) => module.entities).filter((one) => one.appendOnly)
  const lines = books.flatMap((book) => lineFields(book).map(([, entity]) => entity))
  const names = ['audit', ...[...books, ...lines].map(({ table }) => table)]
  expect(names).toEqual(expect.arrayContaining(['ledger_line', 'stock_move']))
  const list = names.map((name) => `'${name}'`).join(', ')
  const rights = await wrong(`select t.relname as name, r.may from (${companyTables}) t
    cross join unnest(array['insert', 'update', 'delete', 'truncate']) r(may)
    where t.relname in (${list}) and has_table_privilege('shangmai_app', t.oid, r.may)
    order by t.relname`)
  expect(rights).toEqual(names.sort().map((name) => ({ name, may: 'insert' })))
})

test.each(Object.entries(rules))('no table breaks the rule: each %s', async (_rule, text) => {
  expect(await wrong(text)).toEqual([])
})
