/** Messages leave the house signed, once each, and whoever wrote one learns what became of it. */
import { createHmac } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { sql } from '#kernel/db/sql.ts'
import { openOtherProgram } from '#kernel/http/testing/other-program.ts'
import { openJobQueue } from '#kernel/jobs/open-queue.ts'
import type { Where } from '#kernel/query/where.ts'
import { jobCall } from '#kernel/testing/job-call.ts'
import { eventually, useHouse } from '#kernel/testing/use-house.ts'
import { refuses, type Actor } from '#kernel/testing/world.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { Contact, Customer } from '#modules/customers/index.ts'
import { modules } from '#modules/index.ts'
import { Lead } from '#modules/leads/index.ts'
import {
  Message,
  MessageGateway,
  messageContact,
  messageCustomer,
  messageLead,
  sendAgain,
  sendMessage,
  setSecret,
} from './index.ts'

const provider = await openOtherProgram()
const { brought, answers } = provider
const secret = 'agreed upon by both'

const world = useHouse(modules, async ({ house, access }) => {
  const log = { warn: () => undefined, error: () => undefined }
  house.jobs = await openJobQueue({
    ...access,
    jobs: new Map(house.registry.jobs),
    house: () => house,
    work: true,
    log,
    pollSeconds: 0.5,
    retrySeconds: 1,
  })
  await house.jobs.start()
  return async () => {
    await house.jobs.stop()
    await provider.close()
  }
})

beforeEach(() => {
  brought.length = 0
  answers.length = 0
})

const seller = () => world().as('sales', 'Ann')

async function gateway(channel: 'sms' | 'line', sendTo = provider.url): Promise<string> {
  const admin = await world().as('administrator')
  const key = channel
  const known = await admin.list(MessageGateway, { where: { key } })
  if (known[0]) return known[0].id
  const draft = { name: channel, key, channel, sendTo, answeredBy: admin.caller.person.id }
  const { id } = await admin.create(MessageGateway, draft)
  await admin.do(setSecret, id, { secret })
  return id
}

async function customer(who: Actor, more: object = {}): Promise<string> {
  const { id } = await who.create(Customer, { name: 'Harbor', phone: '0912-000-111', ...more })
  return id
}

async function write(who: Actor, to: string, text: string): Promise<Message> {
  await who.do(messageCustomer, to, { text, gateway: await gateway('sms') })
  return only(who, { customer: to })
}

/** Lists answer their columns alone. */
async function only(who: Actor, where: Where): Promise<Message> {
  const [message] = await who.list(Message, { where })
  return who.see(Message, message?.id ?? expect.fail('no message'))
}

function becomes(id: string, wanted: object): Promise<void> {
  return eventually(async () =>
    expect(await world().program.see(Message, id)).toMatchObject(wanted),
  )
}

test('before a gateway is set up, what to do is said', async () => {
  const ann = await seller()
  const to = await customer(ann)
  await refuses(ann.do(messageCustomer, to, { text: 'Hello' }), 'message.no-gateway')
  const admin = await world().as('administrator')
  const draft = { name: 'Bare', key: 'bare', answeredBy: admin.caller.person.id }
  const { id } = await admin.create(MessageGateway, { ...draft, sendTo: provider.url })
  await refuses(ann.do(messageCustomer, to, { text: 'Hello' }), 'message.no-secret', 'gateway')
  await refuses(ann.do(setSecret, id, { secret }), 'action.not-allowed')
  await admin.remove(MessageGateway, id)
  const plain = { ...draft, key: 'plain', sendTo: 'http://provider.example/send' }
  await refuses(admin.create(MessageGateway, plain), 'message-gateway.plain', 'sendTo')
})

test('a message is brought signed, with its key, and stands on the timeline', async () => {
  const ann = await seller()
  const to = await customer(ann)
  const { id, interaction, happenedAt } = await write(ann, to, '貨已送達，請點收 𠮷')
  const { body, headers } = await eventually(() => brought[0] ?? expect.fail('not yet'))
  const number = '+886912000111'
  expect(JSON.parse(body)).toEqual({
    id,
    to: number,
    text: '貨已送達，請點收 𠮷',
    sentAt: happenedAt,
  })
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  expect(headers['x-shangmai-signature']).toBe(`sha256=${signature}`)
  expect(headers['idempotency-key']).toBe(id)
  await becomes(id, { status: 'sent', externalId: 'p-1', number, attempts: 1 })
  expect(await ann.see(Interaction, interaction ?? '')).toMatchObject({
    customer: to,
    kind: 'message',
    direction: 'out',
    summary: '貨已送達，請點收 𠮷',
    owner: ann.caller.person.id,
  })
})

test('a provider that is not ready is asked again, and takes it once', async () => {
  answers.push({ status: 500 }, { status: 429 })
  const ann = await seller()
  const { id } = await write(ann, await customer(ann), 'Again')
  await becomes(id, { status: 'sent', attempts: 3, fault: null })
  expect(new Set(brought.map(({ body }) => body)).size).toBe(1)
  expect(brought.map(({ headers }) => headers['idempotency-key'])).toEqual([id, id, id])
  const { house, tenant } = world()
  const call = jobCall({ tenant, payload: { message: id }, now: house.now() })
  await sendMessage.run(house, call)
  expect(brought).toHaveLength(3)
})

test('a refused one shows why, its sender is told, and it can be sent again', async () => {
  answers.push({ status: 400, body: { reason: 'No such number' } })
  const ann = await seller()
  const to = await customer(ann)
  const { id, interaction } = await write(ann, to, 'To nobody')
  await becomes(id, { status: 'failed', fault: 'The provider refuses it: No such number' })
  expect((await ann.see(Interaction, interaction ?? '')).result).toBe('not-reached')
  expect(await rulesFor(ann, id)).toEqual(['notice.message-failed'])
  await ann.do(sendAgain, id)
  await becomes(id, { status: 'sent', fault: null, attempts: 1 })
  expect((await ann.see(Interaction, interaction ?? '')).result).toBeNull()
  expect(brought).toHaveLength(2)
})

test('after the last try it is given up', async () => {
  const ann = await seller()
  const { house, tenant } = world()
  const queue = house.jobs
  house.jobs = { ...queue, enqueue: async () => undefined }
  const { id } = await write(ann, await customer(ann), 'In vain')
  house.jobs = queue
  answers.push({ status: 503 }, { status: 503 })
  const call = jobCall({ tenant, payload: { message: id }, now: house.now() })
  await expect(sendMessage.run(house, call)).rejects.toThrow('503')
  await becomes(id, { status: 'queued', attempts: 1 })
  await sendMessage.run(house, { ...call, isLast: true })
  await becomes(id, { status: 'failed', attempts: 2 })
})

async function rulesFor({ caller }: Actor, record: string): Promise<string[]> {
  const rows = await world().within((ctx) =>
    ctx.sql<{ rule: string }>(sql`select rule from notification where tenant = ${ctx.tenant}
      and person = ${caller.person.id} and record = ${record}::uuid`),
  )
  return rows.map(({ rule }) => rule)
}

test('nobody is written to who does not want it, or without a number', async () => {
  const ann = await seller()
  await gateway('sms')
  const to = await customer(ann, { refuses: ['message'] })
  await refuses(ann.do(messageCustomer, to, { text: 'Hello' }), 'message.refuses-texts')
  const firm = await customer(ann, { phone: null })
  const { id } = await ann.create(Contact, { customer: firm, name: 'Chen', refuses: ['chat'] })
  await refuses(ann.do(messageContact, id, { text: 'Hello' }), 'message.no-number', 'way')
  await ann.update(Contact, id, { mobile: '0912000333', chat: 'chen-line', isPrimary: true })
  const line = await gateway('line')
  const chat = { text: 'Hello', gateway: line }
  await refuses(ann.do(messageContact, id, { text: 'Hello' }), 'message.which-gateway', 'gateway')
  await refuses(ann.do(messageContact, id, chat), 'message.refuses-chats')
  await ann.update(Contact, id, { refuses: [] })
  await ann.do(messageCustomer, firm, chat)
  const sent = await only(ann, { contact: id })
  expect(sent).toMatchObject({ number: 'chen-line', customer: firm })
  expect((await ann.see(Interaction, sent.interaction ?? '')).kind).toBe('chat')
  await refuses(ann.do(messageCustomer, firm, { text: 'a'.repeat(1001) }), 'field.too-long', 'text')
})

test('a lead is written to, and a colleague sees neither word', async () => {
  const ann = await seller()
  const { id: lead } = await ann.create(Lead, { name: 'Fair visitor', phone: '0912000444' })
  await ann.do(messageLead, lead, { text: 'Nice to meet you', gateway: await gateway('sms') })
  const message = await only(ann, { lead })
  expect((await ann.see(Interaction, message.interaction ?? '')).lead).toBe(lead)
  const bob = await world().as('sales', 'Bob')
  await refuses(bob.see(Message, message.id), 'record.not-found')
  await refuses(bob.do(messageLead, lead, { text: 'Mine' }), 'record.not-found')
  await becomes(message.id, { status: 'sent' })
})

test('where others share the installation no inner address is reached', async () => {
  await world().elsewhere()
  const ann = await seller()
  const { id } = await write(ann, await customer(ann), 'Feeling about')
  await becomes(id, { status: 'failed', attempts: 1 })
  expect((await world().program.see(Message, id)).fault).toContain('“127.0.0.1” is not in the open')
  expect(brought).toEqual([])
})
