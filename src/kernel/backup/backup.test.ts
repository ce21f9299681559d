/** Administrators of the only company make backups while people work; of several, nobody does. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import type { Caller } from '../action/caller.ts'
import { sql } from '../db/sql.ts'
import { File } from '../files/file.entity.ts'
import { answerErrors } from '../http/errors.ts'
import { openVoice } from '../http/voice.ts'
import type { Job } from '../jobs/job.ts'
import { openJobQueue } from '../jobs/open-queue.ts'
import { defineModule } from '../module.ts'
import { jobCall } from '../testing/job-call.ts'
import { people } from '../testing/people.ts'
import { eventually, useHouse } from '../testing/use-house.ts'
import type { BackupAnswer } from './answer.ts'
import { backupJobs } from './backup-jobs.ts'
import { backupMessages } from './messages.ts'
import { keepRun } from './plan.ts'
import { registerBackupRoutes } from './routes.ts'

const office = defineModule({ name: 'office', label: 'Office', entities: [File] })
const dataDir = mkdtempSync(join(tmpdir(), 'shangmai-backups-'))
const backupDir = join(dataDir, 'kept')
let jobs = new Map<string, Job>()

const world = useHouse([people, office], async ({ house, access }) => {
  const place = { owner: access.owner, dataDir, backupDir }
  jobs = new Map(backupJobs(place).map((job) => [job.name, job]))
  house.jobs = await openJobQueue({
    ...access,
    jobs,
    house: () => house,
    work: true,
    log: { warn: () => undefined, error: () => undefined },
    pollSeconds: 0.5,
    retrySeconds: 1,
  })
  await house.jobs.start()
  return async () => {
    await house.jobs.stop()
    rmSync(dataDir, { recursive: true })
  }
})

let app: FastifyInstance
let asking: Caller

beforeEach(async () => {
  app = fastify()
  const { house } = world()
  const identify = async () => asking
  const voice = openVoice(backupMessages)
  answerErrors(app, voice, identify)
  registerBackupRoutes(app, { house, identify }, voice, backupDir)
  asking = (await world().as('administrator')).caller
})

async function ask(method: InjectOptions['method'], payload?: object) {
  const answer = await app.inject({
    ...(method ? { method } : {}),
    url: '/api/backup',
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, body: answer.json<BackupAnswer & { rule: string }>() }
}

async function daily(): Promise<void> {
  const { house, tenant } = world()
  await jobs.get('kernel.daily-backup')?.run(house, jobCall({ tenant, now: house.now() }))
}

function later(hours: number): void {
  const { clock } = world()
  clock.now = new Date(clock.now.getTime() + hours * 3_600_000)
}

test('a backup is made at once, told of on its way, and can be taken along', async () => {
  mkdirSync(join(dataDir, 'files'))
  writeFileSync(join(dataDir, 'files', 'one'), 'picture')
  writeFileSync(join(dataDir, 'secret.key'), 'key')
  expect(await ask('GET')).toMatchObject({ body: { isAlone: true, run: null, backups: [] } })
  const begun = await ask('POST', {})
  expect(begun).toMatchObject({ status: 200, body: { run: { state: 'queued', share: 0 } } })
  expect(await ask('POST', {})).toMatchObject({
    status: 409,
    body: { rule: 'backup.runs-already' },
  })
  const done = await eventually(async () => {
    const { body } = await ask('GET')
    expect(body.run).toMatchObject({ state: 'done', share: 100, why: null })
    return body
  })
  const [made] = done.backups
  expect(made).toMatchObject({ cause: 'hand', withFiles: true })
  expect(made?.bytes).toBeGreaterThan(10)
  expect(done.lastAt).toBe(made?.madeAt)
  expect(readFileSync(join(backupDir, made?.name ?? '', 'files', 'one'), 'utf8')).toBe('picture')
  const url = `/api/backup/download?name=${made?.name}`
  const file = await app.inject({ url })
  expect(file.statusCode).toBe(200)
  expect(file.rawPayload.subarray(0, 2).toString('hex')).toBe('1f8b')
  expect((await app.inject({ url: '/api/backup/download?name=..' })).statusCode).toBe(404)
  const { house, tenant } = world()
  const [entry] = await house.database.read<{ after: object }>(
    tenant,
    sql`select after from audit where tenant = ${tenant} order by id desc limit 1`,
  )
  expect(entry?.after).toEqual({ backupTakenAlong: made?.name })
})

test('one is made every day from the hour on, and of those only the newest are kept', async () => {
  await daily()
  expect((await ask('GET')).body.backups).toHaveLength(1)
  expect((await ask('PATCH', { hour: 9, kept: 2 })).body.plan).toEqual({ hour: 9, kept: 2 })
  expect((await ask('PATCH', { hour: 24 })).status).toBe(422)
  for (let day = 0; day < 3; day += 1) {
    later(24)
    await daily()
    await daily()
  }
  const { backups } = (await ask('GET')).body
  expect(backups.map(({ cause }) => cause)).toEqual(['daily', 'daily', 'hand'])
  expect((await ask('PATCH', { hour: null })).body.plan).toEqual({ hour: null, kept: 2 })
  later(24)
  await daily()
  expect((await ask('GET')).body.backups).toHaveLength(3)
})

test('one that broke off says so, leaves nothing, and another one can be made', async () => {
  const { house, tenant } = world()
  const stopped = AbortSignal.abort()
  const call = jobCall({ tenant, now: house.now(), signal: stopped })
  await jobs.get('kernel.backup')?.run(house, call)
  expect((await ask('GET')).body.run).toMatchObject({ state: 'failed' })
  expect((await ask('GET')).body.run?.why).toMatch(/^It broke off/u)
  expect(readdirSync(backupDir)).toHaveLength(3)
  mkdirSync(join(backupDir, 'damaged'))
  writeFileSync(join(backupDir, 'damaged', 'backup.json'), '{"format": 1')
  expect((await ask('GET')).body.backups).toHaveLength(3)
  rmSync(join(backupDir, 'damaged'), { recursive: true })
  const at = house.now().toISOString()
  await keepRun(house, { state: 'running', startedAt: at, at, bytes: 1, expected: 2 })
  expect((await ask('GET')).body.run).toMatchObject({ state: 'running', share: 50 })
  expect((await ask('POST', {})).status).toBe(409)
  later(1)
  expect((await ask('GET')).body.run).toMatchObject({ state: 'failed' })
  expect((await ask('POST', {})).status).toBe(200)
  await eventually(async () => expect((await ask('GET')).body.backups).toHaveLength(4))
})

test('nobody but administrators gets near them', async () => {
  asking = (await world().as('sales')).caller
  for (const method of ['GET', 'POST', 'PATCH'] as const)
    expect((await ask(method, method === 'GET' ? undefined : {})).status).toBe(403)
  expect((await app.inject({ url: '/api/backup/download?name=x' })).statusCode).toBe(403)
})

test('with another company in the house, nothing is shown, made, set or handed out', async () => {
  const [made] = (await ask('GET')).body.backups
  await world().elsewhere()
  expect((await ask('GET')).body).toMatchObject({
    isAlone: false,
    lastAt: made?.madeAt,
    folder: '',
    run: null,
    backups: [],
  })
  const refused = { status: 403, body: { rule: 'backup.not-alone' } }
  expect(await ask('POST', {})).toMatchObject(refused)
  expect(await ask('PATCH', { hour: 3 })).toMatchObject(refused)
  const url = `/api/backup/download?name=${made?.name}`
  expect((await app.inject({ url })).statusCode).toBe(403)
  const before = readdirSync(backupDir)
  const { house, tenant } = world()
  await jobs.get('kernel.backup')?.run(house, jobCall({ tenant, now: house.now() }))
  expect(readdirSync(backupDir)).toEqual(before)
})
