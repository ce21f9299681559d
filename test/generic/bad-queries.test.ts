/** A question that cannot be read is refused by the part that is wrong, and nothing breaks. */
import { beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/db/new-id.ts'
import { allFields, type Entity } from '#kernel/entity/entity.ts'
import type { Field } from '#kernel/field/field.ts'
import { typeOf } from '#kernel/field/types.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'
import { useProduct, type Answer, type Company } from './product.ts'
import { makeSamples, type Samples } from './samples.ts'
import { badValues } from './bad-values.ts'
import { changesNothing } from './unchanged.ts'

const product = useProduct()
const registry = buildRegistry([kernelModule, ...modules])
const entities = [...registry.entities.values()].filter((entity) => !entity.isLine)
const reports = [...registry.reports.values()]

let company: Company
let samples: Samples

beforeAll(async () => {
  company = await product().company('Bad questions')
  const people = [company.administrator.caller?.person.id ?? '']
  samples = await makeSamples(product(), company, { people, count: 2 })
}, 120_000)

const names = ['nonsense', '__proto__', 'constructor', 'toString', 'tenant', 'name"', '1', ' ']

/** Filters that no entity can be asked. */
const badFilters: unknown[] = [
  ['x', 5, [], true],
  [...names, 'lines.', 'lines.nonsense', 'lines.__proto__', '.x'].map((name) => ({ [name]: 'x' })),
  [{ any: {} }, { any: ['x'] }, { any: [5] }, { not: [] }, { not: 'x' }, { search: 5 }],
  [{ search: 'a\u0000' }, { search: '\ud800' }, { id: 'x' }, { id: 5 }, { id: { over: 'x' } }],
  [{ not: { not: { not: { not: { not: { not: { not: {} } } } } } } }],
  [{ any: Array.from({ length: 250 }, () => ({ id: newId() })) }],
  [{ id: Array.from({ length: 1001 }, () => newId()) }],
].flat()

/** Conditions on a field that do not fit its kind. */
function badConditions(field: Field): unknown[] {
  const type = typeOf(field)
  const free = new Set(['text', 'text[]'])
  const odd: unknown[] = [
    { nonsense: 1 },
    { constructor: 1 },
    { in: 'x' },
    { empty: 'yes' },
    [[]],
    [{}],
  ]
  const within = type.operators.includes('within') ? [{ within: 'nope' }, { within: 5 }] : []
  const values = badValues(field).filter(
    (value) => typeof value === 'string' || typeof value === 'number',
  )
  const own = free.has(type.column ?? '') ? ['a\u0000', '\ud800', 5] : values.filter(isUnfit)
  return [...odd, ...within, ...own, ...own.map((value) => ({ not: value }))]
}

/** An id that nobody has, a great number, a day: fair questions, even without an answer. */
function isUnfit(value: unknown): boolean {
  const text = String(value).trim()
  const fair = /^-?\d{1,40}(?:\.\d+)?$|^[0-9a-f-]{36}$|^2026-01-01(?:T00:00:00Z?)?$/u
  return !fair.test(text)
}

/** Complains unless the answer is a refusal that names one of the fields. */
function complaint(answer: Answer, asked: string, ...fields: string[]): string[] {
  const { status, body } = answer
  const named = ((body.fields ?? []) as { field: string }[]).map((one) => one.field)
  const hit = fields.length === 0 || named.some((one) => fields.includes(one))
  const right = status >= 400 && status < 500 && typeof body.rule === 'string' && hit
  return right ? [] : [`${asked.slice(0, 160)}: ${status} ${body.rule ?? ''} at ${named.join()}`]
}

async function asks(entity: Entity, query: string, ...fields: string[]): Promise<string[]> {
  const url = `/api/${entity.name}${query}`
  return complaint(await company.administrator.ask('GET', url), url, ...fields)
}

const json = (value: unknown) => encodeURIComponent(JSON.stringify(value))

test.each(entities)('$name: filters that cannot be read are refused', async (entity) => {
  const wrong: string[] = []
  for (const where of badFilters) wrong.push(...(await asks(entity, `?where=${json(where)}`)))
  for (const [name, field] of Object.entries(allFields(entity))) {
    for (const condition of badConditions(field)) {
      wrong.push(...(await asks(entity, `?where=${json({ [name]: condition })}`, name)))
    }
  }
  for (const text of ['{', '{"a"', '"', '%00', 'undefined', '%ff', '{}&where={}'])
    wrong.push(...(await asks(entity, `?where=${text}`, 'where')))
  expect(wrong).toEqual([])
})

/** Cursors of one's own making. */
const cursors = ['x', '%00', '[]', '....'].concat(
  [5, null, [], ['a'], ['a', 'b'], [5, newId()], ['a\u0000', newId()], [{}, newId()]].map(cursor),
)

function cursor(content: unknown): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url')
}

test.each(entities)(
  '$name: orders, pages and columns that do not exist are refused',
  async (entity) => {
    const wrong: string[] = []
    for (const name of [...names, '-', '--name', 'name,id', '%00'])
      wrong.push(...(await asks(entity, `?sort=${encodeURIComponent(name)}`, 'sort')))
    for (const name of names) {
      const text = encodeURIComponent(name)
      wrong.push(...(await asks(entity, `?columns=${text}`, 'columns')))
      wrong.push(...(await asks(entity, `/export?columns=${text}`, 'columns')))
      wrong.push(...(await asks(entity, `/groups?by=${text}`, 'by')))
    }
    for (const text of cursors) wrong.push(...(await asks(entity, `?after=${text}`, 'after')))
    const sortable = Object.entries(allFields(entity)).filter(([, field]) => typeOf(field).sortable)
    for (const [name, field] of sortable) {
      if (['text', 'text[]'].includes(typeOf(field).column ?? '')) continue
      const forged = cursor(['not one of these', newId()])
      wrong.push(...(await asks(entity, `?sort=${name}&after=${forged}`, 'after')))
    }
    for (const text of ['-1', 'abc', '1e3', '1.5', '1000', '0x1', '1&limit=2'])
      wrong.push(...(await asks(entity, `?limit=${text}`, 'limit')))
    for (const flag of ['count', 'totals', 'deleted'])
      wrong.push(...(await asks(entity, `?${flag}=perhaps`, flag)))
    wrong.push(...(await asks(entity, '/export?format=pdf', 'format')))
    wrong.push(...(await asks(entity, '/groups', 'by')))
    expect(wrong).toEqual([])
  },
)

test('what is no record, no entity and no report is not found', async () => {
  const wrong: string[] = []
  const ids = ['abc', '%00', '..%2f', '__proto__', newId().toUpperCase(), 'x'.repeat(150), '1']
  for (const { name } of entities) {
    for (const id of [...ids, newId()]) {
      for (const end of ['', '/history', '/chain', `/why?user=${newId()}`]) {
        const url = `/api/${name}/${id}${end}`
        wrong.push(...complaint(await company.administrator.ask('GET', url), url))
      }
    }
  }
  const lines = [...registry.entities.values()].filter((entity) => entity.isLine)
  for (const name of [...names, ...lines.map((entity) => entity.name), 'x'.repeat(150)]) {
    const text = encodeURIComponent(name)
    for (const url of [`/api/${text}`, `/api/report/${text}`, `/api/print/${text}/${newId()}`])
      wrong.push(...complaint(await company.administrator.ask('GET', url), url))
  }
  expect(wrong).toEqual([])
})

test('a question why needs a person', async () => {
  const wrong: string[] = []
  for (const entity of entities) {
    const id = samples.ids.get(entity.name)?.[0] ?? ''
    for (const user of ['', '?user=x', '?user=%00', '?user=__proto__'])
      wrong.push(...(await asks(entity, `/${id}/why${user}`, 'user')))
  }
  expect(wrong).toEqual([])
})

test('reports refuse parameters that do not fit, and forms that do not exist', async () => {
  const wrong: string[] = []
  await changesNothing(product(), async () => {
    for (const { name, params } of reports) {
      for (const [param, field] of Object.entries(params)) {
        for (const value of badValues(field)) {
          if (typeof value !== 'string' || !value.isWellFormed() || !isUnfit(value)) continue
          if (value.length > 10_000) continue
          if (field.kind === 'boolean' && value === 'true') continue
          const url = `/api/report/${name}?${param}=${encodeURIComponent(value)}`
          wrong.push(...complaint(await company.administrator.ask('GET', url), url, param))
        }
      }
      const url = `/api/report/${name}?format=pdf`
      wrong.push(...complaint(await company.administrator.ask('GET', url), url, 'format'))
    }
    expect(wrong).toEqual([])
  })
})

/** Questions beside the records, with the parts that are wrong. */
const others: [url: string, query: string, ...fields: string[]][] = [
  ...['record', 'by', 'before'].flatMap((name) =>
    ['x', '%00', '5', newId().toUpperCase(), `${newId()}%20`].map(
      (value): [string, string, string] => ['/api/audit', `${name}=${value}`, name],
    ),
  ),
  ...['from', 'until'].flatMap((name) =>
    ['x', '%00', '2026-02-30', '2026-1-1', '2026-01-01T00:00:00Z', '10000-01-01'].map(
      (value): [string, string, string] => ['/api/audit', `${name}=${value}`, name],
    ),
  ),
  ...[
    '',
    'user=x',
    'user=%00',
    `user=${newId().toUpperCase()}`,
    `user=${newId()}&user=${newId()}`,
  ].map((asked): [string, string, string] => [
    '/api/rights/as',
    asked,
    asked === '' ? 'role' : 'user',
  ]),
  ['/api/rights/as', 'role=sales', 'role'],
  ['/api/rights/home', '', 'role'],
  ['/api/rights/home', 'role=sales', 'role'],
  ['/api/audit', `record=${newId()}&record=${newId()}`, 'record'],
  ['/api/audit', 'entity=%00', 'entity'],
  ['/api/audit', 'action=%00', 'action'],
  ['/api/views', '', 'entity'],
  ['/api/views', 'entity=', 'entity'],
  ['/api/views', 'entity=nonsense', 'entity'],
  ['/api/views', 'entity=__proto__', 'entity'],
  ['/api/views', 'entity=%00', 'entity'],
  ['/api/views', 'entity=unit&entity=unit', 'entity'],
  ['/api/search', 'q=%00', 'q'],
  ['/api/search', 'q=a&q=b', 'q'],
]

test('the log, the views, the search and the forms refuse what they cannot read', async () => {
  const wrong: string[] = []
  const order = samples.ids.get('order')?.[0] ?? ''
  const print = ['klingon', '%00', 'en&locale=en', '__proto__'].map(
    (locale): [string, string, string] => [
      `/api/print/order/${order}`,
      `locale=${locale}`,
      'locale',
    ],
  )
  for (const [path, query, ...fields] of [...others, ...print]) {
    const url = `${path}?${query}`
    wrong.push(...complaint(await company.administrator.ask('GET', url), url, ...fields))
  }
  expect(wrong).toEqual([])
  for (const url of ['/api/audit', '/api/views?entity=unit', `/api/print/order/${order}?locale=en`])
    expect([url, (await company.administrator.ask('GET', url)).status]).toEqual([url, 200])
})
