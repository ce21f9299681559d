/** Another company does not exist: its ids open nothing, and nothing of it shows anywhere. */
import { beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/db/new-id.ts'
import type { Entity } from '#kernel/entity/entity.ts'
import type { Field, Fields } from '#kernel/field/field.ts'
import { sum } from '#kernel/money/decimal.ts'
import { importJob } from '#kernel/import/import.job.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'
import { addressOfThing, upload, type OwnThings } from './own-things.ts'
import { useProduct, type Answer } from './product.ts'
import { routesOf, type Method, type Route } from './routes.ts'
import { sampleDraft, sampleInput, sampleWord } from './sample-values.ts'
import { openSides, type Side, type Sides } from './two-companies.ts'
import { changesNothing } from './unchanged.ts'

const product = useProduct()
const registry = buildRegistry([kernelModule, ...modules])
const entities = [...registry.entities.values()].filter((entity) => !entity.isLine)
const made = entities.filter((one) => !one.managed && !one.appendOnly && one.access.create)
const actions = registry.modules.flatMap((module) => module.actions).filter((one) => !one.internal)

let here: Side
let there: Side
let leaks: Sides['leaks']

beforeAll(async () => {
  const sides = await openSides(product())
  ;({ here, there, leaks } = sides)
}, 120_000)

const nobody = newId()
const idOf = ({ samples }: Side, entity: string) => samples.ids.get(entity)?.[0] ?? ''

type Ask = [method: Method, url: string, body?: unknown]

/** What would be asked of a record with this id; the bodies are sound. */
function* asksOf(entity: Entity, id: string): Generator<Ask> {
  const url = `/api/${entity.name}/${id}`
  for (const end of ['', '/history', '/chain', `/why?user=${here.visitor.caller?.person.id}`])
    yield ['GET', url + end]
  for (const { name, entity: of } of registry.prints.values())
    if (of === entity) yield ['GET', `/api/print/${name}/${id}`]
  yield ['PATCH', url, {}]
  yield ['DELETE', url]
  yield ['POST', `${url}/restore`]
  for (const { entity: of, name, on, input } of actions) {
    const body = { input: sampleInput(input, 0, here.samples.around), reason: 'Because' }
    if (of === entity && on === 'one') yield ['POST', `${url}/${name}`, body]
  }
  const own = idOf(here, entity.name)
  yield ['POST', `/api/${entity.name}/merge`, { keep: own, drop: [id] }]
  yield ['POST', `/api/${entity.name}/merge`, { keep: id, drop: [own] }]
}

function* asksOfThings(things: OwnThings): Generator<Ask> {
  for (const route of routesOf(product().app)) {
    const url = addressOfThing(route, things)
    if (url !== null) yield [route.method, url, bodyFor(route)]
  }
}

function bodyFor({ method, path }: Route): unknown {
  if (/\/(?:check|run)$/u.test(path)) return { mapping: { 0: 'name' } }
  return method === 'PATCH' ? { name: 'Taken' } : undefined
}

const said = ({ status, body }: Answer) => `${status} ${String(body.rule)}`

/** Complains of every answer that is no such refusal, or that tells of the other company. */
async function refused(asks: Iterable<Ask>, fair: RegExp): Promise<string[]> {
  const wrong: string[] = []
  for (const ask of asks) {
    const answer = await here.visitor.ask(...ask)
    if (!fair.test(said(answer))) wrong.push(`${ask[0]} ${ask[1]}: ${said(answer)}`)
    wrong.push(...leaks(ask[1], answer, ask))
  }
  return wrong
}

test('an id of theirs is one that nobody has', async () => {
  await changesNothing(product(), async () => {
    const wrong: string[] = []
    for (const entity of entities) {
      const managed = entity.managed || entity.appendOnly ? '|405 record.managed' : ''
      const single = entity.access.merge ? '' : '|405 merge.not-possible'
      const fair = new RegExp(`^(?:404 record.not-found${managed}${single})$`, 'u')
      wrong.push(...(await refused(asksOf(entity, idOf(there, entity.name)), fair)))
    }
    expect(wrong).toEqual([])
  })
})

test('so are their imports, runs, operations, keys, sessions, views and files', async () => {
  await changesNothing(product(), async () => {
    const fair = /^404 (?:record|session|operation)\.not-found$/u
    expect(await refused(asksOfThings(there.things), fair)).toEqual([])
  })
  // The same addresses with one's own ids are right.
  const own = await here.visitor.ask('GET', `/api/import/${here.things.import}`)
  expect([own.status, own.body.fileName]).toEqual([200, 'pasted'])
  const file = await here.visitor.ask('GET', `/api/files/${here.things.files}/thumb`)
  expect([file.status, file.headers['content-type']]).toEqual([200, 'image/png'])
})

test('no address with an id is forgotten', () => {
  const known = /^\/api\/(?:(?::entity|print\/:layout)\/:id|invitation\/:token|report-mails)/u
  const forgotten = routesOf(product().app).filter((route) => {
    const isAsked = known.test(route.path) || addressOfThing(route, there.things) !== null
    return /:(?:id|token)/u.test(route.path) && !isAsked
  })
  expect(forgotten).toEqual([])
})

/** Each reference of a form, pointing to a record of theirs. */
function* pointers(fields: Fields): Generator<[field: string, value: unknown]> {
  for (const [name, field] of Object.entries(fields)) {
    if (field.computed) continue
    if (field.kind === 'lines') {
      const line = sampleDraft(field.of as Entity, 0, here.samples.around, false)
      for (const [inner, value] of pointers((field.of as Entity).fields))
        yield [name, [{ ...line, [inner]: value }]]
    } else if (['ref', 'refs', 'person', 'file', 'picture'].includes(field.kind)) {
      const id = theirId(field)
      if (id !== undefined) yield [name, field.kind === 'refs' ? [id] : id]
    }
  }
}

const theirId = ({ target, kind }: Field) =>
  idOf(there, target ?? (kind === 'ref' ? 'customer' : 'file')) || undefined

/** Sound drafts, changes and inputs but for one reference. */
function* asksThatPoint(): Generator<Ask> {
  for (const entity of made) {
    const draft = sampleDraft(entity, 80, here.samples.around, false)
    const url = `/api/${entity.name}`
    for (const [field, value] of pointers(entity.fields)) {
      yield ['POST', url, { ...draft, [field]: value }]
      yield ['PATCH', `${url}/${idOf(here, entity.name)}`, { [field]: value }]
    }
  }
  for (const { entity, name, on, input } of actions) {
    const base = sampleInput(input, 0, here.samples.around)
    const url = `/api/${entity.name}/${on === 'one' ? `${idOf(here, entity.name)}/` : ''}${name}`
    for (const [field, value] of pointers(input))
      yield ['POST', url, { input: { ...base, [field]: value }, reason: 'Because' }]
  }
}

test('no record, line or action points to theirs', async () => {
  await changesNothing(product(), async () => {
    const fair = /^(?:422 input\.invalid|409 action\.wrong-state)$/u
    expect(await refused(asksThatPoint(), fair)).toEqual([])
  })
})

test('a change of many, a file and an invitation do not reach them', async () => {
  const { ask } = here.visitor
  await changesNothing(product(), async () => {
    for (const entity of made) {
      const ids = there.samples.ids.get(entity.name) ?? []
      for (const wish of [{ delete: true }, { patch: {} }])
        expect(said(await ask('POST', `/api/${entity.name}/bulk`, { ids, ...wish }))).toBe(
          '422 bulk.nothing',
        )
      const owner = { entity: entity.name, record: ids[0] ?? '' }
      expect(said(await upload(here.visitor, owner))).toBe('404 record.not-found')
    }
    const user = there.visitor.caller?.person.id
    const invited = await ask('POST', '/api/invitation', { user })
    expect(said(invited)).toBe(said(await ask('POST', '/api/invitation', { user: nobody })))
    expect(invited.status).toBe(404)
    const theirs = idOf(there, 'role')
    const home = { role: theirs, tiles: [{ kind: 'recent', of: null, wide: false }] }
    expect((await ask('PATCH', '/api/rights/home', home)).status).toBe(404)
    expect((await ask('GET', `/api/rights/home?role=${theirs}`)).status).toBe(404)
    expect((await ask('GET', `/api/rights/as?role=${theirs}`)).status).toBe(404)
    expect((await ask('GET', `/api/rights/as?user=${user}`)).status).toBe(404)
  })
})

/** Every page of rows, and every way to look at them. */
function* reads(): Generator<string> {
  const { name } = { name: sampleWord('customer') }
  for (const path of ['company', 'rights', 'audit', 'operation', 'run', 'api-key', 'meta'])
    yield `/api/${path}`
  yield* ['/api/health', '/api/backup', '/api/mail-account', '/api/jobs']
  yield* ['/api/session', '/api/session/all', '/api/views?entity=unit', `/api/search?q=${name}`]
  for (const entity of entities) {
    const url = `/api/${entity.name}`
    yield* [`${url}?limit=200&count=1&totals=1`, `${url}/pick`, `${url}/export?format=csv`]
    yield* [`${url}?q=${sampleWord(entity.name)}`, `${url}?deleted=1`, `${url}/counts`]
    for (const [field, { kind }] of Object.entries(entity.fields))
      if (kind === 'ref' || kind === 'person') yield `${url}/groups?by=${field}`
  }
  for (const report of registry.reports.keys()) yield `/api/report/${report}`
}

test('no page of ours tells of them', async () => {
  const wrong: string[] = []
  const check = `/api/import/${there.things.import}/check`
  expect((await there.visitor.ask('POST', check, { mapping: { 0: 'name' } })).status).toBe(200)
  const waiting = async ({ visitor }: Side) =>
    ((await visitor.ask('GET', '/api/jobs')).body.jobs as { name: string; waiting: number }[]).find(
      ({ name: job }) => job === importJob.name,
    )?.waiting ?? 0
  expect([await waiting(there), await waiting(here)]).toEqual([1, 0])
  for (const url of reads()) {
    const answer = await here.visitor.ask('GET', url)
    if (answer.status !== 200) wrong.push(`${url}: ${answer.status}`)
    wrong.push(...leaks(url, answer))
  }
  expect(wrong).toEqual([])
  const theirs = await there.visitor.ask('GET', '/api/customer')
  expect(leaks('their own page', theirs)).toEqual(['their own page tells of them'])
})

test('a list counts and sums as if they were not there', async () => {
  for (const entity of entities) {
    const { body } = await here.visitor.ask('GET', `/api/${entity.name}?limit=200&count=1&totals=1`)
    const rows = body.rows as Record<string, unknown>[]
    expect(body.count, entity.name).toEqual({ value: rows.length, capped: false })
    for (const field of entity.list?.totals ?? []) {
      const total = (body.totals as Record<string, string | Record<string, string>>)[field] ?? '0'
      const sums = typeof total === 'string' ? [total] : Object.values(total)
      const summed = sum(rows.map((row) => String(row[field] ?? '0')))
      expect(sum(sums), `${entity.name} ${field}`).toBe(summed)
    }
  }
})

test('a filter or a report asked for their records finds nothing', async () => {
  const wrong: string[] = []
  for (const { name, fields } of entities) {
    const asked = Object.entries({ ...fields, id: { kind: 'ref', target: name } as Field })
    for (const [field, declared] of asked) {
      const id = ['ref', 'refs', 'person'].includes(declared.kind) ? theirId(declared) : undefined
      if (id === undefined) continue
      const where = encodeURIComponent(JSON.stringify({ [field]: [id] }))
      const { status, body } = await here.visitor.ask('GET', `/api/${name}?where=${where}`)
      const found = (body.rows as unknown[] | undefined)?.length
      if (status !== 200 || found !== 0) wrong.push(`${name}.${field}: ${status} ${found}`)
    }
  }
  for (const { name, params } of registry.reports.values()) {
    for (const [param, field] of Object.entries(params)) {
      if (theirId(field) === undefined || !['ref', 'person'].includes(field.kind)) continue
      const ask = (id = '') => here.visitor.ask('GET', `/api/report/${name}?${param}=${id}`)
      const [theirs, none] = [await ask(theirId(field)), await ask(nobody)]
      if (theirs.text.replaceAll(theirId(field) ?? '', nobody) !== none.text) wrong.push(name)
    }
  }
  expect(wrong).toEqual([])
})
