/** The API is described as it is: every address, and what it answers. */
import { beforeAll, expect, test } from 'vitest'
import type { OpenApi } from '#kernel/http/openapi/describe.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'
import { faultsOf, type Schema } from './json-schema.ts'
import { makeOwnRun } from './own-run.ts'
import { useProduct, type Answer, type Company, type Visitor } from './product.ts'
import { routesOf, type Method } from './routes.ts'
import { sampleInput } from './sample-values.ts'
import { makeSamples, type Samples } from './samples.ts'

const product = useProduct()
const registry = buildRegistry([kernelModule, ...modules])
const entities = [...registry.entities.values()].filter((entity) => !entity.isLine)

let company: Company
let samples: Samples
let api: OpenApi
let seller: Visitor

beforeAll(async () => {
  company = await product().company('Described')
  const other = await company.person({ roles: ['sales'] })
  seller = other
  const people = [company.administrator.caller?.person.id ?? '', other.caller.person.id ?? '']
  samples = await makeSamples(product(), company, { people, count: 3, onlyNew: true })
  api = (await company.administrator.ask('GET', '/api/openapi.json')).body as never
}, 120_000)

/** '/api/customer/{id}' and '/api/:entity/:id' as one and the same shape. */
function fits(described: string, route: string): boolean {
  const [one, other] = [described.split('/'), route.split('/')]
  return (
    one.length === other.length &&
    one.every((part, index) => part === other[index] || other[index]?.startsWith(':'))
  )
}

const served = () =>
  routesOf(product().app).filter(({ path }) => path.startsWith('/api') || !path.includes('*'))

function described(of: OpenApi): [method: Method, path: string][] {
  return Object.entries(of.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method): [Method, string] => [method.toUpperCase() as Method, path]),
  )
}

test('every address that is served is described', () => {
  const all = described(api)
  const missing = served().filter(
    (route) => !all.some(([method, path]) => method === route.method && fits(path, route.path)),
  )
  expect(missing).toEqual([])
})

test('every address that is described is served', () => {
  const routes = served()
  const wrong = described(api).filter(
    ([method, path]) => !routes.some((route) => route.method === method && fits(path, route.path)),
  )
  expect(wrong).toEqual([])
})

test('every kind of record and every action, report and form is described', () => {
  const expected = [
    ...entities.map(({ name }) => `/api/${name}`),
    ...[...registry.reports.keys()].map((name) => `/api/report/${name}`),
    ...[...registry.prints.keys()].map((name) => `/api/print/${name}/{id}`),
    ...registry.modules
      .flatMap((module) => module.actions)
      .filter((action) => !action.internal)
      .map(({ entity, name, on }) => `/api/${entity.name}${on === 'one' ? '/{id}' : ''}/${name}`),
  ]
  expect(expected.filter((path) => !(path in api.paths))).toEqual([])
})

test('every name that the description refers to is there', () => {
  const named = [...JSON.stringify(api).matchAll(/"#\/components\/(\w+)\/([^"]+)"/gu)]
  expect(named.length).toBeGreaterThan(100)
  const missing = named.filter(([, part = '', name = '']) => !api.components[part]?.[name])
  expect([...new Set(missing.map(([text]) => text))]).toEqual([])
})

interface Operation {
  parameters?: { name: string; in: string; required?: boolean }[]
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}

const schemas = () => api.components.schemas as Record<string, Schema>

function answerFaults(method: Method, path: string, answer: Answer): string[] {
  const operation = api.paths[path]?.[method.toLowerCase()] as Operation | undefined
  const what = `${method} ${path}`
  const content = operation?.responses[String(answer.status)]?.content
  if (!content) return [`${what}: ${answer.status} is not described ${answer.text.slice(0, 200)}`]
  const type = String(answer.headers['content-type']).split(';')[0] ?? ''
  const kind = Object.keys(content).find((one) => one === type || one.endsWith('*'))
  if (kind === undefined) return [`${what}: ${type} is not described`]
  if (type !== 'application/json') return []
  return faultsOf(answer.body, content[kind]?.schema ?? {}, schemas(), what)
}

/** Sound values for what must be asked; a stream of news never ends and has its own tests. */
function urlOf(path: string): string {
  const [, , entity = '', next = ''] = path.split('/')
  // What the samples draw is for units.
  const printed = registry.prints.get(next)?.entity.name ?? 'unit'
  const print = entity === 'print' ? printed : undefined
  const id = samples.ids.get(print ?? entity)?.[0] ?? ''
  const by = registry.entities.get(entity)?.fields.owner ? 'owner' : 'createdBy'
  const asked: Record<string, string> = {
    '/groups': `?by=${by}`,
    '/why': `?user=${company.administrator.caller?.person.id}`,
    '/rights/as': `?user=${company.administrator.caller?.person.id}`,
    '/export': '?format=csv',
    '/views': '?entity=customer',
    '/rights/home': `?role=${samples.ids.get('role')?.[0]}`,
    '/search': '?q=quay',
  }
  const end = Object.keys(asked).find((ending) => path.endsWith(ending)) ?? ''
  return `${path.replace('{id}', id)}${asked[end] ?? ''}`
}

const elsewhere =
  /events|invitation|report-mails|calendar-feed|\/(?:form|track)\/|import\/|run\/|files\//u

test('what is read is answered as described', async () => {
  const faults: string[] = []
  const reads = described(api).filter(([method, path]) => method === 'GET' && !elsewhere.test(path))
  for (const [method, path] of reads) {
    const answer = await company.administrator.ask(method, urlOf(path))
    // A group by who made it is no group; a spreadsheet by wish is a text file.
    const isOther = answer.status === 400 || path.endsWith('/export')
    if (!isOther) faults.push(...answerFaults(method, path, answer))
  }
  expect(faults).toEqual([])
}, 120_000)

test.each(['?count=1&totals=1&limit=2', '?columns=createdAt', '?deleted=1'])(
  'lists with %s are answered as described',
  async (end) => {
    const faults: string[] = []
    for (const { name } of entities) {
      const answer = await company.administrator.ask('GET', `/api/${name}${end}`)
      faults.push(...answerFaults('GET', `/api/${name}`, answer))
    }
    expect(faults).toEqual([])
  },
)

type Write = [method: Method, path: string, body: unknown, places?: Record<string, string>]

/** One write after the other; each answers as described. */
async function write([method, path, body, places = {}]: Write): Promise<Answer> {
  const url = path.replaceAll(/\{(\w+)\}/gu, (_, place: string) => places[place] ?? '')
  const answer = await company.administrator.ask(method, url, body)
  expect(answerFaults(method, path, answer)).toEqual([])
  return answer
}

test('a record that is written is answered as described', async () => {
  const made = await write(['POST', '/api/customer', { name: 'Harbor Cafe' }])
  expect(made.status).toBe(201)
  const twin = await write(['POST', '/api/customer', { name: 'Harbour Café' }])
  const idOf = ({ body }: Answer) => (body.row as { id: string }).id
  const id = idOf(made)
  expect(
    (await company.administrator.ask('POST', '/api/customer?dry=1', { name: 'x' })).status,
  ).toBe(200)
  await write(['PATCH', '/api/customer/{id}', { note: 'x', version: 1, reason: 'So' }, { id }])
  await write(['DELETE', '/api/customer/{id}', undefined, { id }])
  await write(['POST', '/api/customer/{id}/restore', {}, { id }])
  const bulk = await write(['POST', '/api/customer/bulk', { ids: [id], patch: { note: 'y' } }])
  const undone = { id: String(bulk.body.operation) }
  await write(['POST', '/api/operation/{id}/undo', {}, undone])
  await write(['POST', '/api/customer/merge', { keep: id, drop: [idOf(twin)] }])
  await write(['POST', '/api/customer/duplicates', { values: { name: 'harbor cafe' } }])
  await write(['POST', '/api/customer/duplicates/scan', {}])
  await write(['GET', '/api/operation', undefined])
  await write(['GET', '/api/customer/{id}/history', undefined, { id }])
})

test('views, keys, choices, invitations and the company are answered as described', async () => {
  const view = await write(['POST', '/api/views', { entity: 'customer', name: 'Mine' }])
  const id = String(view.body.id)
  await write(['PATCH', '/api/views/{id}', { name: 'My own' }, { id }])
  await write(['DELETE', '/api/views/{id}', undefined, { id }])
  await write(['POST', '/api/api-key', { name: 'Till', scopes: ['customer:read'] }])
  const keys = (await write(['GET', '/api/api-key', undefined])).body.keys as { id: string }[]
  await write(['DELETE', '/api/api-key/{id}', undefined, { id: keys[0]?.id ?? '' }])
  await write(['PATCH', '/api/session/preferences', { theme: 'dark' }])
  await write(['POST', '/api/invitation', { user: seller.caller?.person.id }])
  await write(['PATCH', '/api/company', { phone: '02-2736-7777' }])
  await write(['GET', '/api/company', undefined])
})

test('a file is answered as described', async () => {
  const end = 'described'
  const head = 'content-disposition: form-data; name="file"; filename="a.txt"'
  const sent = await company.administrator.send({
    method: 'POST',
    url: '/api/files',
    payload: `--${end}\r\n${head}\r\n\r\nhello\r\n--${end}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${end}` },
  })
  expect(answerFaults('POST', '/api/files', sent)).toEqual([])
  await write(['GET', '/api/files/{id}', undefined, { id: String(sent.body.id) }])
})

test('an import is answered as described', async () => {
  const pasted = 'Name\nNew Quay\nOld Quay'
  const look = await write(['POST', '/api/import', { entity: 'customer', pasted }])
  const id = String(look.body.id)
  await write(['POST', '/api/import/{id}/look', { headerRow: 0 }, { id }])
  await write(['GET', '/api/import/{id}', undefined, { id }])
  await write(['POST', '/api/import/{id}/check', { mapping: { 0: 'name' } }, { id }])
  await write(['GET', '/api/import/{id}', undefined, { id }])
  await write(['POST', '/api/import/{id}/cancel', {}, { id }])
})

test('work on very many is answered as described', async () => {
  const { administrator } = company
  const id = await makeOwnRun(product(), administrator.caller)
  await write(['GET', '/api/run', undefined])
  await write(['GET', '/api/run/{id}', undefined, { id }])
  await write(['POST', '/api/run/{id}/cancel', {}, { id }])
})

test('actions are answered as described, and refusals too', async () => {
  const faults: string[] = []
  const outcomes = new Set<number>()
  for (const { entity, name, on, input, internal } of registry.modules.flatMap(
    (one) => one.actions,
  )) {
    if (internal) continue
    const path = `/api/${entity.name}${on === 'one' ? '/{id}' : ''}/${name}`
    const url = path.replace('{id}', samples.ids.get(entity.name)?.[0] ?? '')
    const body = { input: sampleInput(input, 0, samples.around), reason: 'So', dryRun: true }
    const answer = await company.administrator.ask('POST', url, body)
    outcomes.add(answer.status)
    if (answer.status === 200) faults.push(...answerFaults('POST', path, answer))
    else faults.push(...faultsOf(answer.body, schemas()['answer.problem'] ?? {}, schemas(), path))
  }
  expect(faults).toEqual([])
  expect(outcomes).toContain(200)
  expect(outcomes).toContain(409)
})

test('what a new record must have is what the server asks for', async () => {
  const wrong: string[] = []
  for (const { name, managed, appendOnly, access } of entities) {
    const schema = schemas()[`${name}.new`] as { required?: string[] }
    if (managed || appendOnly || !access.create) continue
    const { body } = await company.administrator.ask('POST', `/api/${name}?dry=1`, {})
    const missing = ((body.fields ?? []) as { field: string; rule: string }[])
      .filter(({ rule }) => rule === 'field.required')
      .map(({ field }) => field)
    if (missing.sort().join() !== [...(schema.required ?? [])].sort().join())
      wrong.push(`${name}: ${missing.join()} but ${(schema.required ?? []).join()}`)
  }
  expect(wrong).toEqual([])
})

test('a seller is told only what a seller may do', async () => {
  const own = (await seller.ask('GET', '/api/openapi.json')).body as unknown as OpenApi
  expect(own.paths['/api/audit']).toBeUndefined()
  expect(own.paths['/api/company']).not.toHaveProperty('patch')
  expect(own.paths['/api/account']).not.toHaveProperty('post')
  expect(own.components.schemas?.shipment).not.toHaveProperty('properties.cost')
  expect(own.components.schemas?.['customer.new']).not.toHaveProperty('properties.creditLimit')
  expect(own.paths['/api/order/{id}/confirm']).toBeDefined()
  const named = [...JSON.stringify(own).matchAll(/"#\/components\/(\w+)\/([^"]+)"/gu)]
  const missing = named.filter(([, part = '', name = '']) => !own.components[part]?.[name])
  expect([...new Set(missing.map(([text]) => text))]).toEqual([])
})
