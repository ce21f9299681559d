/** Administrators are told how the program fares for their company, and of no other one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import type { Caller } from '../action/caller.ts'
import { backup } from '../db/backup/backup.ts'
import { sql } from '../db/sql.ts'
import { File } from '../files/file.entity.ts'
import { answerErrors } from '../http/errors.ts'
import { openVoice } from '../http/voice.ts'
import { openJobQueue } from '../jobs/open-queue.ts'
import type { Job } from '../jobs/job.ts'
import { Mail } from '../mail/mail.entity.ts'
import { defineModule } from '../module.ts'
import { people } from '../testing/people.ts'
import { eventually, useHouse } from '../testing/use-house.ts'
import type { World } from '../testing/world.ts'
import type { HealthAnswer } from './answer.ts'
import { healthMessages } from './messages.ts'
import { registerHealthRoutes } from './routes.ts'

const office = defineModule({ name: 'office', label: 'Office', entities: [File, Mail] })
const dataDir = mkdtempSync(join(tmpdir(), 'shangmai-health-'))
const backupDir = join(dataDir, 'backups')
let broken = true

const stubborn: Job = {
  name: 'test.stubborn',
  label: 'Sending mails',
  run: async () => {
    if (broken) throw new Error('The press is out of ink')
  },
}

const world = useHouse([people, office], async ({ house, access }) => {
  house.jobs = await openJobQueue({
    ...access,
    jobs: new Map([[stubborn.name, stubborn]]),
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
  const voice = openVoice(healthMessages)
  answerErrors(app, voice, identify)
  const startedAt = new Date('2026-11-22T23:00:00Z')
  const installation = { version: '1.2.3', startedAt, dataDir, backupDir, hasMailServer: false }
  registerHealthRoutes(app, { house, identify }, voice, installation)
  asking = (await world().as('administrator')).caller
})

async function look(): Promise<HealthAnswer> {
  const answer = await app.inject({ url: '/api/health' })
  expect(answer.statusCode).toBe(200)
  return answer.json<HealthAnswer>()
}

function rulesOf({ warnings }: HealthAnswer): string[] {
  return warnings.map(({ rule }) => rule)
}

async function mails({ house, tenant, within }: World, state: string): Promise<void> {
  const { id } = await within((ctx) =>
    ctx.create(Mail, { to: 'lin@x.example', subject: 'x', text: 'x' }),
  )
  await house.database.transaction(tenant, (tx) =>
    tx.query(sql`update mail set state = ${state} where tenant = ${tenant} and id = ${id}::uuid`),
  )
}

test('an administrator is told of program, database, files, mails and disk', async () => {
  await mails(world(), 'failed')
  await mails(world(), 'queued')
  const health = await look()
  expect(health).toMatchObject({
    program: { version: '1.2.3', startedAt: '2026-11-22T23:00:00.000Z' },
    files: { count: 0, bytes: 0 },
    mails: { waiting: 1, failed: 1, waitingSince: world().house.now().toISOString() },
    backup: { madeAt: null },
    books: { checkedAt: null, differences: 0 },
    clock: { now: '2026-11-23T02:00:00.000Z', timeZone: 'Asia/Taipei' },
  })
  expect(health.database.version).toMatch(/^1[5-9]\./u)
  const { machine } = health
  expect(machine?.database).toBeGreaterThan(10 ** 6)
  expect(machine?.connections.used).toBeGreaterThan(0)
  expect(machine?.disk.bytes).toBeGreaterThan(machine?.disk.free ?? Infinity)
  expect(rulesOf(health)).toEqual(
    expect.arrayContaining(['health.no-backup', 'health.mails-failed', 'health.no-mail-server']),
  )
  const failed = health.warnings.find(({ rule }) => rule === 'health.mails-failed')
  expect(failed?.text).toMatch(/^1 mail could not be delivered/u)
})

test('a backup takes the warning away; one before an upgrade does not', async () => {
  const { access, house } = world()
  const wish = { owner: access.owner, dataDir, backupDir, now: house.now() }
  await backup({ ...wish, withFiles: false })
  expect(rulesOf(await look())).toContain('health.no-backup')
  await backup({ ...wish, now: new Date(wish.now.getTime() + 1) })
  const { backup: last, ...health } = await look()
  expect(last.madeAt).toBe('2026-11-23T02:00:00.001Z')
  expect(rulesOf({ backup: last, ...health })).not.toContain('health.no-backup')
})

test('nobody else is told, nor by a narrower key', async () => {
  const seller = (await world().as('sales')).caller
  const narrow = { ...asking, person: { ...asking.person, scopes: ['mail:read'] } }
  for (const caller of [seller, narrow]) {
    asking = caller
    for (const url of ['/api/health', '/api/jobs'])
      expect((await app.inject({ url })).statusCode).toBe(403)
    const again = { method: 'POST', url: '/api/jobs/run-again', payload: { job: 'x' } } as const
    expect((await app.inject(again)).statusCode).toBe(403)
  }
})

test('failed work is shown with what was said, and runs again', async () => {
  const { house, tenant } = world()
  await house.database.transaction(tenant, (tx) =>
    house.jobs.enqueue(tx, tenant, [{ name: stubborn.name, payload: {} }]),
  )
  // As after the last of its tries.
  await house.database.control(sql`update pgboss.job set retry_limit = 0`)
  const jobs = async () => (await app.inject({ url: '/api/jobs' })).json()
  await eventually(async () =>
    expect(await jobs()).toMatchObject({
      jobs: [{ name: stubborn.name, label: 'Sending mails', waiting: 0, failed: 1 }],
      failures: [{ label: 'Sending mails', message: 'The press is out of ink', tries: 1 }],
    }),
  )
  expect(rulesOf(await look())).toContain('health.work-failed')
  broken = false
  const [{ id }] = (await jobs()).failures
  const again = { method: 'POST', url: '/api/jobs/run-again', payload: { job: id } } as const
  asking = (await (await world().elsewhere()).as('administrator')).caller
  expect((await jobs()).failures).toEqual([])
  expect((await app.inject(again)).statusCode).toBe(404)
  asking = (await world().as('administrator')).caller
  expect((await app.inject(again)).statusCode).toBe(200)
  await eventually(async () =>
    expect(await jobs()).toMatchObject({ failures: [], jobs: [{ failed: 0, waiting: 0 }] }),
  )
  expect((await jobs()).jobs[0].doneAt).not.toBeNull()
  expect((await app.inject(again)).statusCode).toBe(404)
})

test('where there is another company, nothing is told that both have a share in', async () => {
  const other = await world().elsewhere()
  await mails(other, 'queued')
  const ours = await look()
  expect(ours.machine).toBeNull()
  asking = (await other.as('administrator')).caller
  const theirs = await look()
  expect(theirs.mails).toMatchObject({ waiting: 1, failed: 0 })
  expect(ours.mails).toMatchObject({ waiting: 1, failed: 1 })
})
