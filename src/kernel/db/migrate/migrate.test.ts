/** Upgrades: forward in order, and on failure back to where the database was. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ClonedDatabase, cloneDatabase } from '#kernel/testing/cluster.ts'
import { withClient } from '../with-client.ts'
import { type MigrateOptions, lagOf, migrate } from './migrate.ts'
import { splitStatements } from './migration-files.ts'

let database: ClonedDatabase
let folder: string

beforeEach(async () => {
  database = await cloneDatabase({ empty: true })
  folder = mkdtempSync(join(tmpdir(), 'shangmai-migrations-'))
})

afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

function write(name: string, ...statements: string[]): void {
  writeFileSync(join(folder, name), `-- ${name}\n\n${statements.join('\n\n')}\n`)
}

function run(options: Partial<MigrateOptions> = {}): Promise<number> {
  return migrate({ owner: database.access.owner, folder, log: () => undefined, ...options })
}

function ask(text: string): Promise<unknown[]> {
  return withClient(database.access.owner, async (client) => {
    return (await client.query({ text, rowMode: 'array' })).rows.flat()
  })
}

function tables(): Promise<unknown[]> {
  return ask(`select relname from pg_class where relkind = 'r'
    and relnamespace = 'public'::regnamespace and relname <> 'shangmai_migration' order by 1`)
}

test('migrations run once, in order, and are recorded', async () => {
  write('0002-b.sql', 'create table b (a integer references a (id))')
  write('0001-a.sql', 'create table a (id integer primary key)')
  expect(await run()).toBe(2)
  expect(await run()).toBe(0)
  expect(await ask('select name from shangmai_migration order by number')).toEqual(['a', 'b'])
})

test('how far a database is behind can be asked, which changes nothing', async () => {
  const { owner } = database.access
  write('0001-a.sql', 'create table a (id integer)')
  expect(await lagOf({ owner, folder })).toBe('empty')
  expect(await ask("select to_regclass('shangmai_migration')")).toEqual([null])
  await run()
  expect(await lagOf({ owner, folder })).toEqual([])
  write('0002-b.sql', 'create table b (id integer)')
  expect(await lagOf({ owner, folder })).toEqual(['migration 0002-b'])
  expect(await tables()).toEqual(['a'])
  await run()
  rmSync(join(folder, '0002-b.sql'))
  await expect(lagOf({ owner, folder })).rejects.toThrow('The database is newer than this program')
})

test('a database can be brought to an earlier version, for a backup of that version', async () => {
  write('0001-a.sql', 'create table a (id integer)')
  write('0002-b.sql', 'create table b (id integer)')
  expect(await run({ last: 1 })).toBe(1)
  expect(await tables()).toEqual(['a'])
  expect(await run()).toBe(1)
})

test('of several processes that start at once one migrates', async () => {
  write('0001-a.sql', 'create table a (id integer)', 'select pg_sleep(0.1)')
  const counts = await Promise.all([run(), run(), run()])
  expect(counts.filter((count) => count === 1)).toHaveLength(1)
  expect(counts.filter((count) => count === 0)).toHaveLength(2)
})

test('a failing third migration leaves the database where it was', async () => {
  write('0001-a.sql', 'create table a (id integer)')
  await run()
  write('0002-b.sql', 'create table b (id integer)', 'insert into a values (1)')
  write('0003-c.sql', 'create table c (id integer)', 'insert into c values (1)', 'select 1 / 0')
  const failing = run()
  await expect(failing).rejects.toThrow('migration 0003-c failed at line 7: division by zero')
  expect(await tables()).toEqual(['a'])
  expect(await ask('select id from a')).toEqual([])
  expect(await ask('select name from shangmai_migration')).toEqual(['a'])
  write('0003-c.sql', 'create table c (id integer)')
  expect(await run()).toBe(2)
  expect(await tables()).toEqual(['a', 'b', 'c'])
})

test('an upgrade is preceded by a backup, a first installation needs none', async () => {
  write('0001-a.sql', 'create table a (id integer)')
  const versions: unknown[] = []
  const beforeUpgrade = async () => {
    versions.push(await tables())
  }
  await run({ beforeUpgrade })
  await run({ beforeUpgrade })
  expect(versions).toEqual([])
  write('0002-b.sql', 'create table b (id integer)')
  await run({ beforeUpgrade })
  expect(versions).toEqual([['a']])
})

test('without its backup no upgrade is begun', async () => {
  write('0001-a.sql', 'create table a (id integer)')
  await run()
  write('0002-b.sql', 'create table b (id integer)')
  const beforeUpgrade = () => Promise.reject(new Error('disk full'))
  await expect(run({ beforeUpgrade })).rejects.toThrow('disk full')
  expect(await tables()).toEqual(['a'])
})

test('one statement per message', async () => {
  write('0001-a.sql', 'create table a (id integer);\ncreate table b (id integer)')
  await expect(run()).rejects.toThrow('cannot insert multiple commands')
  expect(await tables()).toEqual([])
})

test('a migration that ran may not change, vanish or come late', async () => {
  write('0001-a.sql', 'create table a (id integer)')
  write('0003-c.sql', 'create table c (id integer)')
  await run()
  write('0002-b.sql', 'create table b (id integer)')
  await expect(run()).rejects.toThrow('0002-b was added before migration 3')
  rmSync(join(folder, '0002-b.sql'))
  write('0001-a.sql', 'create table a (id bigint)')
  await expect(run()).rejects.toThrow('0001-a was changed after it had run')
  write('0001-a.sql', 'create table a (id integer)')
  rmSync(join(folder, '0003-c.sql'))
  await expect(run()).rejects.toThrow('The database is newer than this program')
})

test('a waiting migration gives up instead of blocking everybody', async () => {
  write('0001-a.sql', "select set_config('test.timeout', current_setting('lock_timeout'), false)")
  write('0002-b.sql', "create table t as select current_setting('test.timeout') as lock_timeout")
  await run()
  expect(await ask('select lock_timeout from t')).toEqual(['10s'])
})

test('functions that look past row-level security belong to the role made for it', async () => {
  write(
    '0001-a.sql',
    'create table a (id integer)',
    'create function seen() returns bigint security definer language sql as\n' +
      '$$ select count(*) from public.a $$',
  )
  await run()
  const owner = "select proowner::regrole::text from pg_proc where proname = 'seen'"
  expect(await ask(owner)).toEqual(['shangmai_definer'])
  expect(await ask('select seen()')).toEqual(['0'])
})

test('statements stand apart by blank lines, with the line they begin at', () => {
  const text = '-- a file\n\nselect 1\n\n  \n-- why\nselect\n  2\n'
  expect(splitStatements(text)).toEqual([
    { text: 'select 1', line: 3 },
    { text: '-- why\nselect\n  2', line: 6 },
  ])
})
