/** A key that reads one kind of record writes nowhere and opens no page of administrators. */
import { beforeAll, expect, test } from 'vitest'
import { addRun, noCounts } from '#kernel/import/run-store.ts'
import { newId } from '#kernel/db/new-id.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'
import { useProduct, type Answer, type Company } from './product.ts'
import { addressOf, routesOf, type Route } from './routes.ts'
import { makeSamples, type Samples } from './samples.ts'
import { changesNothing } from './unchanged.ts'

const product = useProduct()
const registry = buildRegistry([kernelModule, ...modules])
const entities = [...registry.entities.values()].filter((entity) => !entity.isLine)

let company: Company
let samples: Samples
let run: string

beforeAll(async () => {
  company = await product().company('Narrow')
  const colleague = await company.person({ roles: ['sales'] })
  const people = [company.administrator.caller?.person.id ?? '', colleague.caller.person.id ?? '']
  samples = await makeSamples(product(), company, { people, count: 2, onlyNew: true })
  run = await beginImport()
}, 120_000)

/** An import of the administrator's own, which a narrower key may not go on with. */
async function beginImport(): Promise<string> {
  const { house } = product()
  const byUser = company.administrator.caller?.person.id ?? null
  const given = { id: newId(), byUser, entity: 'customer', fileName: 'x', path: '/none' }
  const more = {
    choice: {},
    plan: null,
    counts: noCounts,
    operation: null,
    fault: null,
    cancelWanted: false,
  }
  await addRun(house.database, company.tenant, { ...given, ...more, status: 'new' }, house.now())
  return given.id
}

async function keyOf(scope: string): Promise<string> {
  const answer = await company.administrator.ask('POST', '/api/api-key', {
    name: scope,
    scopes: [scope],
  })
  return String(answer.body.key)
}

const idOf = (entity: string) => samples.ids.get(entity)?.[0] ?? ''

/** What no key is asked for: the door, where nobody is known yet. */
const open = new Set([
  'POST /api/setup',
  'POST /api/session',
  'DELETE /api/session',
  'POST /api/invitation/:token',
  // It opens by the key that stands in the mail.
  'POST /api/report-mails/:tenant/:id/:key',
])
const forAdministrators = [
  'GET /api/rights',
  'GET /api/rights/as',
  'GET /api/rights/home',
  'GET /api/audit',
  'GET /api/health',
  'GET /api/backup',
  'GET /api/backup/download',
  'GET /api/mail-account',
  'GET /api/jobs',
]

/** Sound bodies, so that the key alone is the reason to refuse. */
function bodyFor(path: string, entity: string): unknown {
  const [keep = '', drop = ''] = samples.ids.get(entity) ?? []
  if (path === '/api/views') return { entity: 'customer', name: 'Mine' }
  if (path === '/api/import') return { entity: 'customer', pasted: 'Name\nHarbor' }
  if (path.endsWith('/bulk')) return { ids: [keep], patch: {} }
  if (path.endsWith('/duplicates')) return { values: {} }
  if (path.endsWith('/merge')) return { keep, drop: [drop] }
  return {}
}

async function sendBy(key: string, { method, path }: Route, url: string, body: unknown) {
  const headers = { authorization: `Bearer ${key}` }
  const payload = method === 'GET' ? {} : { payload: body as object }
  return path === '/api/files'
    ? product().nobody.send({ method, url, ...fileForm(headers) })
    : product().nobody.send({ method, url, headers, ...payload })
}

function fileForm(headers: Record<string, string>) {
  const end = 'narrow-key'
  const head = `content-disposition: form-data; name="file"; filename="a.txt"`
  return {
    payload: `--${end}\r\n${head}\r\n\r\nhello\r\n--${end}--\r\n`,
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${end}` },
  }
}

function complaint(what: string, { status, body }: Answer, also: readonly string[]): string[] {
  const right = status === 403 || also.includes(String(body.rule))
  return right ? [] : [`${what}: ${status} ${String(body.rule)}`]
}

function guarded(): Route[] {
  return routesOf(product().app).filter(({ method, path }) => {
    const key = `${method} ${path}`
    return path.startsWith('/api') && !open.has(key) && isGuarded(method, key)
  })
}

const isGuarded = (method: string, key: string) =>
  method !== 'GET' || forAdministrators.includes(key)

test('a key that reads writes nothing and opens nothing for administrators', async () => {
  const key = await keyOf('order:read')
  const wrong: string[] = []
  const routes = guarded().filter(({ path }) => !path.includes(':entity'))
  expect(routes.length).toBeGreaterThan(15)
  await changesNothing(product(), async () => {
    for (const route of routes) {
      const url = addressOf(route, { id: route.path.includes('/import/') ? run : idOf('order') })
      const answer = await sendBy(key, route, url, bodyFor(route.path, ''))
      // Views, operations and runs that this key does not see are not there for it.
      const also = /views|operation|api\/run/u.test(route.path)
        ? ['record.not-found', 'operation.not-found']
        : []
      wrong.push(...complaint(`${route.method} ${url}`, answer, also))
    }
  })
  expect(wrong).toEqual([])
})

test('a key that reads views changes none', async () => {
  const key = await keyOf('saved-view:read')
  for (const method of ['PATCH', 'DELETE'] as const) {
    const path = '/api/views/:id'
    const url = addressOf({ method, path }, { id: idOf('saved-view') })
    expect((await sendBy(key, { method, path }, url, {})).status, method).toBe(403)
  }
})

test.each(entities.map(({ name }) => name))('%s:read changes none', async (entity) => {
  const key = await keyOf(`${entity}:read`)
  const wrong: string[] = []
  const routes = guarded().filter(({ path }) => path.includes(':entity'))
  const actions = [...(registry.actions.get(entity)?.values() ?? [])]
  await changesNothing(product(), async () => {
    for (const route of routes) {
      const on = route.path.includes(':id') ? 'one' : 'collection'
      const named = route.path.includes(':action')
        ? actions.filter((action) => !action.internal && action.on === on)
        : [{ name: '' }]
      for (const { name } of named) {
        const url = addressOf(route, { entity, id: idOf(entity), action: name })
        const answer = await sendBy(key, route, url, bodyFor(route.path, entity))
        const also = ['record.managed', 'merge.not-possible', 'duplicates.not-possible']
        wrong.push(...complaint(`${route.method} ${url}`, answer, also))
      }
    }
  })
  expect(wrong).toEqual([])
})
