/** A company's mails leave by its own server; what is wrong with it is said in words. */
import { createServer, type Server } from 'node:net'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Caller } from '../../action/caller.ts'
import { User } from '../../access/user.entity.ts'
import { sql } from '../../db/sql.ts'
import { File } from '../../files/file.entity.ts'
import { answerErrors } from '../../http/errors.ts'
import { openVoice } from '../../http/voice.ts'
import { openJobQueue } from '../../jobs/open-queue.ts'
import { kernelMessages } from '../../messages.ts'
import { defineModule } from '../../module.ts'
import { people } from '../../testing/people.ts'
import { eventually, useHouse } from '../../testing/use-house.ts'
import { mailJobs } from '../mail-jobs.ts'
import { Mail } from '../mail.entity.ts'
import { queueMail } from '../queue-mail.ts'
import { openMailServer } from '../testing/mail-server.ts'
import { mailAccountMessages } from './messages.ts'
import { registerMailAccountRoutes } from './routes.ts'

const post = defineModule({
  name: 'post',
  label: 'Post',
  entities: [File, Mail],
  messages: mailAccountMessages,
})
const secretKey = Buffer.from('a key for tests')
const login = { user: 'office@harbor.example', password: '  pass wörd ' }
const [common, own, secure] = await Promise.all([
  openMailServer(),
  openMailServer({ login }),
  openMailServer({ secure: true }),
])
/** Speaks, but not the language of mail servers. */
const stranger = await listening((server) =>
  server.on('connection', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\nsecret\r\n')),
)
const sender = 'Common <common@house.example>'

async function listening(prepare: (server: Server) => void): Promise<Server> {
  const server = createServer()
  prepare(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  return server
}

const portOf = (server: Server) => (server.address() as { port: number }).port

const world = useHouse([people, post], async ({ house, access }) => {
  const jobs = mailJobs({ smtpUrl: common.url, from: sender, secretKey })
  house.jobs = await openJobQueue({
    ...access,
    jobs: new Map(jobs.map((job) => [job.name, job])),
    house: () => house,
    work: true,
    log: { warn: () => undefined, error: () => undefined },
    pollSeconds: 0.5,
    retrySeconds: 1,
  })
  await house.jobs.start()
  return async () => house.jobs.stop()
})

afterAll(async () => {
  await Promise.all([common.close(), own.close(), secure.close()])
  stranger.close()
})

let app: FastifyInstance
let asking: Caller

beforeEach(async () => {
  app = fastify()
  const { house } = world()
  const identify = async () => asking
  const voice = openVoice({ ...kernelMessages, ...mailAccountMessages })
  answerErrors(app, voice, identify)
  registerMailAccountRoutes(app, { house, identify }, voice, { secretKey, commonSender: sender })
  asking = (await world().as('administrator')).caller
})

const harbor = {
  host: '127.0.0.1',
  port: own.port,
  security: 'none',
  user: login.user,
  password: login.password,
  senderName: '港灣書店',
  senderAddress: 'office@harbor.example',
}

async function ask(method: 'GET' | 'PATCH' | 'DELETE' | 'POST', payload?: object) {
  const url = method === 'POST' ? '/api/mail-account/test' : '/api/mail-account'
  const answer = await app.inject({ method, url, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json(), text: answer.payload }
}

let said = ''

/** What is said of an account that does not work, and at which field. */
async function complaint(more: object): Promise<[rule: string, field: string]> {
  const { status, body } = await ask('POST', { ...harbor, ...more })
  expect(status).toBe(422)
  said = body.detail
  return [body.rule, body.fields?.[0]?.field]
}

async function sentBy(server: typeof own, subject: string): Promise<void> {
  await world().within((ctx) => queueMail(ctx, { to: 'lin@x.example', subject, text: 'x' }))
  await eventually(() => expect(server.received.map((mail) => mail.subject)).toContain(subject))
}

test('mails leave by the common server until the company has its own', async () => {
  expect((await ask('GET')).body).toMatchObject({
    account: null,
    commonSender: sender,
    isAlone: true,
  })
  await sentBy(common, 'first')
  const { status, body, text } = await ask('PATCH', harbor)
  expect(status).toBe(200)
  const { password, ...shown } = harbor
  expect(body.account).toEqual({ ...shown, hasPassword: true })
  expect(text).not.toContain(password.trim())
  await sentBy(own, 'second')
  const [mail] = own.received
  expect(mail?.from?.text).toBe('"港灣書店" <office@harbor.example>')
  expect(mail?.messageId).toMatch(/@harbor\.example>$/u)
})

test('the password is kept sealed, stands in no log, and goes to no other server', async () => {
  const { house, tenant } = world()
  const kept = await house.database.read<{ all: string }>(
    tenant,
    sql`select m::text || (select string_agg(a::text, '') from audit a where a.tenant = ${tenant})
        as all from mail_account m where m.tenant = ${tenant}`,
  )
  expect(kept[0]?.all).toContain('harbor.example')
  expect(kept[0]?.all).not.toContain(login.password.trim())
  const { password: _, ...rest } = harbor
  expect((await ask('PATCH', { senderName: 'Harbor' })).body.account.senderName).toBe('Harbor')
  await sentBy(own, 'third')
  for (const more of [{ host: 'localhost' }, { port: 25 }, { security: 'tls' }, { user: 'x' }])
    for (const method of ['PATCH', 'POST'] as const)
      expect((await ask(method, { ...rest, ...more })).body.rule).toBe(
        'mail-account.password-again',
      )
  // Sealed for one company, it opens for no other one.
  await house.database.transaction(tenant, (tx) =>
    tx.query(
      sql`update mail_account set password = 'v1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
        where tenant = ${tenant}`,
    ),
  )
  expect((await ask('PATCH', { senderName: 'x' })).body.rule).toBe('mail-account.password-again')
  expect((await ask('PATCH', harbor)).status).toBe(200)
})

test('a test mail reaches whoever asked, with the answer of the server', async () => {
  const { id } = asking.person
  const { email } = await world().program.see(User, id ?? '')
  own.received.length = 0
  const { status, body } = await ask('POST', harbor)
  expect([status, body.to]).toEqual([200, email])
  expect(body.said).toMatch(/^250 /u)
  expect(own.received[0]?.subject).toBe('Test mail of Harbor Books')
  expect(own.received[0]?.text).toContain('127.0.0.1')
})

test('what is wrong is said where it is wrong, with what to do', async () => {
  const none = await listening(() => undefined)
  const port = portOf(none)
  await new Promise((resolve) => none.close(resolve))
  expect(await complaint({ password: 'wrong' })).toEqual([
    'mail-account.sign-in-refused',
    'password',
  ])
  expect(said).toContain('535')
  expect(await complaint({ user: null })).toEqual(['mail-account.sign-in-needed', 'user'])
  expect(await complaint({ port })).toEqual(['mail-account.port-closed', 'port'])
  const host = 'no-such-name.invalid'
  expect(await complaint({ host })).toEqual(['mail-account.host-unknown', 'host'])
  expect(await complaint({ security: 'tls' })).toEqual(['mail-account.other-security', 'security'])
  expect(await complaint({ security: 'starttls' })).toEqual([
    'mail-account.other-security',
    'security',
  ])
  const itself = { port: secure.port, security: 'tls', user: null, password: null }
  expect(await complaint(itself)).toEqual(['mail-account.certificate', 'host'])
  const [rule] = await complaint({ port: portOf(stranger) })
  expect(rule).toBe('mail-account.other-security')
  expect(said).not.toContain('secret')
})

test('what cannot be an account is refused at its field', async () => {
  for (const [field, value] of [
    ['host', 'smtp.example.com/x'],
    ['port', 70_000],
    ['security', 'magic'],
    ['senderAddress', 'office'],
    ['password', 5],
  ] as const)
    for (const method of ['PATCH', 'POST'] as const) {
      const { status, body } = await ask(method, { ...harbor, [field]: value })
      expect([status, body.fields[0].field]).toEqual([422, field])
    }
})

test('with another company in the house, no inner server can be named or felt for', async () => {
  await ask('PATCH', harbor)
  await world().elsewhere()
  expect((await ask('GET')).body.isAlone).toBe(false)
  expect(await complaint({ port: 587 })).toEqual(['mail-account.inner-address', 'host'])
  expect(await complaint({})).toEqual(['mail-account.other-port', 'port'])
  expect((await ask('PATCH', harbor)).body.rule).toBe('mail-account.other-port')
  // Nor does one that was named before go on working.
  const id = await world().within((ctx) =>
    queueMail(ctx, { to: 'lin@x.example', subject: 'held', text: 'x' }),
  )
  await eventually(async () =>
    expect(await world().program.see(Mail, id)).toMatchObject({
      state: 'queued',
      error: expect.stringMatching(/^Other companies share/u),
    }),
  )
})

test('another company has nothing of it, and mails leave by the common server again', async () => {
  const other = await world().elsewhere()
  asking = (await other.as('administrator')).caller
  expect((await ask('GET')).body.account).toBeNull()
  expect((await ask('DELETE')).status).toBe(200)
  asking = (await world().as('administrator')).caller
  expect((await ask('GET')).body.account).not.toBeNull()
  expect((await ask('DELETE')).body.account).toBeNull()
  await eventually(() => expect(common.received.map((mail) => mail.subject)).toContain('held'))
})

test('nobody but administrators sees or changes it', async () => {
  asking = (await world().as('sales')).caller
  for (const method of ['GET', 'PATCH', 'DELETE', 'POST'] as const)
    expect((await ask(method, method === 'GET' ? undefined : harbor)).status).toBe(403)
})
