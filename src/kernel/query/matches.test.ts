/** A filter says the same of a loaded row as of the stored one, whatever is asked and by whom. */
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { program, type Person } from '../access/person.ts'
import type { Reader } from '../action/ctx.ts'
import { readerOf } from '../action/caller.ts'
import { name, sql } from '../db/sql.ts'
import { newId } from '../db/new-id.ts'
import { allFields, defineEntity } from '../entity/entity.ts'
import { f } from '../field/f.ts'
import type { Field } from '../field/field.ts'
import { typeOf } from '../field/types.ts'
import { defineModule } from '../module.ts'
import { people } from '../testing/people.ts'
import { useHouse } from '../testing/use-house.ts'
import { compileWhere } from './compile-where.ts'
import { matches } from './matches.ts'
import { parseWhere } from './parse-where.ts'
import type { Where } from './where.ts'

const Thing = defineEntity('filter-thing', {
  label: { one: 'Thing', many: 'Things' },
  title: 'name',
  fields: {
    name: f.text(),
    about: f.longText(),
    rich: f.richText(),
    number: f.serial('T-{0000}', { unique: false }),
    phone: f.phone(),
    email: f.email(),
    site: f.url(),
    count: f.integer(),
    amount: f.decimal(),
    price: f.money(),
    share: f.percent(),
    on: f.date(),
    at: f.instant(),
    open: f.boolean(),
    kind: f.choice(['a', 'b']),
    kinds: f.choices(['a', 'b', 'c']),
    status: f.state(['draft', 'done']),
    tags: f.tags(),
    owner: f.person(),
    helpers: f.refs('user'),
    currency: f.currency(),
    place: f.address(),
    more: f.json(),
  },
  access: { read: [] },
})

const world = useHouse(
  [people, defineModule({ name: 'things', label: 'Things', entities: [Thing] })],
  () => Promise.resolve(() => Promise.resolve()),
)

/** Few values, so that rows and filters meet often; near each other, so that edges are met. */
const words = [
  'Tea',
  'ＴＥＡ',
  'tea 100%',
  'tea_',
  '茶',
  '茶葉',
  'Éclair',
  'İ',
  'ΣΑΣ',
  '𠮷',
  '～',
  'me',
  '1.0',
  '1',
]
const numbers = ['0', '1', '1.5', '1.50', '-2', '10', '100']
const days = [
  '2026-11-21',
  '2026-11-22',
  '2026-11-23',
  '2026-11-24',
  '2026-10-31',
  '1000-01-01',
  '9999-12-31',
]
const moments = days
  .slice(0, 4)
  .flatMap((day) =>
    ['00:00:00.000', '15:59:59.999', '16:00:00.000', '23:59:59.999'].map(
      (time) => `${day}T${time}Z`,
    ),
  )
const ids = Array.from({ length: 5 }, () => newId())
const valuesOf: Record<string, readonly unknown[]> = {
  boolean: [true, false],
  integer: [0, 1, 2, -1],
  numeric: numbers,
  date: days,
  timestamptz: [...moments, ...days],
  uuid: [...ids, 'me', 'my-team', 'my-department'],
  'uuid[]': [...ids, 'me', 'my-team', 'my-department'],
  'text[]': ['a', 'b', 'c', 'tea', 'me'],
  text: words,
  jsonb: [],
}
const ranges = [
  'today',
  'yesterday',
  'this-week',
  'last-7-days',
  'next-2-days',
  'last-month',
  'this-year',
]

/** Stored values: what a filter may name, but no names of people and no days for moments. */
function stored(field: Field): fc.Arbitrary<unknown> {
  const all = (valuesOf[typeOf(field).column ?? ''] ?? []).filter(
    (value) => !String(value).startsWith('m'),
  )
  const own = typeOf(field).column === 'timestamptz' ? moments : all
  if (field.options) return fc.constantFrom(...field.options.map(({ value }) => value))
  if (['json', 'filter', 'address'].includes(field.kind))
    return fc.constantFrom({ street: 'x' }, { city: 'y' })
  return fc.constantFrom(...own)
}

function storedRow(): fc.Arbitrary<Record<string, unknown>> {
  const cells = Object.entries(Thing.fields).map(([key, field]: [string, Field]) => {
    const one = stored(field)
    const value = typeOf(field).column?.endsWith('[]') ? fc.uniqueArray(one, { maxLength: 3 }) : one
    return [key, field.required ? value : fc.option(value)] as const
  })
  return fc.record(Object.fromEntries(cells))
}

function condition(field: Field): fc.Arbitrary<unknown> {
  const pool = valuesOf[typeOf(field).column ?? ''] ?? []
  const value = fc.constantFrom(...(pool.length > 0 ? pool : [null]))
  const some = fc.array(fc.option(value), { maxLength: 3 })
  const ways: Record<string, fc.Arbitrary<unknown>> = {
    in: some,
    not: fc.oneof(fc.option(value), some),
    empty: fc.boolean(),
    within: fc.constantFrom(...ranges),
    has: fc.constantFrom('', 'ea', 'ｔＥ', '%', '_', '％', '茶', 'é', 'i', 'σ', '\\'),
    starts: fc.constantFrom('', 'te', 'Ｔ', '%', '茶', 'σα', 'İ'),
  }
  const { operators } = typeOf(field)
  const named = operators.filter((operator) => operator !== 'equal')
  const asked = fc.record(
    Object.fromEntries(named.map((operator) => [operator, ways[operator] ?? value])),
    { requiredKeys: [] },
  )
  const equal = operators.includes('equal') ? [value] : []
  const list = operators.includes('equal') || operators.includes('in') ? [some] : []
  // One operator at a time more often than several: together they seldom hold.
  const single = fc
    .constantFrom(...named)
    .chain((operator) => fc.record({ [operator]: ways[operator] ?? value }))
  return fc.oneof(fc.constant(null), single, asked, ...equal, ...list)
}

const pointer: Field = { kind: 'ref', required: true }
const fields = Object.entries({ ...allFields(Thing), id: pointer })
const simple = fc
  .constantFrom(...fields.filter(([, field]) => typeOf(field).operators.length > 0))
  .chain(([key, field]) => condition(field).map((wanted) => ({ [key]: wanted })))
const both = fc.tuple(simple, simple).map(([one, other]) => ({ ...one, ...other }))
const where: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: simple },
  { weight: 1, arbitrary: simple.map((one) => ({ not: one })) },
  { weight: 1, arbitrary: fc.array(simple, { maxLength: 3 }).map((any) => ({ any })) },
  { weight: 1, arbitrary: fc.tuple(both, simple).map(([one, not]) => ({ ...one, not })) },
)

const [me = '', colleague = '', below = ''] = ids
const somebody: Person = {
  ...program,
  id: me,
  roles: ['sales'],
  team: [me, below],
  department: newId(),
  colleagues: [me, colleague],
}
const loner: Person = { ...somebody, team: [me], department: null, colleagues: [] }
const readers: [who: string, person: Person, timeZone: string][] = [
  ['somebody in Taipei', somebody, 'Asia/Taipei'],
  ['somebody without a department in New York', loner, 'America/New_York'],
  ['the program in UTC', program, 'UTC'],
]

let rows: Record<string, unknown>[]

beforeAll(async () => {
  const drafts = fc.sample(storedRow(), { numRuns: 150, seed: 7 })
  await world().within(async (ctx) => {
    for (const [index, id] of ids.entries())
      await ctx.create(
        people.entities[1] as never,
        { id, name: id, email: `p${index}@x.example` } as never,
      )
    await ctx.createMany(Thing, drafts)
    await ctx.createMany(Thing, [{}, {}])
  })
  rows = await world().within(async (ctx) => (await ctx.list(Thing, {})) as never)
})

test.each(readers)(
  '%s',
  async (_, person, timeZone) => {
    const { house, tenant } = world()
    const reader: Reader = { ...(await readerOf(house, { tenant, person, via: 'web' })), timeZone }
    const met = new Set<number>()
    await fc.assert(
      fc.asyncProperty(where, async (given) => {
        const asked: Where = parseWhere(Thing, given, program)
        const found = await house.database.read<{ id: string }>(
          tenant,
          sql`select r.id from ${name(Thing.table)} r
          where r.tenant = ${tenant} and ${compileWhere(Thing, asked, reader, 'r')}`,
        )
        const expected = rows
          .filter((row) => matches(Thing, row, asked, reader))
          .map(({ id }) => id)
        expect(new Set(found.map(({ id }) => id))).toEqual(new Set(expected))
        met.add(Math.sign(found.length) + Math.sign(rows.length - found.length) * 2)
      }),
      { numRuns: 400 },
    )
    // Filters that all rows fulfil, some, and none.
    expect(met.size).toBe(3)
  },
  60_000,
)
