/** Filters, orders, pages and searches of every kind of field do on real columns as they say. */
import { beforeAll, describe, expect, test } from 'vitest'
import { defineEntity } from '../entity/entity.ts'
import type { FieldKind, Fields, Operator } from '../field/field.ts'
import { fieldTypes } from '../field/types.ts'
import type { KindSample } from '../field/testing/kind-sample.ts'
import { kindSamples } from '../field/testing/kinds.ts'
import { User } from '../access/user.entity.ts'
import { File } from '../files/file.entity.ts'
import { defineModule } from '../module.ts'
import { people } from '../testing/people.ts'
import { useHouse } from '../testing/use-house.ts'
import { refuses, type Actor } from '../testing/world.ts'
import { sightOf } from '../action/caller.ts'
import { list } from './list.ts'
import { matches } from './matches.ts'
import { parseWhere } from './parse-where.ts'
import type { FieldWhere, Scalar } from './where.ts'

const kinds = Object.keys(kindSamples()) as Exclude<FieldKind, 'lines'>[]

/** One table with a column of every kind. */
const Thing = defineEntity('test-thing', {
  label: { one: 'Thing', many: 'Things' },
  title: 'text',
  fields: Object.fromEntries(
    Object.entries<KindSample>(kindSamples()).map(([kind, { field, found }]) => [
      kind,
      { ...field, unique: false, ...(found === undefined ? {} : { search: true }) },
    ]),
  ) as Fields,
  access: { read: { manager: 'all' } },
})
const shed = defineModule({ name: 'shed', label: 'Shed', entities: [File, Thing] })
const world = useHouse([people, shed], async () => async () => undefined)

type Row = Record<string, unknown> & { id: string }

let manager: Actor
/** Three rows with a value in every field, in their order, and one with nothing. */
let rows: Row[]
let samples: Record<string, KindSample>
/** What the people are called: lists that go by a person go by the name. */
let names: Map<string, string>

beforeAll(async () => {
  manager = await world().as('manager')
  const users = await Promise.all(['Ann', 'Ben'].map((name) => world().as('sales', name)))
  const owners = [manager, ...users].map(({ caller }) => caller.person.id ?? '')
  rows = await world().within(async (ctx) => {
    const known = await Promise.all(owners.map((id) => ctx.find(User, id)))
    names = new Map(known.map(({ id, name }) => [id, name]))
    const files = ['a', 'b', 'c'].map((name) =>
      ctx.create(File, { name, type: 'text/plain', size: '1', hash: name }),
    )
    const stored = (await Promise.all(files)).map((file) => file.id)
    samples = kindSamples(owners, stored)
    const made: Row[] = []
    for (const nth of [0, 1, 2, 3]) {
      const values = Object.entries(samples).map(([kind, sample]) => [kind, sample.stored[nth]])
      const whole = Object.fromEntries(values.filter(([, value]) => value !== undefined))
      made.push({ id: (await ctx.create(Thing, whole)).id })
    }
    return Promise.all(made.map(async ({ id }) => (await ctx.find(Thing, id)) as unknown as Row))
  })
})

const has = (value: unknown, wanted: unknown) => [value].flat().includes(wanted)

function order(value: unknown, limit: unknown): number {
  const [left, right] = [value, limit].map((one) =>
    /^-?[\d.]+$/u.test(String(one)) ? Number(one) : String(one),
  )
  return left === right ? 0 : (left ?? 0) < (right ?? 0) ? -1 : 1
}

type Wish = [where: FieldWhere, fits: (value: unknown) => boolean]

const isThere = (value: unknown) => ![null, undefined].includes(value as null)

/** For every operator some conditions, and which values fulfil them. */
const wishes: Record<Operator, (sample: KindSample, values: unknown[]) => Wish[]> = {
  equal: (_, values) =>
    values.flat().map((one): Wish => [one as Scalar, (value) => has(value, one)]),
  in: (_, values) => {
    const [first, , last] = values.flat() as Scalar[]
    const some = [first ?? null, last ?? null]
    const fits = (value: unknown) => some.some((one) => has(value, one))
    return [
      [some, fits],
      [{ in: some }, fits],
    ]
  },
  not: (_, values) => {
    const [first = null, second = null] = values.flat() as Scalar[]
    const neither = (value: unknown) => !has(value, first) && !has(value, second)
    return [
      [{ not: second }, (value) => !has(value, second)],
      [{ not: [first, second] }, neither],
    ]
  },
  over: (_, [, mid]) => limits('over', mid, (value) => order(value, mid) > 0),
  from: (_, [, mid]) => limits('from', mid, (value) => order(value, mid) >= 0),
  under: (_, [, mid]) => limits('under', mid, (value) => order(value, mid) < 0),
  until: (_, [, mid]) => limits('until', mid, (value) => order(value, mid) <= 0),
  empty: () => [
    [{ empty: true }, isNothing],
    [{ empty: false }, (value) => !isNothing(value)],
  ],
  has: ({ has: pieces = [] }, [first]) =>
    ['no such words', '%', '_', '\\', '％']
      .map((none): Wish => [{ has: none }, () => false])
      .concat(pieces.map((piece): Wish => [{ has: piece }, (value) => same(value, first)])),
  starts: ({ starts = '' }, [first]) => [
    [{ starts }, (value) => same(value, first)],
    [{ starts: starts.slice(1) }, () => false],
  ],
  within: (_, [, mid]) => [
    [{ within: 'today' }, (value) => value === mid],
    // Days are those of the company: its midnight is 16:00 of the day before.
    [{ within: 'yesterday' }, (value) => value === '2026-11-22T15:59:59.999Z'],
    [{ within: 'last-month' }, () => false],
  ],
}

function limits(operator: Operator, limit: unknown, fits: (value: unknown) => boolean): Wish[] {
  return [[{ [operator]: limit }, (value) => isThere(value) && fits(value)]]
}

function isNothing(value: unknown): boolean {
  return !isThere(value) || (Array.isArray(value) && value.length === 0)
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

test('every row comes back as it was stored', () => {
  for (const kind of kinds)
    for (const nth of [0, 1, 2])
      expect([kind, rows[nth]?.[kind]]).toEqual([kind, samples[kind]?.stored[nth]])
})

describe.each(kinds)('%s', (kind) => {
  const type = fieldTypes[kind]

  test('each of its filters picks the rows that fulfil it', async () => {
    const sample = samples[kind] as KindSample
    const values = sample.stored.slice()
    const { reader } = await sightOf(world().house, manager.caller)
    for (const operator of type.operators) {
      for (const [wanted, fits] of wishes[operator](sample, values)) {
        const where = parseWhere(Thing, { [kind]: wanted }, reader.person)
        const found = (await manager.list(Thing, { where, sort: 'createdAt' })) as unknown as Row[]
        const expected = rows.filter((row) => fits(row[kind])).map(({ id }) => id)
        const asked = JSON.stringify(where)
        expect([asked, found.map(({ id }) => id).toSorted()]).toEqual([asked, expected.toSorted()])
        const matched = rows.filter((row) => matches(Thing, row, where, reader)).map(({ id }) => id)
        expect([asked, 'one row', matched]).toEqual([asked, 'one row', expected])
      }
    }
  })

  test('a list goes by it, up and down, page by page, where it has an order', async () => {
    const named = kind === 'ref' || kind === 'person'
    if (!type.sortable && !named) return refuses(pagedIds(kind), 'list.cannot-sort')
    const by = (row: Row) => (named ? names.get(String(row[kind])) : row[kind])
    const filled = rows
      .filter((row) => isThere(row[kind]))
      .toSorted((a, b) => order(by(a), by(b)) || order(a.id, b.id))
    const empty = rows.filter((row) => !isThere(row[kind]))
    expect(await pagedIds(kind)).toEqual([...filled, ...empty].map(({ id }) => id))
    const down = [...filled.toReversed(), ...empty].map(({ id }) => id)
    expect(await pagedIds(`-${kind}`)).toEqual(down)
    return undefined
  })

  test('a search finds what is in it', async () => {
    const { found: words, field } = samples[kind] as KindSample
    if (words === undefined) return
    const found = await manager.list(Thing, { where: { search: words } })
    expect([field.kind, found.map(({ id }) => id)]).toEqual([kind, [rows[0]?.id]])
  })
})

async function pagedIds(sort: string): Promise<string[]> {
  const { database } = world().house
  const sight = await sightOf(world().house, manager.caller)
  const ids: string[] = []
  let after: string | null = null
  do {
    const cursor: { after?: string } = after === null ? {} : { after }
    const page = await list(database, sight, Thing, { where: {}, sort, limit: 1, ...cursor })
    ids.push(...page.rows.map((row) => row.id))
    after = page.next
  } while (after !== null && ids.length < 10)
  return ids
}
