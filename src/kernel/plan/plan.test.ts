/** A planned change leads a filled database to the tables that would be built anew. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineEntity, defineLines, type Entity, type EntitySpec } from '../entity/entity.ts'
import { f } from '../field/f.ts'
import type { Fields } from '../field/field.ts'
import { catalogue } from '../testing/catalogue.ts'
import { cloneDatabase, type ClonedDatabase } from '../testing/cluster.ts'
import { planMigration, undecided } from './plan.ts'
import { schemaOf } from './schema.ts'
import { readSnapshot, writeMigration } from './write-migration.ts'

let changed: Client
let built: Client
const clones: ClonedDatabase[] = []

beforeAll(async () => {
  for (const _ of [changed, built]) clones.push(await cloneDatabase())
  ;[changed, built] = clones.map(({ access }) => new Client(access.owner)) as [Client, Client]
  for (const client of [changed, built]) await client.connect()
})

afterAll(async () => {
  for (const client of [changed, built]) await client?.end()
  for (const { drop } of clones) await drop()
})

type More = Partial<EntitySpec>

/** A boat of one field or more, as its module declares it at one time. */
function boat(fields: Fields, more: More = {}): Entity {
  const label = { one: 'Boat', many: 'Boats' }
  const all = { name: f.text({ required: true }), ...fields } as Fields
  const spec = { label, title: 'name', fields: all, access: { read: [] }, ...more }
  return defineEntity('test-boat', spec as EntitySpec) as Entity
}

const pier = boat({})
const Pier: Entity = { ...pier, name: 'test-pier', table: 'test_pier' }
const Plank = defineLines('test-plank', {
  label: { one: 'Plank', many: 'Planks' },
  fields: { wood: f.text(), pier: f.ref('test-pier') },
}) as Entity
const listed = (...columns: string[]): More => ({ list: { columns } })

/** Names of indexes are cut, so that these two have one name. */
const long = 'somethingWithANameThatGoesOnAndOnAndOn'
const longFields = { [long]: f.text(), code: f.text() }

type Change = [what: string, before: Entity[], after: Entity[], values?: Record<string, string>]

const changes: Change[] = [
  ['a field more', [boat({})], [boat({ note: f.text(), weight: f.decimal() })]],
  ['a field less', [boat({ note: f.text({ unique: true }) })], [boat({})]],
  ['a switch more', [boat({})], [boat({ fast: f.boolean({ default: true }) })]],
  [
    'a switch the other way',
    [boat({ fast: f.boolean() })],
    [boat({ fast: f.boolean({ default: true }) })],
  ],
  ['states', [boat({})], [boat({ status: f.state(['new', 'old']) })]],
  [
    'a state more',
    [boat({ status: f.state(['new', 'old']) })],
    [boat({ status: f.state(['new', 'used', 'old']) })],
  ],
  [
    'another first state',
    [boat({ status: f.state(['new', 'old']) })],
    [boat({ status: f.state(['old', 'new']) })],
  ],
  [
    'a field that may be empty now',
    [boat({ length: f.decimal({ required: true }) })],
    [boat({ length: f.decimal() })],
    { length: '3' },
  ],
  [
    'exact numbers for whole ones',
    [boat({ length: f.integer() })],
    [boat({ length: f.decimal() })],
    { length: '3' },
  ],
  [
    'words for a switch',
    [boat({ fast: f.boolean() })],
    [boat({ fast: f.choice(['true', 'false']) })],
  ],
  [
    'a switch for words',
    [boat({ fast: f.text() })],
    [boat({ fast: f.boolean() })],
    { fast: 'true' },
  ],
  [
    'a switch for a state',
    [boat({ fast: f.state(['true', 'false']) })],
    [boat({ fast: f.boolean() })],
  ],
  [
    'another index of the same name',
    [boat(longFields, { indexes: [[long, 'code']] })],
    [boat(longFields, { indexes: [[long, 'name']] })],
  ],
  [
    'unique names',
    [boat({ code: f.text() })],
    [boat({ code: f.text({ unique: true }) })],
    { code: 'a' },
  ],
  ['names that come twice', [boat({ code: f.text({ unique: true }) })], [boat({ code: f.text() })]],
  [
    'sets that are unique',
    [boat({ code: f.text() })],
    [boat({ code: f.text() }, { unique: [['name', 'code']] })],
  ],
  [
    'columns to sort by',
    [boat({ code: f.text() }, listed('name'))],
    [boat({ code: f.text() }, { list: { columns: ['code'], sort: '-name' } })],
  ],
  [
    'indexes',
    [boat({ on: f.date() }, { indexes: [['on']] })],
    [boat({ on: f.date() }, { indexes: [['-on', 'name']] })],
  ],
  ['a reference more', [boat({}), Pier], [boat({ pier: f.ref('test-pier') }), Pier]],
  ['a reference less', [boat({ pier: f.ref('test-pier') }), Pier], [boat({}), Pier]],
  [
    'a reference to something else',
    [boat({ at: f.ref('test-pier') }), Pier],
    [boat({ at: f.ref('test-boat') }), Pier],
  ],
  [
    'checks',
    [boat({ length: f.decimal() }, { checks: { long: 'length > 1' } })],
    [boat({ length: f.decimal() }, { checks: { long: 'length > 2', some: 'length < 9' } })],
    { length: '3' },
  ],
  [
    'checks no more',
    [boat({ length: f.decimal() }, { checks: { long: 'length > 1' } })],
    [boat({})],
  ],
  ['a book', [boat({})], [boat({}, { appendOnly: true })]],
  ['no book any more', [boat({}, { appendOnly: true })], [boat({})]],
  [
    'many writes',
    [boat({ pier: f.ref('test-pier') }, listed('name')), Pier],
    [boat({ pier: f.ref('test-pier') }, { ...listed('name'), busy: true }), Pier],
  ],
  ['lines', [boat({}), Pier], [boat({ planks: f.lines(Plank) }), Pier, Plank]],
  ['no lines', [boat({ planks: f.lines(Plank) }), Pier, Plank], [boat({}), Pier]],
  [
    'lines of something else',
    [boat({ planks: f.lines(Plank) }), Pier, Plank],
    [boat({}), { ...Pier, fields: { ...Pier.fields, planks: f.lines(Plank) } }, Plank],
  ],
  ['a table less, which another one named', [boat({ pier: f.ref('test-pier') }), Pier], [boat({})]],
  ['nothing at all', [boat({ note: f.text() })], [boat({ note: f.text() })]],
]

async function run(client: Client, statements: string[]): Promise<void> {
  for (const statement of statements) await client.query(statement)
}

const tables = ['test_boat', 'test_pier', 'test_plank']

async function described(client: Client): Promise<Record<string, unknown[]>> {
  const parts: Record<string, unknown[]> = {}
  for (const [part, question] of Object.entries(catalogue))
    parts[part] = (await client.query(question, [tables])).rows
  return parts
}

const ids = {
  tenant: '01890000-0000-7000-8000-00000000000a',
  id: '01890000-0000-7000-8000-00000000000b',
}

/** Puts a boat in, as the company's own clock and name have it. */
async function launch(values: Record<string, string>): Promise<void> {
  const company = `insert into company (tenant, name, settings, created_at)
    values ($1, 'Harbor', '{"currency": "TWD"}', '2026-01-01') on conflict do nothing`
  await changed.query(company, [ids.tenant])
  const at = '2026-11-23T02:00:00Z'
  const row = { ...ids, name: 'Swan', created_at: at, updated_at: at, ...values }
  const columns = Object.keys(row).map((column) => `"${column}"`)
  const places = columns.map((_, nth) => `$${nth + 1}`)
  const insert = `insert into test_boat (${columns.join(', ')}) values (${places.join(', ')})`
  await changed.query(insert, Object.values(row))
}

/** Both databases as they were, whatever the test did. */
async function undone(work: () => Promise<void>): Promise<void> {
  for (const client of [changed, built]) await client.query('begin')
  try {
    await work()
  } finally {
    for (const client of [changed, built]) await client.query('rollback')
  }
}

test.each(changes)('%s', async (what, before, after, values = {}) => {
  await undone(async () => {
    const plan = planMigration(schemaOf(before), schemaOf(after))
    expect(plan.length > 0).toBe(what !== 'nothing at all')
    await run(changed, planMigration({ tables: {} }, schemaOf(before)))
    await launch(values)
    await run(changed, plan)
    await run(built, planMigration({ tables: {} }, schemaOf(after)))
    expect(await described(changed)).toEqual(await described(built))
    const kept = after.some(({ table }) => table === 'test_boat')
    const { rows } = await changed.query('select name from test_boat')
    expect(rows).toEqual(kept ? [{ name: 'Swan' }] : [])
  })
})

test('two indexes of one name are refused, lest one be lost', () => {
  const both = boat(longFields, {
    indexes: [
      [long, 'code'],
      [long, 'name'],
    ],
  })
  expect(() => schemaOf([both])).toThrow('begin alike')
})

const needed: [what: string, field: Fields[string], value: unknown][] = [
  ['a choice', f.choice(['row', 'sail'], { required: true, default: 'sail' }), 'sail'],
  ['a number', f.integer({ required: true, default: 4 }), 4],
  ['an exact number', f.decimal({ required: true, default: '0.5' }), '0.5'],
  ["a text with a '", f.text({ required: true, default: "it's" }), "it's"],
  ['a day', f.date({ required: true, default: 'today' }), '2026-11-23'],
  ['a moment', f.instant({ required: true, default: 'now' }), '2026-11-23 02:00:00+00'],
  ['a currency', f.currency({ required: true, default: 'base' }), 'TWD'],
]

test.each(needed)(
  '%s that is needed: rows get what new ones begin with',
  async (_, field, value) => {
    for (const before of [boat({}), boat({ more: { ...field, required: false } })]) {
      await undone(async () => {
        const after = boat({ more: field })
        await run(changed, planMigration({ tables: {} }, schemaOf([before])))
        await launch({})
        await run(changed, planMigration(schemaOf([before]), schemaOf([after])))
        await run(built, planMigration({ tables: {} }, schemaOf([after])))
        expect(await described(changed)).toEqual(await described(built))
        const { rows } = await changed.query('select more::text from test_boat')
        expect(rows).toEqual([{ more: String(value) }])
      })
    }
  },
)

test('what nobody can know waits for a decision, and refuses rows without one', async () => {
  const [before, after] = [boat({}), boat({ code: f.text({ required: true }) })]
  const plan = planMigration(schemaOf([before]), schemaOf([after]))
  expect(plan.filter((statement) => statement.startsWith(undecided))).toHaveLength(1)
  await undone(async () => {
    await run(changed, planMigration({ tables: {} }, schemaOf([before])))
    await run(changed, plan)
    await run(built, planMigration({ tables: {} }, schemaOf([after])))
    expect(await described(changed)).toEqual(await described(built))
  })
  await undone(async () => {
    await run(changed, planMigration({ tables: {} }, schemaOf([before])))
    await launch({})
    await changed.query('savepoint s')
    await expect(run(changed, plan)).rejects.toMatchObject({ code: '23502' })
    await changed.query('rollback to savepoint s')
    const decided = plan.map((one) => one.replace(/^-- Decide.*\n-- (.*)…/u, "$1'B-1'"))
    await run(changed, decided)
    expect((await changed.query('select code from test_boat')).rows).toEqual([{ code: 'B-1' }])
  })
})

test('a migration is written once, behind the last one, and remembered', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shangmai-plan-'))
  try {
    expect(writeMigration(folder, [boat({})], 'boats')).toBe(join(folder, '0001-boats.sql'))
    expect(writeMigration(folder, [boat({})], 'again')).toBeNull()
    const more = [boat({ note: f.text() })]
    expect(writeMigration(folder, more, 'notes')).toBe(join(folder, '0002-notes.sql'))
    expect(readdirSync(folder)).toEqual(['0001-boats.sql', '0002-notes.sql', 'snapshot.json'])
    expect(readSnapshot(folder)).toEqual(schemaOf(more))
    const text = readFileSync(join(folder, '0002-notes.sql'), 'utf8')
    expect(text).toContain('\n\nalter table "test_boat" add column "note" text;\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
