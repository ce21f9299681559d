/** The database survives its own death and the program's, and loses nothing acknowledged. */
import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withClient } from '../with-client.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { placeOf } from './place.ts'
import { serverProcess, stopServer } from './postmaster.ts'

let dataDir: string
let running: Embedded[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'shangmai-embedded-'))
})

afterEach(async () => {
  for (const embedded of running) await embedded.stop()
  running = []
  await stopServer(placeOf(dataDir))
  rmSync(dataDir, { recursive: true })
})

async function start(log?: (line: string) => void): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, ...(log ? { log } : {}) })
  running.push(embedded)
  return embedded
}

function ask(embedded: Embedded, text: string): Promise<unknown> {
  return withClient(embedded.connection, async (client) => firstValue(client, text))
}

async function firstValue(client: Client, text: string): Promise<unknown> {
  return (await client.query({ text, rowMode: 'array' })).rows[0]?.[0]
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(20)
}

function kill(): void {
  const pid = serverProcess(placeOf(dataDir))
  if (pid === undefined) throw new Error('No database server runs.')
  process.kill(pid, 'SIGKILL')
}

test('the server is safe, speaks UTF-8 and listens to nobody else', async () => {
  const embedded = await start()
  const settings: Record<string, unknown> = {}
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses']) {
    settings[name] = await ask(embedded, `show ${name}`)
  }
  expect(settings).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    listen_addresses: '',
  })
  expect(await ask(embedded, "select lower('É') || length('商脈')::text")).toBe('é2')
  expect(statSync(embedded.connection.host).mode & 0o777).toBe(0o700)
  expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700)
})

test('a stopped server comes back with its rows', async () => {
  const first = await start()
  await ask(first, 'create table kept as select 42 as answer')
  await first.stop()
  running = []
  expect(serverProcess(placeOf(dataDir))).toBeUndefined()
  expect(await ask(await start(), 'select answer from kept')).toBe(42)
})

test('a killed server is restarted, every acknowledged row is there', async () => {
  const lines: string[] = []
  const embedded = await start((line) => lines.push(line))
  await ask(embedded, 'create table kept (number integer)')
  const writer = writeUntilCut(embedded)
  await delay(300)
  kill()
  const acknowledged = await writer
  await until(() => lines.some((line) => line.includes('is back')))
  expect(acknowledged).toBeGreaterThan(0)
  expect(Number(await ask(embedded, 'select count(*) from kept'))).toBeGreaterThanOrEqual(
    acknowledged,
  )
  kill()
  await until(() => lines.filter((line) => line.includes('is back')).length === 2)
  expect(await ask(embedded, 'select 1')).toBe(1)
})

function writeUntilCut(embedded: Embedded): Promise<number> {
  let acknowledged = 0
  const writing = withClient(embedded.connection, async (client) => {
    for (;;) {
      await client.query('insert into kept values ($1)', [acknowledged])
      acknowledged += 1
    }
  })
  return writing.catch(() => acknowledged)
}

test('the server of a killed program is adopted by the next one', async () => {
  const script = `
    import { startEmbedded } from '${join(import.meta.dirname, 'embedded.ts')}'
    await startEmbedded({ dataDir: '${dataDir}' })
    process.kill(process.pid, 'SIGKILL')`
  const program = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script])
  const signal = await new Promise((resolve) => program.on('exit', (_, name) => resolve(name)))
  expect(signal).toBe('SIGKILL')
  const left = serverProcess(placeOf(dataDir))
  expect(left).toBeGreaterThan(0)
  const embedded = await start()
  expect(serverProcess(placeOf(dataDir))).toBe(left)
  expect(await ask(embedded, 'select 1')).toBe(1)
})

test('a lock file that names another program keeps nobody out', { timeout: 60_000 }, async () => {
  const first = await start()
  const lock = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8')
  await first.stop()
  running = []
  const stale = lock.replace(/^\d+/, String(process.ppid))
  writeFileSync(join(dataDir, 'postgres/postmaster.pid'), stale, { mode: 0o600 })
  expect(await ask(await start(), 'select 1')).toBe(1)
})

test('processes share the server, the last one stops it', async () => {
  const [first, second] = await Promise.all([start(), start()])
  running = []
  await first.stop()
  expect(await ask(second, 'select 1')).toBe(1)
  await second.stop()
  expect(serverProcess(placeOf(dataDir))).toBeUndefined()
})

test('a long data directory gets its socket elsewhere', async () => {
  const outer = dataDir
  dataDir = join(outer, 'a-rather-long-name-for-a-folder'.repeat(3), '商脈')
  mkdirSync(dataDir, { recursive: true })
  const embedded = await start()
  expect(embedded.connection.host).toMatch(/^\/tmp\/shangmai-[0-9a-f]{16}$/)
  expect(await ask(embedded, 'select 1')).toBe(1)
  await embedded.stop()
  running = []
  expect(existsSync(embedded.connection.host)).toBe(true)
  rmSync(embedded.connection.host, { recursive: true })
  dataDir = outer
})

test('a cluster of another major version is refused with the way out', async () => {
  const { cluster } = placeOf(dataDir)
  mkdirSync(cluster, { recursive: true })
  writeFileSync(join(cluster, 'PG_VERSION'), '17\n')
  await expect(start()).rejects.toThrow('was made by PostgreSQL 17')
})
