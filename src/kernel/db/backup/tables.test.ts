/** A backup of tables fills an empty database of the same version exactly. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ClonedDatabase, cloneDatabase } from '#kernel/testing/cluster.ts'
import { migrate } from '../migrate/migrate.ts'
import { withClient } from '../with-client.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

const now = new Date('2026-03-01T09:30:00Z')
// Tables that refer to each other in a circle, and values that a careless export breaks.
const schema = `create table currency (code text primary key);

insert into currency values ('TWD');

create table customer (tenant integer, id integer, name text, parent integer, best integer,
  price numeric, extra jsonb, seen_at timestamptz, picture bytea, tags text[],
  folded text generated always as (lower(name)) stored, primary key (tenant, id),
  foreign key (tenant, parent) references customer);

create table contact (tenant integer, id integer, customer integer, primary key (tenant, id),
  foreign key (tenant, customer) references customer);

alter table customer add foreign key (tenant, best) references contact;
`
const rows = [
  "insert into currency values ('CNY')",
  `insert into customer values (1, 2, E'商\\t脈\\n\\\\N', null, null, 'NaN', 'null',
     '2026-02-28T23:59:59.123456Z', '\\x00ff', array['a,b', null, '{']),
   (1, 1, 'Éa', 2, null, 12345678901234567890.123456789, '{"a": 1.10}', null, null, '{}')`,
  'insert into contact values (1, 5, 1)',
  'update customer set best = 5 where id = 1',
]

let folder: string
let source: ClonedDatabase
let target: ClonedDatabase

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shangmai-tables-'))
  writeFileSync(join(folder, '0001-a.sql'), schema)
  source = await cloneDatabase({ empty: true })
  target = await cloneDatabase({ empty: true })
  for (const database of [source, target]) {
    await migrate({ owner: database.access.owner, folder, log: () => undefined })
  }
})

afterEach(async () => {
  await source.drop()
  await target.drop()
  rmSync(folder, { recursive: true })
})

async function ask(database: ClonedDatabase, ...texts: string[]): Promise<unknown[]> {
  return withClient(database.access.owner, async (client) => {
    let found: unknown[] = []
    for (const text of texts) found = (await client.query(text)).rows
    return found
  })
}

function save(): Promise<string> {
  const options = { dataDir: folder, backupDir: join(folder, 'backups'), now }
  return backup({ owner: source.access.owner, ...options })
}

function load(from: string): Promise<unknown> {
  return restore({ from, owner: target.access.owner, dataDir: folder, now })
}

const everything = `select (select json_agg(c order by code) from currency c)::text as currencies,
  (select json_agg(c order by id) from customer c)::text as customers,
  (select count(*) from customer where extra = 'null') as null_documents,
  (select json_agg(c) from contact c)::text as contacts,
  (select count(*) from pg_constraint where contype = 'f' and convalidated) as references`

test('every value comes back as it was, references and all', async () => {
  await ask(source, ...rows)
  await load(await save())
  const restored = await ask(target, everything)
  expect(restored).toEqual(await ask(source, everything))
  expect(restored[0]).toMatchObject({ references: '3', null_documents: '1' })
})

test('a database in use is not overwritten', async () => {
  await ask(source, ...rows)
  const from = await save()
  await ask(target, "insert into customer (tenant, id, name) values (1, 9, 'kept')")
  await expect(load(from)).rejects.toThrow('The database is not empty: customer holds rows.')
  expect(await ask(target, 'select name from customer')).toEqual([{ name: 'kept' }])
})

test('a server takes no files of an embedded database', async () => {
  const from = await save()
  const manifest = join(from, 'backup.json')
  const content = { kind: 'physical', postgres: '18', platform: 'linux-x64' }
  const told = JSON.parse(readFileSync(manifest, 'utf8')) as object
  writeFileSync(manifest, JSON.stringify({ ...told, content }))
  await expect(load(from)).rejects.toThrow('which a server cannot take')
})

test('tables of another version are refused', async () => {
  const from = await save()
  writeFileSync(join(folder, '0002-b.sql'), 'create table later (id integer)')
  await migrate({ owner: target.access.owner, folder, log: () => undefined })
  await expect(load(from)).rejects.toThrow('made by another version of the program')
})

test('a damaged file changes nothing', async () => {
  await ask(source, ...rows)
  const from = await save()
  writeFileSync(join(from, 'tables/contact.copy'), '')
  await expect(load(from)).rejects.toThrow('contact has 0 rows in the backup, not 1.')
  expect(await ask(target, 'select code from currency')).toEqual([{ code: 'TWD' }])
})
