/** Everybody sees exactly what the declared rights say, whichever way they look. */
import { beforeAll, describe, expect, test } from 'vitest'
import { grantScope } from '#kernel/access/grant-book.ts'
import { seesField } from '#kernel/access/fields.ts'
import type { Entity } from '#kernel/entity/entity.ts'
import type { Field } from '#kernel/field/field.ts'
import { typeOf } from '#kernel/field/types.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { matches } from '#kernel/query/matches.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'
import { seenRows, sees, type Row } from './expected-sight.ts'
import { openOnlookers, who, type Onlookers } from './onlookers.ts'
import { useProduct, type Visitor } from './product.ts'
import { sampleWord } from './sample-values.ts'

const product = useProduct()
const registry = buildRegistry([kernelModule, ...modules])
const entities = [...registry.entities.values()].filter((entity) => !entity.isLine)

let onlookers: Onlookers

beforeAll(async () => {
  onlookers = await openOnlookers(product())
}, 240_000)

const of = (name: (typeof who)[number]) => onlookers.of(name)

const idsOf = (rows: readonly unknown[]) => rows.map((row) => (row as Row).id).sort()

describe.each(who)('%s', (name) => {
  test('lists, counts, pages and picks exactly the own rows', async () => {
    const { visitor, eyes } = of(name)
    for (const entity of entities) {
      const expected = idsOf(seenRows(eyes, entity))
      const url = `/api/${entity.name}`
      const list = await visitor.ask('GET', `${url}?limit=200&count=1`)
      if (list.status === 403) {
        expect(expected, entity.name).toEqual([])
        continue
      }
      expect(list.status, list.text).toBe(200)
      expect(idsOf(list.body.rows as Row[]), entity.name).toEqual(expected)
      expect(list.body.count, entity.name).toEqual({ value: expected.length, capped: false })
      expect(await pagedIds(visitor, url), entity.name).toEqual(expected)
      const pick = (await visitor.ask('GET', `${url}/pick`)).body.options as Row[]
      expect(expected, entity.name).toEqual(expect.arrayContaining(idsOf(pick)))
      expect(pick, entity.name).toHaveLength(Math.min(expected.length, 20))
    }
  })

  test('opens exactly the own records and their history', async () => {
    const { visitor, eyes } = of(name)
    const wrong: string[] = []
    for (const entity of entities) {
      for (const row of eyes.rows.get(entity.name)?.values() ?? []) {
        const status = sees(eyes, entity, row) ? 200 : 404
        const ends = isAsked(name, row) ? ['', '/history', '/chain'] : ['']
        for (const end of ends) {
          const answer = await visitor.ask('GET', `/api/${entity.name}/${row.id}${end}`)
          if (answer.status !== status) wrong.push(`${entity.name}${end}: ${answer.status}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  test('groups and tabs count exactly the own rows', async () => {
    const { visitor, eyes } = of(name)
    for (const entity of entities) {
      const rows = seenRows(eyes, entity)
      if (rows.length === 0) continue
      for (const field of groupable(entity, visitor)) {
        const answer = await visitor.ask('GET', `/api/${entity.name}/groups?by=${field}`)
        const groups = answer.body.groups as { value: unknown; count: number }[]
        const counted = groups.map(({ value, count }) => [String(value), count])
        expect(Object.fromEntries(counted), `${entity.name} by ${field}`).toEqual(
          tally(rows, field),
        )
      }
      const tabs = (await visitor.ask('GET', `/api/${entity.name}/counts`)).body.counts
      for (const [tab, where] of Object.entries(entity.list?.tabs ?? { All: {} })) {
        const value = rows.filter((row) => matches(entity, row, where, eyes)).length
        expect((tabs as Record<string, unknown>)[tab], `${entity.name} ${tab}`).toEqual({
          value,
          capped: false,
        })
      }
    }
  })

  test('finds exactly the own rows by search, in the list and in the house', async () => {
    const { visitor, eyes } = of(name)
    for (const entity of entities) {
      const word = sampleWord(entity.name)
      const own = Object.keys(entity.fields).filter((field) => entity.fields[field]?.search)
      const has = (row: Row) => own.some((field) => String(row[field]).includes(word))
      const expected = idsOf(seenRows(eyes, entity).filter(has))
      if (expected.length === 0) continue
      const list = await visitor.ask('GET', `/api/${entity.name}?q=${word}&limit=200`)
      expect(idsOf(list.body.rows as Row[]), entity.name).toEqual(expected)
      const hits = (await visitor.ask('GET', `/api/search?q=${word}`)).body.hits as Row[]
      const wrong = hits.filter((hit) => {
        const target = registry.entities.get(String(hit.entity))
        const row = target && eyes.rows.get(target.name)?.get(hit.id)
        return !row || !sees(eyes, target, row)
      })
      expect(wrong, entity.name).toEqual([])
      const found = hits.filter((hit) => hit.entity === entity.name)
      if (hits.length < 30) expect(idsOf(found), entity.name).toEqual(expected)
    }
  })

  test('takes out exactly the own rows, where that is allowed', async () => {
    const { visitor, eyes } = of(name)
    for (const entity of entities) {
      const answer = await visitor.ask('GET', `/api/${entity.name}/export?format=csv`)
      const roles = [...eyes.person.roles, 'everyone']
      const grant = entity.access.export
      const may =
        roles.includes('administrator') || (grant && roles.some((role) => grantScope(grant, role)))
      expect(answer.status, entity.name).toBe(may ? 200 : 403)
      if (!may) continue
      const title = typeOf(entity.fields[entity.title] ?? { kind: 'text' }).column
      const rows = seenRows(eyes, entity)
      const lines = answer.text.trimEnd().split('\r\n').slice(1)
      expect(lines.length, entity.name).toBeGreaterThanOrEqual(rows.length)
      if (title !== 'text') continue
      for (const row of eyes.rows.get(entity.name)?.values() ?? []) {
        if (row.deletedAt) continue
        const shown = answer.text.includes(String(row[entity.title]))
        expect(shown, `${entity.name} ${String(row[entity.title])}`).toBe(rows.includes(row))
      }
    }
  })

  test('is explained as it is', async () => {
    const { eyes } = of(name)
    const wrong: string[] = []
    for (const entity of entities) {
      const rows = [...(eyes.rows.get(entity.name)?.values() ?? [])]
      for (const row of rows.filter((one) => isAsked(name, one))) {
        const url = `/api/${entity.name}/${row.id}/why?user=${eyes.person.id}`
        const { body } = await onlookers.company.administrator.ask('GET', url)
        const reasons = body.because as string[] | undefined
        const seen = sees(eyes, entity, row)
        const isSaid = reasons !== undefined && reasons.length > 0
        if (body.visible !== seen || !isSaid)
          wrong.push(`${entity.name}: ${String(body.visible)} ${String(reasons)}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

/** What costs a question each is asked of every other row by one, and of the rest by the next. */
function isAsked(name: (typeof who)[number], { id }: Row): boolean {
  return (who.indexOf(name) + Number.parseInt(id.slice(-1), 16)) % 2 === 0
}

async function pagedIds(visitor: Visitor, url: string): Promise<string[]> {
  const ids: string[] = []
  let after = ''
  do {
    const { body } = await visitor.ask('GET', `${url}?limit=3${after}`)
    ids.push(...(body.rows as Row[]).map((row) => row.id))
    after = body.next ? `&after=${String(body.next)}` : ''
  } while (after !== '')
  return ids.sort()
}

function groupable(entity: Entity, { caller }: Visitor): string[] {
  const kinds = new Set(['state', 'choice', 'person', 'boolean', 'ref'])
  return Object.keys(entity.fields)
    .filter((name) => kinds.has(entity.fields[name]?.kind ?? ''))
    .filter((name) => caller !== null && seesField(entity.fields[name] as Field, caller.person))
    .slice(0, 3)
}

function tally(rows: readonly Row[], field: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[String(row[field])] = (counts[String(row[field])] ?? 0) + 1
  return counts
}
