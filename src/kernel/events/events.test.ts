/** Live news over HTTP: each person hears of the records they may read, and of no others. */
import { createServer, get as httpGet, type IncomingMessage } from 'node:http'
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { expect, test } from 'vitest'
import { people } from '../testing/people.ts'
import type { Caller } from '../action/caller.ts'
import { fail, Refusal } from '../base/fail.ts'
import { newId } from '../db/new-id.ts'
import { defineEntity } from '../entity/entity.ts'
import { f } from '../field/f.ts'
import type { ChangeEvent } from '../http/wire.ts'
import { defineModule } from '../module.ts'
import { eventually, useHouse } from '../testing/use-house.ts'
import { openEventStream } from './event-stream.ts'
import { openChangeFeed } from './open-feed.ts'
import { registerEventRoutes } from './routes.ts'

const Boat = defineEntity('test-boat', {
  label: { one: 'Boat', many: 'Boats' },
  title: 'name',
  fields: { name: f.text({ required: true }), owner: f.person({ default: 'me' }) },
  access: {
    read: { sales: { owner: 'me' }, 'sales-lead': 'all' },
    create: ['sales', 'sales-lead'],
    update: { sales: { owner: 'me' }, 'sales-lead': 'all' },
  },
})
const harbor = defineModule({ name: 'harbor', label: 'Harbor', entities: [Boat] })
const callers = new Map<string, Caller>()
let app: FastifyInstance

const world = useHouse([people, harbor], async ({ house, access }) => {
  house.changes = await openChangeFeed(access)
  app = Fastify()
  app.setErrorHandler((error, _request, reply) =>
    error instanceof Refusal
      ? reply.code(error.status).send({ rule: error.rule })
      : reply.send(error),
  )
  const identify = async ({ headers }: { headers: Record<string, unknown> }) =>
    callers.get(String(headers['x-who'])) ?? fail('session.required', {}, { status: 401 })
  registerEventRoutes(app, house, { identify, heartbeatMs: 300, build: '/assets/harbor.js' })
  await app.listen({ port: 0 })
  return async () => {
    await app.close()
    await house.changes.close()
  }
})

interface Ear {
  answer: IncomingMessage
  events: ChangeEvent[]
  text: string
  ended: boolean
  close(): void
}

async function listen(name: string): Promise<Ear> {
  const { port } = app.server.address() as { port: number }
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const options = { port, host: '127.0.0.1', path: '/api/events', headers: { 'x-who': name } }
    httpGet(options, resolve).on('error', reject)
  })
  const ear: Ear = {
    answer,
    events: [],
    text: '',
    ended: false,
    close: () => void answer.destroy(),
  }
  answer.setEncoding('utf8')
  answer.on('data', (piece: string) => {
    ear.text += piece
    ear.events = [...ear.text.matchAll(/^event: change\ndata: (.*)\n\n/gmu)].map(
      ([, line]) => JSON.parse(line ?? '') as ChangeEvent,
    )
  })
  answer.on('close', () => {
    ear.ended = true
  })
  answer.on('error', () => undefined)
  return ear
}

async function who(role: string, name: string) {
  const actor = await world().as(role, name)
  callers.set(name, actor.caller)
  return actor
}

function ids(ear: Ear): string[] {
  return ear.events.filter((event) => event.entity === 'test-boat').map((event) => event.id)
}

test('without signing in there is no news', async () => {
  const { answer } = await listen('nobody')
  expect(answer.statusCode).toBe(401)
  answer.destroy()
})

test('each hears of what they may read, and of nothing else', async () => {
  const amy = await who('sales', 'Amy')
  const bo = await who('sales', 'Bo')
  await who('sales-lead', 'Cleo')
  await who('cashier', 'Dan')
  const [forAmy, forBo, forCleo, forDan] = await Promise.all(
    ['Amy', 'Bo', 'Cleo', 'Dan'].map(listen),
  )
  expect(forAmy?.answer.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  })
  const pearl = await amy.create(Boat, { name: 'Pearl' })
  const gull = await bo.create(Boat, { name: 'Gull' })
  await bo.update(Boat, gull.id, { name: 'Herring gull' })
  if (!forAmy || !forBo || !forCleo || !forDan) throw new Error('nobody listens')
  await eventually(() => expect(ids(forCleo)).toEqual([pearl.id, gull.id]))
  await eventually(() => expect(ids(forBo)).toEqual([gull.id]))
  await eventually(() => expect(ids(forAmy)).toEqual([pearl.id]))
  expect(forAmy.events).toContainEqual({
    entity: 'test-boat',
    id: pearl.id,
    action: 'create',
    by: amy.caller.person.id,
  })
  // Everyone sees people, so this one comes last and shows that nothing else was on the way.
  await who('sales', 'Eve')
  await eventually(() => expect(forDan.events.map((event) => event.entity)).toContain('user'))
  expect(ids(forDan)).toEqual([])
  for (const ear of [forAmy, forBo, forCleo, forDan]) expect(ear.text).not.toContain('Pearl')
  for (const ear of [forAmy, forBo, forCleo, forDan]) ear.close()
})

test('a record that is handed over is news for its new owner, no longer for the old', async () => {
  const amy = await who('sales', 'Amy')
  const bo = await who('sales', 'Bo')
  const boat = await amy.create(Boat, { name: 'Tern' })
  const [forAmy, forBo] = [await listen('Amy'), await listen('Bo')]
  await amy.update(Boat, boat.id, { owner: bo.caller.person.id })
  await eventually(() => expect(ids(forBo)).toEqual([boat.id]))
  const own = await amy.create(Boat, { name: 'Auk' })
  await eventually(() => expect(ids(forAmy)).toEqual([own.id]))
  forAmy.close()
  forBo.close()
})

test('another company hears nothing', async () => {
  const elsewhere = await world().elsewhere()
  callers.set('Zoe', (await elsewhere.as('administrator', 'Zoe')).caller)
  const forZoe = await listen('Zoe')
  await (await who('sales', 'Amy')).create(Boat, { name: 'Skua' })
  const lead = await elsewhere.as('sales-lead', 'Yan')
  const boat = await lead.create(Boat, { name: 'Eider' })
  await eventually(() => expect(ids(forZoe)).toEqual([boat.id]))
  forZoe.close()
})

test('too many to name are told as one, without ids', async () => {
  await who('sales', 'Amy')
  await who('cashier', 'Dan')
  const [forAmy, forDan] = [await listen('Amy'), await listen('Dan')]
  const changes = Array.from({ length: 300 }, () => ({
    entity: 'test-boat',
    id: newId(),
    action: 'import',
  }))
  world().house.changes.publish(world().tenant, changes, null)
  await eventually(() =>
    expect(forAmy.events).toEqual([{ entity: 'test-boat', id: '', action: 'many', by: '' }]),
  )
  await who('sales', 'Finn')
  await eventually(() => expect(forDan.events.map((event) => event.entity)).toEqual(['user']))
  forAmy.close()
  forDan.close()
})

test('a quiet line shows signs of life, and ends when the person is signed out', async () => {
  await who('sales', 'Gus')
  const ear = await listen('Gus')
  await eventually(() => expect(ear.text).toContain(': still here\n\n'))
  callers.delete('Gus')
  await eventually(() => expect(ear.ended).toBe(true))
})

test('the oldest of too many streams of one person gives way', async () => {
  await who('sales', 'Hal')
  const ears: Ear[] = []
  for (let number = 0; number < 21; number += 1) ears.push(await listen('Hal'))
  await eventually(() => expect(ears[0]?.ended).toBe(true))
  expect(ears.slice(1).some((ear) => ear.ended)).toBe(false)
  for (const ear of ears) ear.close()
})

test('a browser that does not read is cut off', async () => {
  const cut = new Promise<void>((resolve) => {
    const server = createServer((_request, response) => {
      const reply = { raw: response, hijack: () => undefined, getHeaders: () => ({}) }
      const stream = openEventStream(reply as unknown as FastifyReply)
      stream.onClose(() => server.close(() => resolve()))
      const flood = setInterval(() => stream.send('change', 'x'.repeat(100_000)), 1)
      stream.onClose(() => clearInterval(flood))
    })
    server.listen(0, () => {
      const { port } = server.address() as { port: number }
      httpGet({ port, host: '127.0.0.1' }, (answer) =>
        answer.on('error', () => undefined).pause(),
      ).on('error', () => undefined)
    })
  })
  await cut
})

test('a page hears first thing which build the server has', async () => {
  await who('sales', 'Amy')
  const ear = await listen('Amy')
  await eventually(() =>
    expect(ear.text).toContain('event: build\ndata: {"build":"/assets/harbor.js"}'),
  )
  ear.close()
})

test('a page hears first thing whether something happened since it asked', async () => {
  const amy = await who('sales', 'Amy')
  const { house, tenant } = world()
  const asked = house.changes.last(tenant)
  await amy.create(Boat, { name: 'Unheard of' })
  const now = house.changes.last(tenant)
  expect(now).not.toBe(asked)
  const ear = await listen('Amy')
  await eventually(() => expect(ear.text).toContain(`event: hello\ndata: {"last":"${now}"}`))
  ear.close()
})

test('closing the server ends the streams', async () => {
  await who('sales', 'Amy')
  const ear = await listen('Amy')
  await app.close()
  await eventually(() => expect(ear.ended).toBe(true))
})
