/** What is for administrators, and what belongs to another person, is refused to every role. */
import { beforeAll, expect, test } from 'vitest'
import { addRun, noCounts } from '#kernel/import/run-store.ts'
import { newId } from '#kernel/db/new-id.ts'
import { roleKeys } from '#modules/people/index.ts'
import { makeOwnRun } from './own-run.ts'
import { useProduct, type Company, type Visitor } from './product.ts'
import { routesOf } from './routes.ts'
import { changesNothing } from './unchanged.ts'

const product = useProduct()
const roles = [...roleKeys.filter((key) => key !== 'administrator'), 'no role']

let company: Company
const colleagues = new Map<string, Visitor>()
/** What the administrator made for nobody else. */
const owned = {
  own: '',
  shared: '',
  operation: '',
  run: '',
  many: '',
  key: '',
  session: '',
  customer: '',
}

beforeAll(async () => {
  company = await product().company('Wrong roles')
  for (const role of roles)
    colleagues.set(role, await company.person({ roles: role === 'no role' ? [] : [role] }))
  await makeOwned(company.administrator)
}, 120_000)

async function makeOwned({ ask, caller }: Visitor): Promise<void> {
  const idOf = async (url: string, body: unknown) => String((await ask('POST', url, body)).body.id)
  const view = { entity: 'customer', name: 'Mine' }
  owned.own = await idOf('/api/views', view)
  owned.shared = await idOf('/api/views', { ...view, name: 'Ours', shared: true })
  const made = await ask('POST', '/api/customer', { name: 'Harbor Cafe' })
  owned.customer = (made.body.row as { id: string }).id
  const body = { ids: [owned.customer], patch: { tags: ['pier'] } }
  owned.operation = String((await ask('POST', '/api/customer/bulk', body)).body.operation)
  owned.run = await beginImport(caller?.person.id ?? null)
  owned.many = await makeOwnRun(product(), caller)
  await ask('POST', '/api/api-key', { name: 'Mine', scopes: ['*'] })
  const { keys } = (await ask('GET', '/api/api-key')).body as { keys: { id: string }[] }
  owned.key = keys[0]?.id ?? ''
  const { sessions } = (await ask('GET', '/api/session/all')).body as { sessions: { id: string }[] }
  owned.session = sessions[0]?.id ?? ''
}

async function beginImport(byUser: string | null): Promise<string> {
  const { house } = product()
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

type Try = [method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, status: number]

/** 403 where a person may know that it is there, 404 where not. */
function tries(): Try[] {
  const { own, shared, operation, run, many, key, session } = owned
  return [
    ['PATCH', '/api/company', 403],
    ['GET', '/api/rights', 403],
    ['GET', '/api/rights/as', 403],
    ['GET', '/api/rights/home', 403],
    ['PATCH', '/api/rights/home', 403],
    ['GET', '/api/audit', 403],
    ['GET', '/api/health', 403],
    ['POST', '/api/print-preview', 403],
    ['GET', '/api/backup', 403],
    ['POST', '/api/backup', 403],
    ['PATCH', '/api/backup', 403],
    ['GET', '/api/backup/download', 403],
    ['GET', '/api/mail-account', 403],
    ['PATCH', '/api/mail-account', 403],
    ['DELETE', '/api/mail-account', 403],
    ['POST', '/api/mail-account/test', 403],
    ['GET', '/api/jobs', 403],
    ['POST', '/api/jobs/run-again', 403],
    ['POST', '/api/invitation', 403],
    ['GET', '/api/practice', 403],
    ['POST', '/api/practice', 403],
    ['DELETE', '/api/practice', 403],
    ['POST', '/api/practice/enter', 403],
    ['POST', '/api/practice/leave', 403],
    ['PATCH', `/api/views/${own}`, 404],
    ['DELETE', `/api/views/${own}`, 404],
    ['PATCH', `/api/views/${shared}`, 403],
    ['DELETE', `/api/views/${shared}`, 403],
    ['POST', `/api/operation/${operation}/undo`, 403],
    ['GET', `/api/import/${run}`, 404],
    ['GET', `/api/import/${run}/errors.csv`, 404],
    ['POST', `/api/import/${run}/look`, 404],
    ['POST', `/api/import/${run}/check`, 404],
    ['POST', `/api/import/${run}/run`, 404],
    ['POST', `/api/import/${run}/cancel`, 404],
    ['GET', `/api/run/${many}`, 404],
    ['POST', `/api/run/${many}/cancel`, 404],
    ['DELETE', `/api/api-key/${key}`, 404],
    ['DELETE', `/api/session/${session}`, 404],
  ]
}

/** What everybody may ask for, since it is her own or shows what she may see. */
const everybodys = new Set([
  'GET /api/company',
  'GET /api/docs',
  'GET /api/events',
  'GET /api/files/:id',
  'GET /api/files/:id/text',
  'GET /api/files/:id/thumb',
  'GET /api/meta',
  'GET /api/meta/counts',
  'GET /api/meta/sounds',
  'GET /api/openapi.json',
  'GET /api/operation',
  'GET /api/print/:layout/:id',
  'GET /api/report/:name',
  'GET /api/run',
  'GET /api/search',
  'GET /api/views',
  'POST /api/files',
  'POST /api/import',
  'POST /api/views',
  // Her own session, password, authenticator and keys, and the doors to come in by.
  ...['GET', 'POST', 'DELETE'].map((method) => `${method} /api/session`),
  'GET /api/session/all',
  'POST /api/session/password',
  'PATCH /api/session/favourites',
  'PATCH /api/session/preferences',
  'POST /api/session/totp',
  'POST /api/session/totp/confirm',
  'DELETE /api/session/totp',
  'GET /api/api-key',
  'POST /api/api-key',
  'GET /api/setup',
  'POST /api/setup',
  'GET /api/invitation/:token',
  'POST /api/invitation/:token',
  // What she is told, and how her pages look; the mails of a report end by the key in each,
  // and a calendar reads by the one in its address.
  'GET /api/notification',
  'GET /api/notification/unread',
  'POST /api/notification/read',
  'GET /api/session/notices',
  'PATCH /api/session/notices',
  'PATCH /api/session/reports',
  'PATCH /api/session/home',
  'GET /api/calendar-feed/:tenant/:key',
  'GET /api/report-mails/:tenant/:id/:key',
  'POST /api/report-mails/:tenant/:id/:key',
])

test('no address beside the records is forgotten here', () => {
  const tried = new Set(
    tries().map(([method, url]) => `${method} ${url.replace(/[0-9a-f-]{36}/u, ':id')}`),
  )
  const beside = routesOf(product().app)
    .filter(({ path }) => path.startsWith('/api/') && !path.startsWith('/api/:entity'))
    .map(({ method, path }) => `${method} ${path}`)
  expect(beside.filter((one) => !tried.has(one) && !everybodys.has(one))).toEqual([])
  // And nothing is listed that does not exist.
  const known = new Set(beside)
  expect([...tried, ...everybodys].filter((one) => !known.has(one))).toEqual([])
})

/** Bodies that would do it, were they an administrator's. */
async function ascents({ caller }: Visitor): Promise<[Try, body: object][]> {
  const { ask } = company.administrator
  const me = caller?.person.id ?? ''
  const { rows } = (await ask('GET', '/api/role')).body as { rows: { id: string; key: string }[] }
  const sales = rows.find(({ key }) => key === 'sales')?.id ?? ''
  const version = async (url: string) => {
    return ((await ask('GET', url)).body.row as { version: number }).version
  }
  const right = { role: sales, entity: 'customer', right: 'delete', allowed: true }
  return [
    [
      ['PATCH', `/api/user/${me}`, 403],
      { version: await version(`/api/user/${me}`), roles: ['administrator'] },
    ],
    [
      ['PATCH', `/api/role/${sales}`, 403],
      { version: await version(`/api/role/${sales}`), name: 'Kings' },
    ],
    [['DELETE', `/api/role/${sales}`, 403], { version: await version(`/api/role/${sales}`) }],
    [['POST', '/api/role', 403], { key: 'kings', name: 'Kings' }],
    [['POST', '/api/grant', 403], right],
    [
      ['POST', '/api/user', 403],
      { name: 'Straw', email: 'straw@example.com', roles: ['administrator'] },
    ],
    [['POST', '/api/department', 403], { name: 'Court' }],
    [['PATCH', '/api/company', 403], { name: 'Mine now' }],
    [['POST', '/api/invitation', 403], { user: me }],
  ]
}

test.each(roles)('%s raises nobody, not even herself', async (role) => {
  const visitor = colleagues.get(role) ?? product().nobody
  const wanted = await ascents(visitor)
  const got: Try[] = []
  await changesNothing(product(), async () => {
    for (const [[method, url], body] of wanted)
      got.push([method, url, (await visitor.ask(method, url, body)).status])
  })
  expect(got).toEqual(wanted.map(([one]) => one))
})

test.each(roles)('%s gets no further', async (role) => {
  const visitor = colleagues.get(role) ?? product().nobody
  const got: Try[] = []
  await changesNothing(product(), async () => {
    for (const [method, url] of tries()) {
      const body = method === 'GET' ? undefined : {}
      got.push([method, url, (await visitor.ask(method, url, body)).status])
    }
  })
  expect(got).toEqual(tries())
})

test.each(roles)('%s does not see the views and operations of others', async (role) => {
  const visitor = colleagues.get(role) ?? product().nobody
  const views = (await visitor.ask('GET', '/api/views?entity=customer')).text
  expect([views.includes(owned.own), views.includes(owned.shared)]).toEqual([false, true])
  expect((await visitor.ask('GET', '/api/operation')).body).toEqual({ operations: [] })
  expect((await visitor.ask('GET', '/api/run')).body).toEqual({ runs: [] })
})

test('the administrator gets to all of it', async () => {
  const { ask } = company.administrator
  for (const url of [
    '/api/rights',
    '/api/audit',
    '/api/health',
    '/api/backup',
    '/api/mail-account',
  ])
    expect((await ask('GET', url)).status, url).toBe(200)
  expect((await ask('PATCH', `/api/views/${owned.own}`, { name: 'Still mine' })).status).toBe(200)
  expect((await ask('GET', '/api/operation')).text).toContain(owned.operation)
  expect((await ask('POST', `/api/operation/${owned.operation}/undo`)).status).toBe(200)
})
