/** A telephone system tells of its calls over HTTP: who calls is found, what was said is kept. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '#kernel/testing/use-house.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { User } from '#modules/people/index.ts'
import { PhoneCall, PhoneLine } from '#modules/telephony/index.ts'
import { Task } from '#modules/tasks/index.ts'
import { useProduct, type Company, type Visitor } from '../generic/product.ts'

const product = useProduct({ work: true })
/** The first bytes of a sound file; the rest is silence. */
const sound = Buffer.concat([Buffer.from('RIFF\u0024\u0000\u0000\u0000WAVEfmt '), Buffer.alloc(64)])

let company: Company
let agent: Visitor
let colleague: Visitor
let recorder: Server
let recordings: string
let url: string
let key: string

beforeAll(async () => {
  company = await product().company('Harbor')
  const lead = await company.person({ roles: ['sales-lead'] })
  const boss = lead.caller.person.id
  agent = await company.person({ name: 'Ann', roles: ['sales'], reportsTo: boss })
  colleague = await company.person({ name: 'Bob', roles: ['sales'], reportsTo: boss })
  recorder = createServer((_, answer) => answer.end(sound)).listen(0, '127.0.0.1')
  await new Promise((resolve) => recorder.once('listening', resolve))
  recordings = `http://127.0.0.1:${(recorder.address() as AddressInfo).port}/recordings/`
  await company.within(async (ctx) => {
    await ctx.save(User, idOf(agent), { extension: '201' })
    await ctx.create(PhoneLine, { name: 'Main', key: 'main', recordingsAt: recordings })
  })
  const scopes = ['phone-call:do:incoming', 'phone-call:do:ended', 'file:create', 'file:read']
  const made = await company.administrator.ask('POST', '/api/api-key', { name: 'PBX', scopes })
  key = String(made.body.key)
  url = await product().app.listen({ port: 0, host: '127.0.0.1' })
}, 120_000)

afterAll(() => recorder.close())

const idOf = ({ caller }: Visitor) => caller?.person.id ?? ''

/** The small client that a telephone system has. */
async function tell(what: 'incoming' | 'ended', input: object) {
  const answer = await fetch(`${url}/api/phone-call/${what}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ input }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

const callOf = (body: Record<string, unknown>) => (body.result as { id: string }).id
const seenBy = (visitor: Visitor, id: string) => visitor.ask('GET', `/api/phone-call/${id}`)

async function add(who: Visitor, entity: string, draft: object) {
  const { body } = await who.ask('POST', `/api/${entity}`, draft)
  return body.row as { id: string }
}

const customer = (owner: Visitor, name: string, phone: string) =>
  add(owner, 'customer', { name, phone })

test('who calls is found among what the agent may see, told once however often', async () => {
  const own = await customer(agent, 'Own', '02-2712-8801')
  const ring = { callId: 'r1', number: '0227128801', extension: '201', line: 'main' }
  const first = await tell('incoming', ring)
  const again = await Promise.all([tell('incoming', ring), tell('incoming', ring)])
  expect([first, ...again].map(({ status }) => status)).toEqual([200, 200, 200])
  expect(new Set([first, ...again].map(({ body }) => callOf(body))).size).toBe(1)
  const { body } = await seenBy(agent, callOf(first.body))
  expect(body.row).toMatchObject({
    customer: own.id,
    number: '+886227128801',
    owner: idOf(agent),
    endedAt: null,
  })
  expect((await seenBy(colleague, callOf(first.body))).status).toBe(404)
  await customer(colleague, 'Foreign', '02-2712-8802')
  const hidden = await tell('incoming', { ...ring, callId: 'r2', number: '02-2712-8802' })
  expect((await seenBy(agent, callOf(hidden.body))).body.row).toMatchObject({ customer: null })
})

test('a contact is found by the mobile; of a number that two have nobody is guessed', async () => {
  const { id } = await customer(agent, 'With people', '02-2712-8803')
  const draft = { customer: id, name: 'Chen', mobile: '0912-345-678' }
  const contact = await add(agent, 'contact', draft)
  const ring = { callId: 'm1', number: '+886912345678', extension: '201' }
  const { body } = await tell('incoming', ring)
  expect((await seenBy(agent, callOf(body))).body.row).toMatchObject({
    customer: id,
    contact: contact.id,
  })
  await customer(agent, 'Second', '02-2712-8803')
  const shared = await tell('incoming', { ...ring, callId: 'm2', number: '02 2712 8803' })
  expect((await seenBy(agent, callOf(shared.body))).body.row).toMatchObject({ customer: null })
})

test('who is behind a switchboard is found by its number, whatever the extension', async () => {
  const firm = await customer(agent, 'Behind a switchboard', '02-2712-8855 分機 12')
  for (const extension of ['13', '14']) {
    const phone = `02-2712-8855 #${extension}`
    await add(agent, 'contact', { customer: firm.id, name: `Lin ${extension}`, phone })
  }
  const ring = { callId: 'x1', number: '0227128855', extension: '201' }
  const { body } = await tell('incoming', ring)
  const { row } = (await seenBy(agent, callOf(body))).body as { row: Record<string, unknown> }
  expect(row).toMatchObject({ customer: firm.id, contact: null })
})

test('the end brings one contact record, and the recording for whom it is', async () => {
  const own = await customer(agent, 'Recorded', '02-2712-8804')
  const told = { callId: 'e1', number: '02-2712-8804', extension: '201', line: 'main' }
  await tell('incoming', told)
  const end = { ...told, seconds: 95, recordingUrl: `${recordings}e1.wav` }
  const ended = await tell('ended', end)
  expect((await tell('ended', { ...end, seconds: 500 })).status).toBe(200)
  const id = callOf(ended.body)
  const talks = await company.within((ctx) => ctx.list(Interaction, { customer: own.id }))
  expect(talks).toEqual([
    expect.objectContaining({ kind: 'call', direction: 'in', minutes: 2, owner: idOf(agent) }),
  ])
  const file = await eventually(async () => {
    const { recording } = await company.within((ctx) => ctx.find(PhoneCall, id))
    if (recording === null) throw new Error('not fetched yet')
    return recording
  })
  const heard = await agent.ask('GET', `/api/files/${file}`)
  expect([heard.status, heard.bytes.equals(sound)]).toEqual([200, true])
  expect((await colleague.ask('GET', `/api/files/${file}`)).status).toBe(404)
})

test('a recording is uploaded, or refused where it lies elsewhere', async () => {
  const told = { callId: 'u1', number: '02-2712-8805', extension: '201', line: 'main', seconds: 9 }
  const elsewhere = await tell('ended', { ...told, recordingUrl: `${url}/api/session` })
  expect(elsewhere.body.rule).toBe('phone-call.recording-elsewhere')
  const form = new FormData()
  form.append('file', new Blob([sound]), 'u1.wav')
  const headers = { authorization: `Bearer ${key}` }
  const sent = await fetch(`${url}/api/files`, { method: 'POST', headers, body: form })
  const { id: recording } = (await sent.json()) as { id: string }
  const { body } = await tell('ended', { ...told, recording })
  expect((await seenBy(agent, callOf(body))).body.row).toMatchObject({ recording, seconds: 9 })
})

test('whoever reached nobody is called back today', async () => {
  const told = { callId: 'x1', number: '02-2712-8806', extension: '201' }
  await tell('incoming', told)
  await tell('ended', { ...told, result: 'missed' })
  const tasks = await company.within((ctx) => ctx.list(Task, { owner: idOf(agent) }))
  expect(tasks).toEqual([expect.objectContaining({ kind: 'call-back', status: 'open' })])
})

test('the key does nothing else, and nobody else may tell of calls', async () => {
  const headers = { authorization: `Bearer ${key}` }
  const list = await fetch(`${url}/api/customer`, { headers })
  expect(list.status).toBe(403)
  const told = { input: { callId: 'n1', number: '0227128801' } }
  expect((await agent.ask('POST', '/api/phone-call/incoming', told)).status).toBe(403)
})
