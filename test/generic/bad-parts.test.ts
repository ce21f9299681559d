/** Each part of a body has its kind: what does not fit is refused by its name, changing nothing. */
import { beforeAll, expect, test } from 'vitest'
import { makeOwnThings, upload } from './own-things.ts'
import { useProduct, type Answer, type Company, type Visitor } from './product.ts'
import { makeSamples, type Samples } from './samples.ts'
import { systemBodies, type Body } from './system-bodies.ts'
import { changesNothing } from './unchanged.ts'
import { keyOf, writesOf, type Write } from './writes.ts'

const product = useProduct()
let company: Company
let samples: Samples
let writes: Write[]

beforeAll(async () => {
  company = await product().company('Bad parts')
  const people = [company.administrator.caller?.person.id ?? '']
  samples = await makeSamples(product(), company, { people, count: 2, onlyNew: true })
  writes = writesOf(product().app, samples, await makeOwnThings(product(), company.administrator))
}, 120_000)

const plan: Body = {
  sound: () => ({ mapping: { 0: 'name' } }),
  needed: ['mapping'],
  more: ['key', 'mode', 'createMissing'],
  wrong: [
    ['mapping', { 0: 'nonsense' }],
    ['mapping', { x: 'name' }],
    ['mapping', { 0: 'name', 1: 'name' }],
    ['mapping', {}],
    ['key', 'code'],
    ['mode', 'delete'],
  ],
}
const view = ['where', 'sort', 'columns', 'shared']
const badViews: Body['wrong'] = [
  ['where', { nonsense: 1 }],
  ['where', { name: { over: {} } }],
  ['columns', [5]],
]
const customers = () => (samples.ids.get('customer') ?? []) as [string, string]
const secret = 'seven boats at noon'
const reason: Body = { more: ['reason'] }

const bodies: Record<string, Body> = {
  'POST /api/session': {
    sound: () => ({ email: 'nobody@harbor.example', password: secret }),
    needed: ['email', 'password'],
    more: ['code', 'company'],
  },
  'POST /api/session/password': {
    sound: () => ({ current: 'x', next: secret }),
    needed: ['current', 'next'],
  },
  'POST /api/session/totp': {},
  'POST /api/session/totp/confirm': { sound: () => ({ code: '123456' }), needed: ['code'] },
  'DELETE /api/session/totp': { sound: () => ({ password: 'x' }), needed: ['password'] },
  'DELETE /api/session/:id': {},
  'PATCH /api/session/preferences': {
    more: ['locale', 'theme', 'density', 'tour'],
    wrong: [
      ['locale', 'fr'],
      ['tour', 'nonsense'],
    ],
  },
  'PATCH /api/session/favourites': {
    sound: () => ({ favourites: [{ href: '/list/order', title: 'Orders', icon: 'list' }] }),
    more: ['favourites'],
    wrong: [
      ['favourites', [{ href: 'https://elsewhere.example', title: 'x', icon: 'list' }]],
      ['favourites', [{ href: '//elsewhere.example', title: 'x', icon: 'list' }]],
      ['favourites', [{ href: '/list/order' }]],
      ['favourites', 'all'],
    ],
  },
  'PATCH /api/session/reports': {
    sound: () => ({ report: 'sales-by-customer' }),
    needed: ['report'],
    more: ['saved'],
    wrong: [
      ['report', 'nonsense'],
      ['saved', 'x'],
    ],
  },
  'PATCH /api/session/home': {
    sound: () => ({ tiles: [{ kind: 'work', of: 'order', wide: false }] }),
    more: ['tiles'],
    wrong: [
      ['tiles', [{ kind: 'nonsense' }]],
      ['tiles', 'all'],
    ],
  },
  'PATCH /api/rights/home': {
    sound: () => ({ role: samples.ids.get('role')?.[0] }),
    needed: ['role'],
    more: ['tiles'],
    wrong: [
      ['role', 'sales'],
      ['tiles', [{ kind: 'nonsense' }]],
    ],
  },
  'PATCH /api/session/notices': {
    more: ['off', 'mail'],
    wrong: [
      ['off', ['nonsense']],
      ['mail', 'weekly'],
    ],
  },
  'POST /api/notification/read': {
    more: ['notices', 'until'],
    wrong: [
      ['notices', ['x']],
      ['until', 'tomorrow'],
    ],
  },
  'POST /api/:entity/:id/follow': {},
  'POST /api/:entity/:id/unfollow': {},
  'POST /api/invitation': { sound: () => ({ user: customers()[0] }), needed: ['user'] },
  'POST /api/invitation/:token': { sound: () => ({ password: secret }), needed: ['password'] },
  'POST /api/api-key': {
    sound: () => ({ name: 'Key', scopes: ['*'] }),
    needed: ['name', 'scopes'],
    more: ['expiresOn'],
    wrong: [
      ['scopes', []],
      ['scopes', ['order:']],
      ['expiresOn', '2020-01-01'],
    ],
  },
  'DELETE /api/api-key/:id': {},
  'POST /api/practice': {},
  'DELETE /api/practice': {},
  'POST /api/practice/enter': {},
  'POST /api/practice/leave': {},
  'PATCH /api/company': {
    more: ['name', 'currency', 'country', 'timeZone', 'locale', 'numbering', 'address', 'email'],
    wrong: [
      ['name', null],
      ['setUp', 'nonsense'],
      ['country', 'ZZ'],
      ['timeZone', 'Mars/Phobos'],
      ['numbering', { 'order.number': 'no count' }],
      ['numbering', { 'order.number': '{month}-{000}' }],
      ['numbering', { 'order.note': '{000}' }],
    ],
  },
  ...systemBodies,
  'POST /api/views': {
    sound: () => ({ entity: 'customer', name: 'Mine' }),
    needed: ['entity', 'name'],
    more: view,
    wrong: badViews,
  },
  'PATCH /api/views/:id': { more: ['entity', 'name', ...view], wrong: badViews },
  'DELETE /api/views/:id': {},
  'POST /api/import': {
    sound: () => ({ entity: 'customer', pasted: 'Name\nTea' }),
    needed: ['entity', 'pasted'],
  },
  'POST /api/import/:id/look': {
    more: ['encoding', 'separator', 'sheet', 'headerRow'],
    wrong: [
      ['encoding', 'klingon'],
      ['headerRow', -1],
    ],
  },
  'POST /api/import/:id/check': plan,
  'POST /api/import/:id/run': plan,
  'POST /api/import/:id/cancel': {},
  'POST /api/run/:id/cancel': {},
  'POST /api/operation/:id/undo': {},
  'POST /api/:entity/bulk': {
    sound: () => ({ ids: [customers()[0]], patch: { note: 'x' } }),
    needed: ['ids', 'patch'],
    more: ['where', 'delete', 'action', 'input', 'reason', 'dryRun'],
    wrong: [['ids', ['x']]],
  },
  'POST /api/:entity/merge': {
    sound: () => ({ keep: customers()[0], drop: [customers()[1]] }),
    needed: ['keep', 'drop'],
    more: ['take', 'reason'],
    wrong: [
      ['drop', ['x']],
      ['take', { nonsense: 'x' }],
      ['take', { name: 'x' }],
    ],
  },
  'DELETE /api/:entity/:id': { more: ['version', 'reason'] },
  'POST /api/:entity/:id/restore': reason,
  'POST /api/:entity/:id/:action': { more: ['input', 'version', 'reason', 'dryRun'] },
  'POST /api/:entity/:action': { more: ['input', 'version', 'reason', 'dryRun'] },
}

/** Fields of records are tried one by one in bad-fields; a file comes as a form; see below. */
const elsewhere = new Set([
  'POST /api/:entity',
  'PATCH /api/:entity/:id',
  'POST /api/files',
  // Mail programs send what they like; only the key in the address counts.
  'POST /api/report-mails/:tenant/:id/:key',
  'POST /form/:tenant/:key', // see lead-forms.test.ts
])
/** Who has a company already founds no other one, whatever is sent. */
const closed = 'POST /api/setup'

test('no address that takes a body is forgotten', () => {
  const keys = writes.map(([route]) => keyOf(route)).filter((key) => !elsewhere.has(key))
  expect(keys.toSorted()).toEqual([...Object.keys(bodies), closed].toSorted())
})

const megabyte = 'x'.repeat(1024 * 1024)
const oddities: unknown[] = [5, true, [], {}, ['x'], 'a\u0000b', '\ud800', megabyte]

/** Whether this value may stand there: yes or no for switches, and nothing at all. */
const empty = (value: unknown) => JSON.stringify(value) === '{}'
const fair: Record<string, (value: unknown) => boolean> = {
  patch: empty,
  take: empty,
  values: empty,
  numbering: empty,
  where: empty,
  input: empty,
  address: empty,
  // Nothing is picked: refused for that, whatever it would be picked by.
  ids: (value) => JSON.stringify(value) === '[]',
  drop: (value) => JSON.stringify(value) === '[]',
  favourites: (value) => JSON.stringify(value) === '[]',
  off: (value) => JSON.stringify(value) === '[]',
  notices: (value) => JSON.stringify(value) === '[]',
  tiles: (value) => JSON.stringify(value) === '[]',
  columns: (value) => Array.isArray(value),
  shared: (value) => value === true,
  delete: (value) => value === true,
  dryRun: (value) => value === true,
  createMissing: (value) => value === true,
  version: (value) => value === 5,
  headerRow: (value) => value === 5,
  port: (value) => value === 5,
  hour: (value) => value === 5,
  kept: (value) => value === 5,
  // A table of one's own; its rows are judged one by one.
  pasted: (value) => typeof value === 'string',
}

/** Complains unless the answer is a refusal that names the part. */
function complaint(part: string, value: unknown, { status, body }: Answer): string[] {
  const fields = status < 400 ? [] : ((body.fields ?? []) as { field: string }[])
  const named = fields.map(({ field }) => field)
  const hit = named.some((field) => field === part || field.startsWith(`${part}.`))
  const shown = (JSON.stringify(value) ?? 'nothing').slice(0, 30)
  if (status >= 400 && status < 500 && typeof body.rule === 'string' && hit) return []
  return [`${part}=${shown}: ${status} ${String(body.rule)} at ${named.join()}`]
}

/** Each body that one part makes wrong. */
function* wrongBodies({ sound, needed = [], more = [], wrong = [] }: Body) {
  const base = sound?.() ?? {}
  yield ['nonsense', 1, { ...base, nonsense: 1 }] as const
  for (const part of [...needed, ...more])
    for (const value of oddities)
      if (!fair[part]?.(value)) yield [part, value, { ...base, [part]: value }] as const
  for (const [part, value] of wrong) yield [part, value, { ...base, [part]: value }] as const
  for (const part of needed) {
    yield [part, null, { ...base, [part]: null }] as const
    yield [part, undefined, { ...base, [part]: undefined }] as const
  }
}

test.each(Object.entries(bodies))('%s refuses what is wrong by its name', async (key, body) => {
  const [route, url = ''] = writes.find(([one]) => keyOf(one) === key) ?? []
  if (!route) throw new Error(`There is no ${key}`)
  const visitor: Visitor = key === 'POST /api/session' ? product().nobody : company.administrator
  const complaints: string[] = []
  await changesNothing(product(), async () => {
    for (const [part, value, sent] of wrongBodies(body))
      complaints.push(...complaint(part, value, await visitor.ask(route.method, url, sent)))
    expect(complaints).toEqual([])
  })
})

test('a file belongs to a record that is there, or to none', async () => {
  const [record] = customers()
  const owners: [part: string, owner: Record<string, string>][] = [
    ['record', { entity: 'customer' }],
    ['entity', { record }],
    ['entity', { entity: 'nonsense', record }],
    ['entity', { entity: 'order-line', record }],
    ['entity', { entity: 'a\u0000b', record }],
    ['record', { entity: 'customer', record: 'x' }],
    ['record', { entity: 'customer', record: megabyte }],
    ['entity', { entity: megabyte, record }],
    ['nonsense', { nonsense: 'x' }],
  ]
  const complaints: string[] = []
  await changesNothing(product(), async () => {
    for (const [part, owner] of owners)
      complaints.push(...complaint(part, owner, await upload(company.administrator, owner)))
    expect(complaints).toEqual([])
  })
})
