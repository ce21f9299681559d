/** A backup taken while people work holds all that was acknowledged, and nothing half-done. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Embedded, startEmbedded } from '../embedded/embedded.ts'
import { withClient } from '../with-client.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

const now = new Date('2026-03-01T09:30:00Z')
let folder: string
let running: Embedded[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shangmai-backup-'))
})

afterEach(async () => {
  for (const embedded of running) await embedded.stop()
  running = []
  rmSync(folder, { recursive: true })
})

async function start(name: string): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir: join(folder, name), durable: false })
  running.push(embedded)
  return embedded
}

async function stopAll(): Promise<void> {
  for (const embedded of running) await embedded.stop()
  running = []
}

function ask(connection: ClientConfig, text: string): Promise<unknown[]> {
  return withClient(connection, async (client) => {
    return (await client.query({ text, rowMode: 'array' })).rows.flat()
  })
}

/** Moves amounts between accounts, one entry per move, until told to stop. */
async function work(connection: ClientConfig, goOn: () => boolean): Promise<number> {
  const client = new Client(connection)
  await client.connect()
  let done = 0
  while (goOn()) {
    await client.query('begin')
    await client.query('update account set amount = amount - 1 where id = $1', [done % 50])
    await client.query('update account set amount = amount + 1 where id = $1', [(done * 7) % 50])
    await client.query('insert into entry values ($1, repeat($2, 500))', [done, '商'])
    await client.query('commit')
    // Pages reach the disk in the middle of the copy, as they do under long load.
    if (done % 20 === 0) await client.query('checkpoint')
    done += 1
  }
  await client.end()
  return done
}

test('a copy taken under load starts, balanced, with every acknowledged entry', async () => {
  const { connection } = await start('first')
  await ask(
    connection,
    'create table account as select id, 100 as amount from generate_series(0, 49) id',
  )
  await ask(connection, 'create table entry (number integer primary key, note text)')
  let working = true
  const worker = work(connection, () => working)
  await delay(300)
  const [before] = await ask(connection, 'select count(*)::integer from entry')
  const backupDir = join(folder, 'backups')
  const made = await backup({ owner: connection, dataDir: join(folder, 'first'), backupDir, now })
  working = false
  const done = await worker
  expect(made).toBe(join(backupDir, '2026-03-01T09-30-00-000Z'))
  await restore({ from: made, dataDir: join(folder, 'second'), now })
  const copy = (await start('second')).connection
  const [entries, last, sum] = await ask(
    copy,
    `select count(*)::integer, max(number) + 1, (select sum(amount)::integer from account)
     from entry`,
  )
  expect(sum).toBe(5000)
  expect(entries).toBe(last)
  expect(entries).toBeGreaterThanOrEqual(Number(before))
  expect(entries).toBeLessThanOrEqual(done)
  await ask(copy, 'create extension amcheck')
  await ask(copy, "select bt_index_check('entry_pkey', true)")
  expect(await ask(connection, 'select count(*)::integer from pg_replication_slots')).toEqual([0])
})

test('a restore brings files and key along and moves the old state aside', async () => {
  const dataDir = join(folder, 'first')
  const { connection } = await start('first')
  await ask(connection, "create table note as select 'old' as text")
  mkdirSync(join(dataDir, 'files/ab'), { recursive: true })
  writeFileSync(join(dataDir, 'files/ab/one'), 'picture')
  writeFileSync(join(dataDir, 'secret.key'), 'key', { mode: 0o600 })
  const backupDir = join(folder, 'backups')
  const from = await backup({ owner: connection, dataDir, backupDir, now })
  await ask(connection, "update note set text = 'new'")
  writeFileSync(join(dataDir, 'files/ab/two'), 'later')
  await expect(restore({ from, dataDir, now })).rejects.toThrow('stop the program first')
  await stopAll()
  const aside = await restore({ from, dataDir, now })
  expect(await ask((await start('first')).connection, 'select text from note')).toEqual(['old'])
  expect(readdirSync(join(dataDir, 'files/ab'))).toEqual(['one'])
  expect(readFileSync(join(dataDir, 'secret.key'), 'utf8')).toBe('key')
  expect(readdirSync(join(aside ?? '', 'files/ab')).sort()).toEqual(['one', 'two'])
  expect(existsSync(join(aside ?? '', 'postgres/PG_VERSION'))).toBe(true)
})

test('a backup that fails leaves nothing that looks like one', async () => {
  const { connection } = await start('first')
  const backupDir = join(folder, 'backups')
  const dataDir = join(folder, 'first')
  const owner = { ...connection, database: 'missing' }
  await expect(backup({ owner, dataDir, backupDir, now })).rejects.toThrow('does not exist')
  expect(readdirSync(backupDir)).toEqual([])
})
