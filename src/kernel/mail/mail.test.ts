/** Mails leave after the commit, once each, as they were written, on a real mail server. */
import { jobCall } from '../testing/job-call.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeEach, expect, test } from 'vitest'
import { User } from '../access/user.entity.ts'
import { people } from '../testing/people.ts'
import { sql } from '../db/sql.ts'
import { openDiskStore } from '../files/disk-store.ts'
import { File } from '../files/file.entity.ts'
import type { Job } from '../jobs/job.ts'
import { openJobQueue } from '../jobs/open-queue.ts'
import { defineModule } from '../module.ts'
import { eventually, useHouse } from '../testing/use-house.ts'
import { refuses } from '../testing/world.ts'
import { Mail } from './mail.entity.ts'
import { mailJobs } from './mail-jobs.ts'
import { queueMail, type NewMail } from './queue-mail.ts'
import { sendAgain } from './send-again.action.ts'
import { noServer } from './send-mail.ts'
import { openMailServer } from './testing/mail-server.ts'

const post = defineModule({
  name: 'post',
  label: 'Post',
  entities: [File, Mail],
  actions: [sendAgain],
})
const server = await openMailServer()
const { received, refusals } = server
const dataDir = mkdtempSync(join(tmpdir(), 'shangmai-mail-'))
let jobs = new Map<string, Job>()

const world = useHouse([people, post], async ({ house, access }) => {
  jobs = jobsWith(server.url)
  const log = { warn: () => undefined, error: () => undefined }
  house.jobs = await openJobQueue({
    ...access,
    jobs,
    house: () => house,
    work: true,
    log,
    pollSeconds: 0.5,
    retrySeconds: 1,
  })
  house.files = await openDiskStore(dataDir)
  await house.jobs.start()
  return async () => {
    await house.jobs.stop()
    await server.close()
    rmSync(dataDir, { recursive: true })
  }
})

beforeEach(() => {
  received.length = 0
  refusals.length = 0
})

function jobsWith(smtpUrl: string | undefined): Map<string, Job> {
  const secretKey = Buffer.from('a key for tests')
  const settings = { smtpUrl, from: '港灣書店 <office@harbor.example>', secretKey }
  return new Map(mailJobs(settings).map((job) => [job.name, job]))
}

const letter: NewMail = {
  to: 'Lin@Customer.example',
  subject: 'Your order',
  text: 'It is on its way.',
}

function queued(mail: Partial<NewMail> = {}): Promise<string> {
  return world().within((ctx) => queueMail(ctx, { ...letter, ...mail }))
}

async function run(name: string, payload: Record<string, unknown>, from = jobs): Promise<void> {
  const { house, tenant } = world()
  const call = jobCall({ tenant, payload, now: house.now() })
  await from.get(name)?.run(house, call)
}

function stateOf(id: string): Promise<Mail> {
  return world().program.see(Mail, id)
}

/** A mail that nobody works on any more, so that a test can run the jobs by hand. */
async function waiting(mail: Partial<NewMail> = {}): Promise<string> {
  const id = await queued(mail)
  await eventually(async () => expect((await stateOf(id)).state).toBe('sent'))
  received.length = 0
  const { house, tenant } = world()
  const again = sql`update mail set state = 'queued', attempts = 0, sent_at = null
    where tenant = ${tenant} and id = ${id}::uuid`
  await house.database.transaction(tenant, (tx) => tx.query(again))
  return id
}

test('a mail arrives after the commit as it was written, Chinese and all', async () => {
  const { house } = world()
  const { hash, size } = await house.files.put(Readable.from([Buffer.from('內容')]), 100)
  const file = await world().within((ctx) =>
    ctx.create(File, { name: 'x.txt', type: 'text/plain', size: String(size), hash }),
  )
  const subject = '報價單 Q-202611-0007：不鏽鋼螺絲與螺帽（含運費），請於月底前確認 𠮷'
  const text = `林先生您好，\n\n${'附件是您要的報價單。'.repeat(30)}\n.\n祝商祺`
  const html = '<p>附件是您要的<b>報價單</b>。</p>'
  const id = await queued({
    subject,
    text,
    html,
    attachments: [{ name: '報價單 (1).txt', file: file.id }],
  })
  const mail = await eventually(() => received[0] ?? expect.fail('no mail yet'))
  expect(mail.subject).toBe(subject)
  expect(mail.text?.trimEnd()).toBe(text)
  expect(mail.html).toBe(html)
  expect(mail.from?.text).toBe('"港灣書店" <office@harbor.example>')
  expect([mail.to].flat()[0]?.text).toBe('lin@customer.example')
  expect(mail.messageId).toBe(`<${id}@harbor.example>`)
  expect(mail.attachments[0]).toMatchObject({
    filename: '報價單 (1).txt',
    contentType: 'text/plain',
  })
  expect(mail.attachments[0]?.content.toString()).toBe('內容')
  await eventually(async () =>
    expect(await stateOf(id)).toMatchObject({ state: 'sent', attempts: 1 }),
  )
  expect((await stateOf(id)).sentAt).toBe(house.now().toISOString())
  expect((await world().program.see(File, file.id)).record).toBe(id)
})

test('a mail of a transaction that failed is never sent', async () => {
  const failing = world().within(async (ctx) => {
    await queueMail(ctx, { ...letter, subject: 'never' })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  const id = await queued({ subject: 'ever' })
  await eventually(async () => expect((await stateOf(id)).state).toBe('sent'))
  expect(received.map((mail) => mail.subject)).toEqual(['ever'])
})

test('the job may run twice, and at the same time: one mail', async () => {
  const id = await waiting()
  await Promise.all([1, 2, 3].map(() => run('kernel.send-mail', { mail: id })))
  await run('kernel.send-mail', { mail: id })
  expect(received).toHaveLength(1)
  expect((await stateOf(id)).attempts).toBe(1)
})

test('a server that is not ready is asked again', async () => {
  refusals.push(451, 421)
  const id = await queued()
  await eventually(async () =>
    expect(await stateOf(id)).toMatchObject({ state: 'sent', attempts: 3, error: null }),
  )
  expect(received).toHaveLength(1)
})

test('a refused mail is given up, says why, and can be sent again by hand', async () => {
  refusals.push(550)
  const id = await queued()
  await eventually(async () =>
    expect(await stateOf(id)).toMatchObject({ state: 'failed', attempts: 1 }),
  )
  expect((await stateOf(id)).error).toContain('Not now')
  const admin = await world().as('administrator')
  await admin.do(sendAgain, id)
  await eventually(async () =>
    expect(await stateOf(id)).toMatchObject({ state: 'sent', attempts: 1 }),
  )
  expect(received).toHaveLength(1)
})

test('after six tries nobody tries any more', async () => {
  const id = await waiting()
  refusals.push(451, 451, 451, 451, 451, 451, 451)
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await expect(run('kernel.send-mail', { mail: id })).rejects.toThrow('Not now')
  }
  await run('kernel.send-mail', { mail: id })
  expect(await stateOf(id)).toMatchObject({ state: 'failed', attempts: 6 })
})

test('without a mail server mails wait, and go out once there is one', async () => {
  const id = await waiting()
  await run('kernel.send-mail', { mail: id }, jobsWith(undefined))
  expect(await stateOf(id)).toMatchObject({ state: 'queued', error: noServer, attempts: 0 })
  await run('kernel.send-waiting-mails', {}, jobsWith(undefined))
  expect(received).toEqual([])
  await run('kernel.send-waiting-mails', {})
  await eventually(async () =>
    expect(await stateOf(id)).toMatchObject({ state: 'sent', error: null }),
  )
  expect(received).toHaveLength(1)
})

test('an attached file that is gone fails the mail, in words', async () => {
  const attachments = [{ name: 'x.pdf', file: '0190a6c5-0000-7000-8000-000000000000' }]
  const id = await queued({ attachments })
  await eventually(async () =>
    expect(await stateOf(id)).toMatchObject({
      state: 'failed',
      error: 'An attached file is gone.',
    }),
  )
})

test('what is no address is refused, and a subject stays one line', async () => {
  await refuses(queued({ to: 'Lin <lin@x.example>, all@x.example' }), 'field.not-an-email')
  const id = await queued({ subject: 'Hello\r\nBcc: everybody@x.example' })
  expect((await stateOf(id)).subject).toBe('Hello Bcc: everybody@x.example')
})

test('only its sender and administrators read a mail', async () => {
  const id = await queued()
  const amy = await world().as('sales', 'Amy')
  await refuses(amy.see(Mail, id), 'record.not-found')
})

test('an invitation is written in the language of the person, once', async () => {
  const user = await world().program.create(User, { name: '王小明', email: 'ming@harbor.example' })
  const payload = {
    user: user.id,
    url: 'https://crm.example/invitation/abc_DEF',
    locale: 'zh-Hant',
    by: 'Mei',
  }
  await run('kernel.invitation-mail', payload)
  await run('kernel.invitation-mail', payload)
  const mails = () => received.filter((mail) => [mail.to].flat()[0]?.text === user.email)
  const mail = await eventually(() => mails()[0] ?? expect.fail('no mail yet'))
  expect(mail.subject).toBe('Harbor Books：您的系統帳號')
  expect(mail.text).toContain('王小明 您好')
  expect(mail.text).toContain('\nhttps://crm.example/invitation/abc_DEF\n')
  await run('kernel.invitation-mail', { user: user.id, url: 'https://crm.example/invitation/ghi' })
  await eventually(() => expect(mails().at(-1)?.subject).toBe('Your access to Harbor Books'))
  expect(await world().program.list(Mail, { where: { to: user.email } })).toHaveLength(2)
})
