/** The operator's commands, really run: start, kill, stop, back up, restore, prove the books. */
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAlive } from '#kernel/db/embedded/process-state.ts'
import { placeOf } from '#kernel/db/embedded/place.ts'
import { connectionTo, serverProcess, stopServer } from '#kernel/db/embedded/postmaster.ts'
import { withClient } from '#kernel/db/with-client.ts'
import { demoPassword, demoUsers } from '../../demo/people.ts'
import { npm, runNpm, type Process, type Running } from './command.ts'
import { signIn } from './client.ts'
import { freePort } from './product.ts'

let folder: string
let port: string
let running: Running | undefined
/** Processes of commands that were told to stop; none of them may outlive the tests. */
let started: Process[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shangmai-commands-'))
  port = String(await freePort())
})

afterAll(async () => {
  await stop()
  for (const { pid } of started) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
  for (const name of ['first', 'second', 'third', 'own', 'taken'])
    await stopServer(placeOf(at(name)))
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const at = (name: string) => join(folder, name)
const settings = (name: string) => ({ DATA_DIR: at(name), PORT: port })
const url = () => `http://127.0.0.1:${port}`

async function start(name: string, ...flags: string[]): Promise<Running> {
  running = runNpm(['start', ...(flags.length > 0 ? ['--', ...flags] : [])], settings(name))
  await running.untilSaid('is ready')
  return running
}

async function stop(): Promise<number | null> {
  const command = running
  running = undefined
  started = command?.tree() ?? []
  return command?.stop() ?? null
}

/** Names of all customers, as a person sees them who signs in with the demo password. */
async function customers(): Promise<string[]> {
  const client = await signIn(url(), demoUsers[0].email, demoPassword)
  const { rows } = await client.get<{ rows: { name: string }[] }>('/api/customer?limit=200')
  return rows.map((row) => row.name)
}

async function ask(name: string, text: string): Promise<unknown[]> {
  const connection = connectionTo(placeOf(at(name)), 'shangmai')
  return withClient(connection, async (client) => (await client.query(text)).rows)
}

let backups: string[] = []

test('a fresh start brings the demo company and says who can sign in', async () => {
  const { said } = await start('first')
  expect(said()).toContain(url())
  for (const { email } of demoUsers) expect(said()).toContain(email)
  expect(said()).toContain(demoPassword)
  expect((await customers()).length).toBeGreaterThan(20)
})

test('backups are made, and the books are proved, while people work', async () => {
  const client = await signIn(url(), demoUsers[0].email, demoPassword)
  await client.post('/api/customer', { name: 'Kept by the backup' })
  const whole = await npm(['run', 'backup'], settings('first'))
  const portable = ['run', 'backup', '--', '--portable', at('elsewhere')]
  const tables = await npm(portable, settings('first'))
  backups = [whole, tables].map(({ said }) => /The backup is in (.*)/u.exec(said)?.[1] ?? said)
  expect(existsSync(join(backups[0] ?? '', 'postgres/PG_VERSION'))).toBe(true)
  expect(existsSync(join(backups[1] ?? '', 'tables/customer.copy'))).toBe(true)
  const books = await npm(['run', 'check:books'], settings('first'))
  expect(books).toEqual({ code: 0, said: expect.stringContaining('All books are true.') })
})

test('a daily backup is set from the command line too', async () => {
  const plan = async (...wish: string[]) =>
    (await npm(['run', 'backup', '--', ...wish], settings('first'))).said
  expect(await plan('--daily', '3', '--keep', '5')).toContain('from 3:00 on; 5 are kept')
  expect(await plan('--keep', '9')).toContain('from 3:00 on; 9 are kept')
  expect(await plan('--daily', '24')).toContain('Say an hour from 0 to 23')
  const rows = await ask(
    'first',
    'select backup_hour as hour, backups_kept as kept from installation',
  )
  expect(rows).toEqual([{ hour: 3, kept: 9 }])
  expect(await plan('--daily', 'off')).toContain('No daily backup; 9 are kept')
})

test('beside a program of another version nothing is migrated', async () => {
  const [newest] = await ask('first', 'select max(number) as number from shangmai_migration')
  const { number } = newest as { number: number }
  const pretend = (to: number, from: number) =>
    ask('first', `update shangmai_migration set number = ${to} where number = ${from}`)
  await pretend(number + 1, number)
  const newer = await npm(['run', 'check:books'], settings('first'))
  await pretend(number, number + 1)
  const kept = 'create table aside as select * from shangmai_migration'
  await ask('first', kept)
  await ask('first', `delete from shangmai_migration where number = ${number}`)
  const older = await npm(['run', 'check:books'], settings('first'))
  const saved = await npm(['run', 'backup'], settings('first'))
  expect(await ask('first', 'select max(number) as number from shangmai_migration')).toEqual([
    { number: number - 1 },
  ])
  await ask('first', `insert into shangmai_migration select * from aside where number = ${number}`)
  await ask('first', 'drop table aside')
  expect(newer).toEqual({ code: 1, said: expect.stringContaining('newer than this program') })
  expect(older).toEqual({ code: 1, said: expect.stringContaining('does not fit this program') })
  expect(saved).toEqual({ code: 0, said: expect.stringContaining('The backup is in') })
})

test('a program that is killed is started again and answers', async () => {
  const server = running?.tree().find(({ command }) => command.includes('src/app/server.ts'))
  if (!server) throw new Error('No server runs.')
  process.kill(server.pid, 'SIGKILL')
  await running?.untilSaid('is started again')
  await running?.untilSaid('is ready')
  expect(await customers()).toContain('Kept by the backup')
})

test('told to stop it ends in peace and leaves no process', async () => {
  const place = placeOf(at('first'))
  expect(serverProcess(place)).toBeDefined()
  expect(await stop()).toBe(0)
  const commands = started.map(({ command }) => command)
  expect(commands).toContainEqual(expect.stringContaining('server.ts'))
  expect(started.filter(({ pid }) => isAlive(pid))).toEqual([])
  expect(serverProcess(place)).toBeUndefined()
})

test('the next start keeps what is there, even where an empty one was wished', async () => {
  const { said } = await start('first', '--empty')
  expect(said()).toContain('--empty changes nothing')
  expect(await customers()).toContain('Kept by the backup')
  expect(await stop()).toBe(0)
})

test.each(['second', 'third'])(
  'a backup put back into another folder starts (%s)',
  async (name) => {
    const from = backups[name === 'second' ? 0 : 1] ?? ''
    const restored = await npm(['run', 'restore', '--', from], settings(name))
    expect(restored).toEqual({ code: 0, said: expect.stringContaining('Restored') })
    await start(name)
    expect(await customers()).toContain('Kept by the backup')
    expect(await stop()).toBe(0)
  },
)

test('an empty start asks for a company and knows no demo people', async () => {
  const { said } = await start('own', '--empty')
  expect(said()).toContain('Open it to set up your company.')
  expect(said()).not.toContain('demo')
  expect(await stop()).toBe(0)
})

const impossible: [string[], Record<string, string>, string][] = [
  [['start'], { PORT: 'abc' }, 'PORT must be a number between 1 and 65535, got "abc"'],
  [['start', '--', '--emtpy'], {}, "Unknown option '--emtpy'"],
  [['run', 'backup'], {}, 'There is no database in'],
  [['run', 'check:books'], {}, 'There is no database in'],
  [['run', 'restore', '--', tmpdir()], {}, 'holds no backup'],
]

test('what cannot be done is one sentence and an exit code', async () => {
  const answers = impossible.map(async ([args, extra, sentence]) => {
    const { code, said } = await npm(args, { ...settings('none'), ...extra })
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(sentence) })
    expect(said).not.toMatch(/^\s+at /mu)
  })
  await Promise.all(answers)
  expect(existsSync(at('none'))).toBe(false)
})

test('a start whose port is taken leaves no database behind', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port: taken } = other.address() as AddressInfo
  const { code, said } = await npm(['start', '--', '--empty'], {
    DATA_DIR: at('taken'),
    PORT: String(taken),
  })
  other.close()
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('is in use') })
  expect(existsSync(join(placeOf(at('taken')).cluster, 'postmaster.pid'))).toBe(false)
})
