/** An upgrade that fails leaves the old version working, with a backup of it beside. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { restore } from './backup/restore.ts'
import { type PreparedDatabase, prepareDatabase } from './prepare-database.ts'
import { withClient } from './with-client.ts'

const now = new Date('2026-03-01T09:30:00Z')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shangmai-prepare-'))
  mkdirSync(join(folder, 'migrations'))
})

afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, text: string): void {
  writeFileSync(join(folder, 'migrations', name), text)
}

function prepare(dataDir: string, databaseUrl?: string): Promise<PreparedDatabase> {
  const migrations = join(folder, 'migrations')
  const backupDir = join(folder, 'backups')
  const log = () => undefined
  return prepareDatabase({
    dataDir: join(folder, dataDir),
    backupDir,
    migrations,
    now,
    log,
    databaseUrl,
  })
}

async function names(database: PreparedDatabase): Promise<unknown> {
  return withClient(database.access.owner, async (client) => {
    return (await client.query('select name from a')).rows
  })
}

test('a failed upgrade is undone, and its backup brings the old version back', async () => {
  write('0001-a.sql', "create table a (name text);\n\ninsert into a values ('kept');\n")
  const first = await prepare('data')
  const url = `postgresql://shangmai_owner@/shangmai?host=${first.access.owner.host}`
  write('0002-b.sql', 'drop table a;\n')
  write('0003-c.sql', 'select 1 / 0;\n')
  await expect(prepare('data')).rejects.toThrow('0003-c failed at line 1: division by zero')
  expect(await names(first)).toEqual([{ name: 'kept' }])
  const [made = ''] = readdirSync(join(folder, 'backups'))
  rmSync(join(folder, 'migrations/0002-b.sql'))
  rmSync(join(folder, 'migrations/0003-c.sql'))
  const second = await prepare('elsewhere', url)
  expect(await names(second)).toEqual([{ name: 'kept' }])
  await second.stop()
  await first.stop()
  await restore({ from: join(folder, 'backups', made), dataDir: join(folder, 'data'), now })
  const third = await prepare('data')
  expect(await names(third)).toEqual([{ name: 'kept' }])
  await third.stop()
})
