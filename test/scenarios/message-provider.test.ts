/** A provider tells of messages over HTTP: whoever wrote is found, what was sent is followed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOtherProgram, type OtherProgram } from '#kernel/http/testing/other-program.ts'
import { eventually } from '#kernel/testing/use-house.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { Message } from '#modules/messaging/index.ts'
import { useProduct, type Company, type Visitor } from '../generic/product.ts'

const product = useProduct({ work: true })
const secret = 'never-to-be-seen-again'

let company: Company
let boss: Visitor & { caller: NonNullable<Visitor['caller']> }
let agent: Visitor
let colleague: Visitor
let provider: OtherProgram
let gateway: string
let url: string
let key: string

beforeAll(async () => {
  company = await product().company('Harbor')
  boss = await company.person({ roles: ['sales-lead'] })
  const reportsTo = boss.caller.person.id
  agent = await company.person({ name: 'Ann', roles: ['sales'], reportsTo })
  colleague = await company.person({ name: 'Bob', roles: ['sales'], reportsTo })
  provider = await openOtherProgram()
  const { administrator } = company
  const draft = { name: 'LINE', key: 'line', channel: 'line', sendTo: provider.url }
  gateway = (await add(administrator, 'message-gateway', { ...draft, answeredBy: reportsTo })).id
  const sms = { ...draft, name: 'SMS', key: 'sms', channel: 'sms', answeredBy: reportsTo }
  await add(administrator, 'message-gateway', sms)
  await act(administrator, 'message-gateway', gateway, 'set-secret', { secret })
  const scopes = ['message:do:received', 'message:do:delivery']
  const made = await administrator.ask('POST', '/api/api-key', { name: 'Provider', scopes })
  key = String(made.body.key)
  url = await product().app.listen({ port: 0, host: '127.0.0.1' })
}, 120_000)

afterAll(() => provider.close())

async function add(who: Visitor, entity: string, draft: object) {
  const { body } = await who.ask('POST', `/api/${entity}`, draft)
  return body.row as { id: string }
}

const act = (who: Visitor, entity: string, id: string, name: string, input: object) =>
  who.ask('POST', `/api/${entity}/${id}/${name}`, { input })

/** The small client that a provider has. */
async function tell(what: 'received' | 'delivery', input: object) {
  const answer = await fetch(`${url}/api/message/${what}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ input }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

const messageOf = (body: Record<string, unknown>) => (body.result as { id: string }).id
const seenBy = async (who: Visitor, id: string) =>
  (await who.ask('GET', `/api/message/${id}`)).body.row as Record<string, unknown>
const idOf = ({ caller }: Visitor) => caller?.person.id ?? ''

async function told(who: Visitor): Promise<string[]> {
  const { body } = await who.ask('GET', '/api/notification')
  return (body.notices as { text: string }[]).map(({ text }) => text)
}

test('who writes is found by the number, put down once, and the owner is told', async () => {
  const own = await add(agent, 'customer', { name: 'Own', phone: '0912-000-801' })
  const news = { gateway: 'sms', message: 'a1', from: '0912000801', text: 'Is it ready?' }
  const first = await tell('received', news)
  const again = await Promise.all([tell('received', news), tell('received', news)])
  expect([first, ...again].map(({ status }) => status)).toEqual([200, 200, 200])
  expect(new Set([first, ...again].map(({ body }) => messageOf(body))).size).toBe(1)
  const { interaction, ...message } = await seenBy(agent, messageOf(first.body))
  expect(message).toMatchObject({ customer: own.id, status: 'received', number: '+886912000801' })
  const talks = await company.within((ctx) => ctx.list(Interaction, { customer: own.id }))
  expect(talks).toEqual([
    expect.objectContaining({
      id: interaction,
      kind: 'message',
      direction: 'in',
      summary: 'Is it ready?',
      owner: idOf(agent),
    }),
  ])
  expect(await told(agent)).toEqual(['Message from +886912000801: Is it ready?'])
  const hidden = await colleague.ask('GET', `/api/message/${messageOf(first.body)}`)
  expect([hidden.status, await told(colleague)]).toEqual([404, []])
})

test('a chat name is one of a contact; its answer goes back there', async () => {
  const { id: customer } = await add(agent, 'customer', { name: 'With people' })
  const contact = await add(agent, 'contact', { customer, name: 'Chen', chat: 'chen.line' })
  const { body } = await tell('received', {
    gateway: 'line',
    message: 'b1',
    from: 'chen.line',
    text: '請報價',
    at: '2020-01-02T03:04:05Z',
  })
  const id = messageOf(body)
  expect(await seenBy(agent, id)).toMatchObject({
    customer,
    contact: contact.id,
    happenedAt: '2020-01-02T03:04:05.000Z',
  })
  const answered = await act(agent, 'message', id, 'reply', { text: '稍後寄上' })
  expect(answered.status).toBe(200)
  const brought = await eventually(() => provider.brought.at(-1) ?? expect.fail('not yet'))
  expect(JSON.parse(brought.body)).toMatchObject({ to: 'chen.line', text: '稍後寄上' })
})

test('an unknown sender is given to a customer, and is known from then on', async () => {
  const news = { gateway: 'line', from: 'U4af49', text: 'Who are you?' }
  const one = messageOf((await tell('received', { ...news, message: 'c1' })).body)
  const two = messageOf((await tell('received', { ...news, message: 'c2' })).body)
  expect(await seenBy(boss, one)).toMatchObject({ customer: null, colleague: idOf(boss) })
  expect((await told(boss)).at(0)).toContain('U4af49')
  expect((await agent.ask('GET', `/api/message/${one}`)).status).toBe(404)
  const nobody = await act(boss, 'message', one, 'name-sender', {})
  expect(nobody.body.rule).toBe('message.with-nobody')
  const own = await add(agent, 'customer', { name: 'New friend' })
  await act(boss, 'message', one, 'name-sender', { customer: own.id })
  const three = messageOf((await tell('received', { ...news, message: 'c3' })).body)
  const rows = await Promise.all([one, two, three].map((id) => seenBy(agent, id)))
  for (const row of rows) expect(row).toMatchObject({ customer: own.id, colleague: idOf(agent) })
  const talks = await company.within((ctx) => ctx.list(Interaction, { customer: own.id }))
  expect(talks).toHaveLength(3)
})

test('the provider tells what became of a message, in any order and more than once', async () => {
  const { id: customer } = await add(agent, 'customer', { name: 'Followed' })
  const contact = await add(agent, 'contact', { customer, name: 'Lin', chat: 'lin.line' })
  const input = { text: 'Hello', gateway }
  expect((await act(agent, 'contact', contact.id, 'send-message', input)).status).toBe(200)
  const sent = await eventually(async () => {
    const [row] = await company.within((ctx) => ctx.list(Message, { contact: contact.id }))
    return row?.status === 'sent' ? row : expect.fail('not sent yet')
  })
  const failed = { gateway: 'line', message: sent.externalId, state: 'failed', reason: 'Blocked' }
  await tell('delivery', failed)
  await tell('delivery', failed)
  expect(await seenBy(agent, sent.id)).toMatchObject({ status: 'failed', fault: 'Blocked' })
  expect((await told(agent)).filter((text) => text.includes('lin.line'))).toHaveLength(1)
  await tell('delivery', { gateway: 'line', message: sent.id })
  await tell('delivery', failed)
  expect(await seenBy(agent, sent.id)).toMatchObject({ status: 'delivered', fault: null })
  const unknown = await tell('delivery', { gateway: 'line', message: 'never' })
  expect(unknown.body).toMatchObject({ rule: 'message.never-sent' })
  const elsewhere = await tell('delivery', { gateway: 'sms', message: sent.id })
  expect(elsewhere.body).toMatchObject({ rule: 'message.never-sent' })
})

test('the secret is in no answer, sealed or not', async () => {
  const { administrator } = company
  const [kept] = await product().asOwner<{ sealed_secret: string }>(
    'select sealed_secret from message_gateway where id = $1',
    [gateway],
  )
  const sealed = kept?.sealed_secret ?? ''
  expect(sealed).toMatch(/^v1\./u)
  const one = `/api/message-gateway/${gateway}`
  const asked = [one, '/api/message-gateway', `${one}/history`, '/api/openapi.json', '/api/meta']
  const more = ['/api/audit?limit=200', '/api/message-gateway/export?format=csv']
  for (const path of [...asked, ...more]) {
    const { text } = await administrator.ask('GET', path)
    expect([path, text.includes(secret), text.includes(sealed)]).toEqual([path, false, false])
  }
  const where = encodeURIComponent(JSON.stringify({ sealedSecret: { starts: 'v1' } }))
  expect((await administrator.ask('GET', `/api/message-gateway?where=${where}`)).status).toBe(400)
  await administrator.ask('PATCH', one, { sendTo: 'https://other.example/send' })
  expect((await administrator.ask('GET', one)).body.row).toMatchObject({ hasSecret: false })
})

test('the key does nothing else, and nobody else may tell of messages', async () => {
  const headers = { authorization: `Bearer ${key}` }
  expect((await fetch(`${url}/api/customer`, { headers })).status).toBe(403)
  const input = { gateway: 'sms', message: 'n1', from: '0912000809', text: 'x' }
  expect((await agent.ask('POST', '/api/message/received', { input })).status).toBe(403)
  expect((await tell('received', { ...input, gateway: 'none' })).body.rule).toBe(
    'message.unknown-gateway',
  )
})
