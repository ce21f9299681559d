/** Who is not signed in gets nothing but the door. */
import { beforeAll, expect, test } from 'vitest'
import { kernelModule } from '#kernel/kernel-module.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'
import { useProduct, type Company } from './product.ts'
import { addressOf, routesOf, type Method } from './routes.ts'
import { makeSamples, type Samples } from './samples.ts'
import { changesNothing } from './unchanged.ts'

const product = useProduct()
const registry = buildRegistry([kernelModule, ...modules])

/** The door itself, and what an operator's tools ask. */
const open = new Set([
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
  'GET /api/setup',
  'POST /api/setup',
  'POST /api/session',
  'DELETE /api/session',
  'GET /api/invitation/:token',
  'POST /api/invitation/:token',
  'GET /api/calendar-feed/:tenant/:key',
  'GET /api/report-mails/:tenant/:id/:key',
  'POST /api/report-mails/:tenant/:id/:key',
])

let company: Company
let samples: Samples

beforeAll(async () => {
  company = await product().company('Closed')
  const people = [company.administrator.caller?.person.id ?? '']
  samples = await makeSamples(product(), company, { people, count: 2, onlyNew: true })
}, 120_000)

/** Every closed address, with every entity, action, report and form in its places. */
function* closed(): Generator<[method: Method, url: string]> {
  const routes = routesOf(product().app).filter(
    ({ method, path }) => !open.has(`${method} ${path}`),
  )
  for (const route of routes.filter(({ path }) => path.startsWith('/api'))) {
    for (const places of placesOf(route.path)) yield [route.method, addressOf(route, places)]
  }
}

function placesOf(path: string): Record<string, string>[] {
  const entities = [...registry.entities.values()].filter((entity) => !entity.isLine)
  const id = (name: string) => samples.ids.get(name)?.[0] ?? ''
  if (path.includes('/report/')) return [...registry.reports.keys()].map((name) => ({ name }))
  if (path.includes('/print/'))
    return [...registry.prints.values()].map(({ name, entity }) => ({
      layout: name,
      id: id(entity.name),
    }))
  if (path.includes(':action'))
    return registry.modules
      .flatMap((module) => module.actions)
      .map(({ entity, name }) => ({ entity: entity.name, id: id(entity.name), action: name }))
  if (path.includes(':entity')) return entities.map(({ name }) => ({ entity: name, id: id(name) }))
  return [{}]
}

const impostors: [who: string, headers: Record<string, string>][] = [
  ['nobody', {}],
  ['an unknown session', { cookie: `shangmai_session=${'x'.repeat(43)}` }],
  ['a session that is none', { cookie: 'shangmai_session=abc' }],
  ['an unknown key', { authorization: `Bearer sk_${'x'.repeat(43)}` }],
  ['a key that is none', { authorization: 'Bearer x' }],
]

test.each(impostors)('%s is refused everywhere', async (_, headers) => {
  const wrong: string[] = []
  await changesNothing(product(), async () => {
    for (const [method, url] of closed()) {
      const payload = method === 'GET' ? undefined : {}
      const request = { method, url, headers, ...(payload ? { payload } : {}) }
      const { status, body } = await product().nobody.send(request)
      // A key opens no page of the sign-in itself, whoever has it.
      const refused = status === 401 || body.rule === 'session.not-by-key'
      if (!refused) wrong.push(`${method} ${url}: ${status} ${String(body.rule)}`)
    }
    expect(wrong).toEqual([])
  })
})

test('the door says nothing about who is inside', async () => {
  const { nobody } = product()
  expect((await nobody.ask('GET', '/api/session')).status).toBe(401)
  expect((await nobody.ask('GET', '/api/setup')).body).toEqual({ needed: false })
  expect((await nobody.ask('POST', '/api/setup', {})).status).toBeGreaterThanOrEqual(400)
  const unknown = `/api/invitation/${'x'.repeat(43)}`
  expect((await nobody.ask('GET', unknown)).status).toBe(404)
  expect((await nobody.ask('POST', unknown, { password: 'seven boats at noon' })).status).toBe(404)
})

test('a write from a browser needs the header of the program', async () => {
  const { ask } = company.administrator
  expect((await ask('GET', '/api/customer')).status).toBe(200)
  const wrong: string[] = []
  for (const [method, url] of closed()) {
    if (method === 'GET') continue
    const request = { method, url, payload: {}, headers: { 'x-shangmai': '' } }
    const { status, body } = await company.administrator.send(request)
    if (status !== 403 || body.rule !== 'session.csrf') wrong.push(`${method} ${url}: ${status}`)
  }
  expect(wrong).toEqual([])
})
