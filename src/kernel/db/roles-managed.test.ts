/** The program works on a server that asks for passwords and has no superuser for us. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Embedded, startEmbedded } from './embedded/embedded.ts'
import { migrate } from './migrate/migrate.ts'
import { prepareRoles } from './roles.ts'
import { withClient } from './with-client.ts'

let folder: string
let embedded: Embedded
let url: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shangmai-managed-'))
  embedded = await startEmbedded({ dataDir: folder, durable: false })
  const rules = join(folder, 'postgres/pg_hba.conf')
  const asked = ['customer_of_the_cloud', 'another_customer', '/^shangmai_app']
    .map((role) => `local all ${role} scram-sha-256\n`)
    .join('')
  writeFileSync(rules, asked + readFileSync(rules, 'utf8'))
  await withClient(embedded.connection, async (client) => {
    await client.query("create role customer_of_the_cloud login createrole password 'p@ss word'")
    await client.query('create database managed owner customer_of_the_cloud')
    await client.query("create role another_customer login password 'p@ss word'")
    await client.query('create database another owner another_customer')
    await client.query('select pg_reload_conf()')
  })
  const host = encodeURIComponent(embedded.connection.host)
  url = `postgresql://customer_of_the_cloud:p%40ss%20word@/managed?host=${host}`
})

afterAll(async () => {
  await embedded.stop()
  rmSync(folder, { recursive: true })
})

test('the login gets a password that every process derives alike', async () => {
  const all = await Promise.all([1, 2].map(() => prepareRoles({ connectionString: url })))
  const again = await prepareRoles({ connectionString: url })
  for (const { app } of [...all, again]) {
    const { rows } = await withClient(app, (client) => client.query('select current_user as me'))
    expect(rows).toEqual([{ me: 'shangmai_app_managed' }])
  }
  const guess = { ...again.app, password: 'guess' }
  await expect(withClient(guess, () => Promise.resolve())).rejects.toThrow('authentication failed')
})

test('a new password of the owner changes that of the program', async () => {
  const before = await prepareRoles({ connectionString: url })
  const owner = { ...before.owner, password: 'another' }
  await withClient(embedded.connection, (client) =>
    client.query("alter role customer_of_the_cloud password 'another'"),
  )
  const after = await prepareRoles(owner)
  expect(after.app.password).not.toBe(before.app.password)
  await withClient(embedded.connection, (client) =>
    client.query("alter role customer_of_the_cloud password 'p@ss word'"),
  )
  await prepareRoles({ connectionString: url })
})

test('another database of the same server does not take the login away', async () => {
  const first = await prepareRoles({ connectionString: url })
  const other = url
    .replace('customer_of_the_cloud', 'another_customer')
    .replace('managed', 'another')
  const prepare = () => prepareRoles({ connectionString: other })
  await expect(prepare()).rejects.toThrow(/permission denied to create role.*DATABASE_APP_URL/u)
  await withClient(embedded.connection, (client) =>
    client.query(`alter role another_customer createrole;
      grant shangmai_app to another_customer with admin option`),
  )
  const second = await prepare()
  expect([first.app.user, second.app.user]).toEqual([
    'shangmai_app_managed',
    'shangmai_app_another',
  ])
  for (const { app } of [first, second]) await withClient(app, () => Promise.resolve())
})

test('what the server prefers does not change what the program reads', async () => {
  const { owner, app } = await prepareRoles({ connectionString: url })
  await withClient(owner, (client) =>
    client.query(`alter database managed set timezone = 'Asia/Taipei';
      alter database managed set datestyle = 'German, DMY'`),
  )
  const text = "select '2026-03-01T09:30:00Z'::timestamptz::text, '2026-03-02'::date::text"
  for (const access of [owner, app]) {
    const { rows } = await withClient(access, (client) => client.query({ text, rowMode: 'array' }))
    expect(rows).toEqual([['2026-03-01 09:30:00+00', '2026-03-02']])
  }
})

test('functions that look past row-level security still see every row', async () => {
  const { owner, app } = await prepareRoles({ connectionString: url })
  const migrations = mkdtempSync(join(tmpdir(), 'shangmai-migrations-'))
  writeFileSync(
    join(migrations, '0001-a.sql'),
    `create table a (id integer);

insert into a values (1);

alter table a enable row level security;

grant select on a to shangmai_app;

create function seen() returns bigint security definer language sql as
  $$ select count(*) from public.a $$;
`,
  )
  await migrate({ owner, folder: migrations, log: () => undefined })
  rmSync(migrations, { recursive: true })
  const { rows } = await withClient(app, (client) =>
    client.query('select (select count(*) from a) as own, seen() as function'),
  )
  expect(rows).toEqual([{ own: '0', function: '1' }])
})
