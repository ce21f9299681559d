/** A body that is no text, JSON or object is refused at every address, and nothing changes. */
import { beforeAll, expect, test } from 'vitest'
import type { Answer, Company, Visitor } from './product.ts'
import { useProduct } from './product.ts'
import { addressOf, routesOf, type Route } from './routes.ts'
import { makeSamples, type Samples } from './samples.ts'
import { changesNothing } from './unchanged.ts'

const product = useProduct()

let company: Company
let samples: Samples

beforeAll(async () => {
  company = await product().company('Bad bodies')
  const people = [company.administrator.caller?.person.id ?? '']
  samples = await makeSamples(product(), company, { people, count: 2, onlyNew: true })
}, 120_000)

const json = 'application/json'
const deep = `${'{"a":'.repeat(14)}1${'}'.repeat(14)}`

/** Bytes that are no object in JSON. */
const bodies: [what: string, bytes: Buffer, type: string][] = [
  ['NUL bytes', Buffer.from([0, 0, 0]), json],
  ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), json],
  ['a lone surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), json],
  ['half an object', Buffer.from('{"name":'), json],
  ['a trailing comma', Buffer.from('{"name":"x",}'), json],
  ['no JSON', Buffer.from('name=x'), json],
  ['14 levels', Buffer.from(deep), json],
  ['10,000 levels', Buffer.from(`${'['.repeat(10_000)}${']'.repeat(10_000)}`), json],
  ['a prototype', Buffer.from('{"__proto__":{"name":"x"}}'), json],
  ['a prototype inside', Buffer.from('{"input":{"__proto__":{"a":1}}}'), json],
  ['a list', Buffer.from('[]'), json],
  ['a list of objects', Buffer.from('[{"name":"x"}]'), json],
  ['a text', Buffer.from('"x"'), json],
  ['a number', Buffer.from('5'), json],
  ['a form', Buffer.from('name=x'), 'application/x-www-form-urlencoded'],
  ['XML', Buffer.from('<a/>'), 'application/xml'],
  ['five megabytes', Buffer.from(`{"name":"${'x'.repeat(5 * 1024 * 1024)}"}`), json],
]

/** Signing out needs no body, and ends what the test needs. */
const withoutBody = new Set(['DELETE /api/session'])

function complaint(what: string, { status, body }: Answer): string[] {
  const right = status >= 400 && status < 500 && typeof body.rule === 'string'
  return right ? [] : [`${what}: ${status} ${body.rule ?? ''}`]
}

function writes(): Route[] {
  return routesOf(product().app).filter(
    ({ method, path }) => method !== 'GET' && !withoutBody.has(`${method} ${path}`),
  )
}

function places(): Record<string, string> {
  const id = samples.ids.get('customer')?.[0] ?? ''
  return { entity: 'customer', id, action: 'confirm', token: 'x'.repeat(43), layout: 'order' }
}

test.each(bodies)('%s', async (_, bytes, type) => {
  const wrong: string[] = []
  await changesNothing(product(), async () => {
    for (const route of writes()) {
      const url = addressOf(route, places())
      const request = {
        method: route.method,
        url,
        payload: bytes,
        headers: { 'content-type': type },
      }
      wrong.push(...complaint(`${route.method} ${url}`, await company.administrator.send(request)))
    }
    expect(wrong).toEqual([])
  })
})

/** Values of the wrong kind for anything that is asked by name. */
const oddities: unknown[] = [
  5,
  true,
  [],
  {},
  ['x'],
  'a\u0000b',
  '\ud800',
  'x'.repeat(100_000),
  null,
]

/** What the addresses beside the entities ask for by name. */
const asked: Record<string, string[]> = {
  'POST /api/session': ['email', 'password', 'code'],
  'POST /api/session/password': ['current', 'next'],
  'POST /api/session/totp/confirm': ['code'],
  'DELETE /api/session/totp': ['password'],
  'PATCH /api/session/preferences': ['locale', 'theme', 'density', 'nonsense'],
  'POST /api/invitation': ['user'],
  'POST /api/invitation/:token': ['password'],
  'POST /api/api-key': ['name', 'scopes', 'expiresOn'],
  'POST /api/setup': ['company', 'country', 'currency', 'timeZone', 'locale', 'email', 'password'],
  'PATCH /api/company': ['name', 'currency', 'country', 'timeZone', 'locale', 'numbering', 'x'],
  'POST /api/views': ['entity', 'name', 'where', 'sort', 'columns', 'shared', 'nonsense'],
  'PATCH /api/views/:id': ['entity', 'name', 'where', 'sort', 'columns', 'shared', 'nonsense'],
  'POST /api/import': ['entity', 'pasted'],
  'POST /api/:entity/bulk': ['ids', 'where', 'patch', 'delete', 'dryRun', 'nonsense'],
  'POST /api/:entity/merge': ['keep', 'drop', 'take', 'nonsense'],
}

/** A body that would do, so that one wrong part is the only reason to refuse it. */
function soundBody(key: string): Record<string, unknown> {
  const [id = '', other = ''] = samples.ids.get('customer') ?? []
  if (key.endsWith('/bulk')) return { ids: [id], patch: { note: 'x' } }
  if (key.endsWith('/merge')) return { keep: id, drop: [other] }
  if (key === 'POST /api/views') return { entity: 'customer', name: 'Mine' }
  return {}
}

/** Whether this value may stand there: absent parts and empty ones are often fine. */
const fair: Record<string, (value: unknown) => boolean> = {
  patch: (value) => JSON.stringify(value) === '{}',
  take: (value) => JSON.stringify(value) === '{}',
  numbering: (value) => JSON.stringify(value) === '{}',
  where: (value) => JSON.stringify(value) === '{}',
  columns: (value) => Array.isArray(value),
  shared: (value) => value === true,
  delete: (value) => value === true,
  dryRun: (value) => value === true,
}

test.each(Object.entries(asked))('%s refuses parts of the wrong kind', async (key, parts) => {
  const [method = '', path = ''] = key.split(' ')
  const route = writes().find((one) => one.method === method && one.path === path)
  if (!route) throw new Error(`There is no ${key}`)
  const view = samples.ids.get('saved-view')?.[0] ?? ''
  const url = addressOf(route, { ...places(), ...(path.includes('views') ? { id: view } : {}) })
  const visitor: Visitor = key === 'POST /api/session' ? product().nobody : company.administrator
  const wrong: string[] = []
  await changesNothing(product(), async () => {
    for (const part of parts) {
      for (const value of oddities) {
        if (value === null || fair[part]?.(value)) continue
        const body = { ...soundBody(key), [part]: value }
        const answer = await visitor.ask(route.method, url, body)
        const shown = JSON.stringify(value).slice(0, 30)
        wrong.push(...complaint(`${method} ${url} ${part}=${shown}`, answer))
      }
    }
    expect(wrong).toEqual([])
  })
})

test('a key for repeating a write has a form', async () => {
  const wrong: string[] = []
  const url = '/api/customer'
  for (const key of ['', 'short', 'with space 12', 'x'.repeat(201), 'ключ-12345'])
    wrong.push(
      ...complaint(
        key,
        await company.administrator.send({
          method: 'POST',
          url,
          payload: { name: 'Twice' },
          headers: { 'idempotency-key': key },
        }),
      ),
    )
  expect(wrong).toEqual([])
})
