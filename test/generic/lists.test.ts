/** A list goes by every column, up and down, page by page; its counts, sums and views are true. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/db/new-id.ts'
import { allFields, columnName, type Entity } from '#kernel/entity/entity.ts'
import type { Field } from '#kernel/field/field.ts'
import { typeOf } from '#kernel/field/types.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { normal, sum } from '#kernel/money/decimal.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'
import { useProduct, type Company, type Visitor } from './product.ts'
import { mostSamples } from './sample-values.ts'
import { makeSamples, type Samples } from './samples.ts'

const product = useProduct()
const registry = buildRegistry([kernelModule, ...modules])
const entities = [...registry.entities.values()].filter((entity) => !entity.isLine)

let company: Company
let samples: Samples

type Row = Record<string, unknown> & { id: string }

beforeAll(async () => {
  company = await product().company('Lists')
  const seller = await company.person({ roles: ['sales'] })
  const people = [company.administrator, seller].map(({ caller }) => caller?.person.id ?? '')
  samples = await makeSamples(product(), company, { people, count: 5 })
  await product().asOwner(entities.flatMap(changedRows).join(';'))
}, 120_000)

/** What one can sort by in the list. */
function sortable(entity: Entity): [name: string, field: Field][] {
  const listed = new Set([...(entity.list?.columns ?? []), 'createdAt', 'updatedAt'])
  const fields = Object.entries(allFields(entity)).filter(([name]) => listed.has(name))
  return fields.filter(([, field]) => typeOf(field).sortable)
}

const nobody = newId()

/** Two of five rows have nothing where nothing may stand; one is in another currency. */
function changedRows(entity: Entity): string[] {
  const [, second = nobody, third = nobody, fourth = nobody] = samples.ids.get(entity.name) ?? []
  const empty = sortable(entity).filter(([, field]) => !field.required)
  const sets = empty.map(([name]) => `"${columnName(name)}" = null`)
  const bare = `update "${entity.table}" set ${sets.join(', ')} where id in ('${second}', '${fourth}')`
  const currency = Object.keys(entity.fields).find(
    (name) => entity.fields[name]?.kind === 'currency',
  )
  const other = `update "${entity.table}" set "${currency}" = 'USD' where id = '${third}'`
  return [...(sets.length > 0 ? [bare] : []), ...(currency ? [other] : [])]
}

async function pages(entity: Entity, sort: string): Promise<Row[][]> {
  const found: Row[][] = []
  let after = ''
  do {
    const url = `/api/${entity.name}?limit=2&sort=${sort}${after}`
    const { status, body, text } = await company.administrator.ask('GET', url)
    expect([url, status], text).toEqual([url, 200])
    found.push(body.rows as Row[])
    after = body.next ? `&after=${String(body.next)}` : ''
  } while (after !== '' && found.length < 10)
  return found
}

/** As the database orders values of the kind; text by its code points. */
function order(field: Field, left: unknown, right: unknown): number {
  const { column } = typeOf(field)
  if (column === 'numeric' || column === 'integer') return Number(left) - Number(right)
  if (column === 'boolean') return Number(left) - Number(right)
  return Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)))
}

function ordered(rows: readonly Row[], name: string, field: Field, down: boolean): string[] {
  const filled = rows.filter((row) => row[name] !== null)
  const empty = rows.filter((row) => row[name] === null)
  const byId = (one: Row, other: Row) => (one.id < other.id ? -1 : 1)
  const up = filled.toSorted((a, b) => order(field, a[name], b[name]) || byId(a, b))
  const none = empty.toSorted(byId)
  const list = down ? [...up.toReversed(), ...none.toReversed()] : [...up, ...none]
  return list.map((row) => row.id)
}

test.each(entities)('$name: the pages together are all rows once, in order', async (entity) => {
  const columns = sortable(entity).map(([name]) => name)
  const url = `/api/${entity.name}?limit=200&columns=${columns.join(',')}`
  const all = (await company.administrator.ask('GET', url)).body.rows as Row[]
  const fewest = entity.name === 'user' ? 2 : (mostSamples[entity.name] ?? 5)
  expect(all.length).toBeGreaterThanOrEqual(fewest)
  for (const [name, field] of sortable(entity)) {
    for (const sort of [name, `-${name}`]) {
      const found = await pages(entity, sort)
      const wanted = ordered(all, name, field, sort !== name)
      expect([sort, found.flat().map((row) => row.id)]).toEqual([sort, wanted])
      expect([sort, found.length]).toEqual([sort, Math.ceil(all.length / 2)])
    }
  }
})

/** Sums keep the places of what they add up: '5.0'. */
function plain(totals: unknown): unknown {
  if (typeof totals === 'string') return normal(totals)
  const inner = Object.entries(totals as object).map(([name, one]) => [name, plain(one)])
  return Object.fromEntries(inner)
}

const summed = entities.filter((entity) => (entity.list?.totals ?? []).length > 0)

test.each(summed)('$name: the sums are those of the rows, by currency', async (entity) => {
  const { ask } = company.administrator
  const fields = entity.list?.totals ?? []
  const needed = [...fields, ...fields.flatMap((name) => entity.fields[name]?.currency ?? [])]
  const [one = '', , third = ''] = samples.ids.get(entity.name) ?? []
  for (const where of [{}, { id: [one, third] }, { id: [one] }]) {
    const filter = encodeURIComponent(JSON.stringify(where))
    const url = `/api/${entity.name}?limit=200&totals=1&where=${filter}&columns=${needed.join(',')}`
    const { rows, totals } = (await ask('GET', url)).body as { rows: Row[]; totals: unknown }
    const expected = fields.map((name) => [name, sumsOf(rows, name, entity.fields[name]?.currency)])
    expect(plain(totals)).toEqual(Object.fromEntries(expected))
  }
})

function sumsOf(rows: readonly Row[], name: string, currency: string | undefined): unknown {
  const amounts = (list: readonly Row[]) => sum(list.map((row) => String(row[name] ?? '0')))
  if (currency === undefined) return amounts(rows)
  const byCurrency = Map.groupBy(rows, (row) => String(row[currency]))
  return Object.fromEntries([...byCurrency].map(([code, list]) => [code, amounts(list)]))
}

test('a count stops at a thousand', async () => {
  const count = async () => {
    const where = encodeURIComponent(JSON.stringify({ name: { starts: 'many-' } }))
    const { body } = await company.administrator.ask(
      'GET',
      `/api/unit?count=1&limit=1&where=${where}`,
    )
    return body.count
  }
  await addUnits(1, 1000)
  expect(await count()).toEqual({ value: 1000, capped: false })
  await addUnits(1001, 1001)
  expect(await count()).toEqual({ value: 1000, capped: true })
  const tabs = (await company.administrator.ask('GET', '/api/unit/counts')).body.counts
  expect(Object.values(tabs as object)).toContainEqual({ value: 1000, capped: true })
})

async function addUnits(from: number, until: number): Promise<void> {
  await product().asOwner(
    `insert into unit (tenant, id, name, places, created_at, updated_at)
      select $1, gen_random_uuid(), 'many-' || n, 0, now(), now()
      from generate_series($2::integer, $3::integer) n`,
    [company.tenant, from, until],
  )
}

describe('views', () => {
  const view = {
    entity: 'customer',
    name: 'Prospects',
    where: { stage: ['prospect'] },
    sort: '-name',
    columns: ['name', 'stage'],
    shape: 'board',
    group: 'stage',
    days: null,
    span: null,
  }
  type View = typeof view & { id: string; shared: boolean; mine: boolean }
  let amy: Visitor
  let bob: Visitor

  beforeAll(async () => {
    amy = await company.person({ roles: ['sales'] })
    bob = await company.person({ roles: ['sales'] })
  })

  const viewsOf = async (visitor: Visitor, entity = 'customer') =>
    (await visitor.ask('GET', `/api/views?entity=${entity}`)).body.views as View[]

  test('one has those of one’s own and those that others share', async () => {
    const own = (await amy.ask('POST', '/api/views', view)).body as unknown as View
    expect(own).toEqual({ ...view, id: own.id, shared: false, mine: true })
    const ours = { ...view, name: 'All of us', shared: true }
    const shared = (await amy.ask('POST', '/api/views', ours)).body as unknown as View
    expect(await viewsOf(amy)).toEqual([shared, own])
    expect(await viewsOf(bob)).toEqual([{ ...shared, mine: false }])
    expect(await viewsOf(amy, 'order')).toEqual([])
  })

  test('a filter that its records cannot be asked is refused by the field it names', async () => {
    const { body } = await amy.ask('POST', '/api/views', { ...view, where: { nonsense: 1 } })
    const message = 'One cannot filter by nonsense.'
    expect(body.fields).toMatchObject([{ field: 'where', message }])
  })

  test('one is changed, shared, withdrawn and taken away by whom it belongs to', async () => {
    const [, own] = await viewsOf(amy)
    const url = `/api/views/${own?.id}`
    expect((await bob.ask('PATCH', url, { shared: true })).status).toBe(404)
    const changed = await amy.ask('PATCH', url, { shared: true, where: { name: { has: 'x' } } })
    expect(changed.body).toMatchObject({
      shared: true,
      where: { name: { has: 'x' } },
      sort: '-name',
    })
    expect((await viewsOf(bob)).map(({ name }) => name)).toEqual(['All of us', 'Prospects'])
    expect((await bob.ask('DELETE', url)).status).toBe(403)
    await amy.ask('PATCH', url, { shared: false })
    expect((await viewsOf(bob)).map(({ name }) => name)).toEqual(['All of us'])
    expect((await amy.ask('DELETE', url)).status).toBe(200)
    expect((await viewsOf(amy)).map(({ name }) => name)).toEqual(['All of us'])
  })
})

test('the log is asked by record, person, action and days of the company', async () => {
  const { administrator } = company
  const seller = await company.person({ roles: ['sales'] })
  const made = await seller.ask('POST', '/api/customer', { name: 'Logged' })
  const { id } = made.body.row as Row
  await administrator.ask('PATCH', `/api/customer/${id}`, { name: 'Logged twice' })
  type Entry = { id: string; action: string; by: string; entity: string }
  const ask = async (query: string) =>
    (await administrator.ask('GET', `/api/audit?record=${id}&${query}`)).body.entries as Entry[]
  const actions = async (query: string) => (await ask(query)).map((entry) => entry.action)
  expect(await actions('')).toEqual(['update', 'create'])
  expect(await actions('action=create')).toEqual(['create'])
  expect(await actions('entity=order')).toEqual([])
  expect(await actions(`by=${seller.caller.person.id}`)).toEqual(['create'])
  const [newest] = await ask('')
  expect(await actions(`before=${newest?.id}`)).toEqual(['create'])
  // 23:59 and midnight in Taipei.
  const [last, first] = ['2026-03-03T15:59:59Z', '2026-03-03T16:00:00Z']
  const at = `update audit set at = case action when 'create' then $1 else $2 end::timestamptz
    where record = $3`
  await product().asOwner(at, [last, first, id])
  expect(await actions('from=2026-03-04')).toEqual(['update'])
  expect(await actions('until=2026-03-03')).toEqual(['create'])
  expect(await actions('from=2026-03-03&until=2026-03-04')).toEqual(['update', 'create'])
})
