/** Every list that may go out and come in: out of one company, in each language, into another. */
import { beforeAll, describe, expect, test } from 'vitest'
import { kernelModule } from '#kernel/kernel-module.ts'
import { importFields } from '#kernel/import/import-fields.ts'
import { isCustomName } from '#kernel/custom/custom-name.ts'
import { mayImport } from '#kernel/import/importable.ts'
import { uniqueFields } from '#kernel/import/uniques.ts'
import { buildRegistry } from '#kernel/registry.ts'
import type { Entity } from '#kernel/entity/entity.ts'
import type { Fields } from '#kernel/field/field.ts'
import { modules } from '#modules/index.ts'
import { guessed, lookAt, start } from './bring-in.ts'
import { useProduct, type Company, type Visitor } from './product.ts'
import { inOrder, makeSamples } from './samples.ts'

const product = useProduct({ work: true, environment: { MAX_UPLOAD_MB: '1' } })
const locales = ['en', 'zh-Hant', 'zh-Hans'] as const
let source: Company

const entities = inOrder(buildRegistry([kernelModule, ...modules]))

beforeAll(async () => {
  source = await product().company('Source')
  const people: string[] = []
  for (const name of ['Ana', 'Ben', 'Cui'])
    people.push((await source.person({ name, roles: ['sales'] })).caller.person.id ?? '')
  await makeSamples(product(), source, { people, count: 2, onlyNew: true })
}, 240_000)

async function speaking(company: Company, locale: string): Promise<Visitor> {
  const { administrator } = company
  await administrator.ask('PATCH', '/api/session/preferences', { locale })
  return administrator
}

/** Those whose records an administrator may add: others come into being by actions alone. */
async function importables(): Promise<Entity[]> {
  const sight = await source.sight(source.administrator)
  const { person } = sight.reader
  return entities.filter(
    (entity) =>
      mayImport(sight, entity) && sight.grants.scopes(person, entity.name, 'create').length > 0,
  )
}

describe.each(locales)('in %s', (locale) => {
  test('what the list has comes in with the same values', async () => {
    const target = await product().company(`Target ${locale}`)
    const [from, to] = [await speaking(source, locale), await speaking(target, locale)]
    const seen: string[] = []
    for (const entity of await importables()) {
      seen.push(entity.name)
      await move(entity, from, to)
    }
    expect(seen).toEqual(expect.arrayContaining(['customer', 'product', 'order', 'user']))
    expect(seen.length).toBeGreaterThan(15)
  })
})

async function move(entity: Entity, from: Visitor, to: Visitor): Promise<void> {
  const fields = importFields(entity, from.caller!.person)
  const names = Object.keys(fields)
  const url = `/api/${entity.name}/export?format=csv&columns=${names.join(',')}`
  const file = await from.ask('GET', url)
  expect([entity.name, file.status]).toEqual([entity.name, 200])
  const look = await lookAt(to, entity.name, `${entity.name}.csv`, file.bytes)
  const mapping = guessed(look)
  // Fields that were brought in just now are no columns of the file.
  const known = look.fields.map(({ name }) => name).filter((name) => !isCustomName(name))
  expect(Object.values(mapping)).toEqual(known)
  // Some records are there from the start, such as units: those are the same ones.
  const [key = null] = uniqueFields(entity)
  const plan = { mapping, key, mode: key === null ? 'create' : 'upsert' }
  const { status, rejected, problems, total, done } = await start(to, look.id, 'run', plan)
  expect([entity.name, status, rejected, problems]).toEqual([entity.name, 'done', 0, []])
  expect([entity.name, done]).toEqual([entity.name, total])
  const [there, here] = [await rowsOf(from, entity, fields), await rowsOf(to, entity, fields)]
  expect(there.length).toBeGreaterThan(0)
  expect(here).toEqual(expect.arrayContaining(there))
  // Each company has its own founder.
  expect(here.length - there.length).toBe(entity.name === 'user' ? 1 : 0)
}

interface Page {
  rows: Record<string, unknown>[]
  refs: Record<string, Record<string, { title: string }>>
}

/** Values of a list by field, references by their names, in the order of their text. */
async function rowsOf(visitor: Visitor, { name }: Entity, fields: Fields): Promise<string[]> {
  const columns = Object.keys(fields)
  const { body } = await visitor.ask('GET', `/api/${name}?limit=200&columns=${columns.join(',')}`)
  const { rows, refs } = body as unknown as Page
  return rows
    .map((row) =>
      JSON.stringify(
        columns.map((column) => {
          const titles = refs[fields[column]?.target ?? ''] ?? {}
          return [column, titleOf(row[column], titles)]
        }),
      ),
    )
    .toSorted()
}

function titleOf(value: unknown, titles: Page['refs'][string]): unknown {
  if (Array.isArray(value) && value.length > 0) return value.map((one) => titleOf(one, titles))
  // A cell cannot tell an empty list from none.
  if (Array.isArray(value)) return null
  return typeof value === 'string' ? (titles[value]?.title ?? value) : (value ?? null)
}
