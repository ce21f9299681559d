/** What does not fit a field is refused by its name, whatever it is, and changes nothing. */
import { beforeAll, expect, test } from 'vitest'
import type { Fields } from '#kernel/field/field.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import type { Entity } from '#kernel/entity/entity.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'
import { badDrafts, hugeDrafts, lostDrafts, missing, type BadDraft } from './bad-drafts.ts'
import { useProduct, type Answer, type Company } from './product.ts'
import { makeSamples, type Samples } from './samples.ts'
import { sampleDraft, sampleInput } from './sample-values.ts'
import { changesNothing } from './unchanged.ts'

const product = useProduct()
const registry = buildRegistry([kernelModule, ...modules])
const written = [...registry.entities.values()].filter(
  (entity) => !entity.managed && !entity.appendOnly && !entity.isLine,
)
const made = written.filter((entity) => entity.access.create)
const actions = registry.modules.flatMap((module) => module.actions).filter((one) => !one.internal)

let company: Company
let samples: Samples

beforeAll(async () => {
  company = await product().company('Bad input')
  const { caller } = await company.person({ roles: ['sales'] })
  const people = [caller.person.id ?? '']
  samples = await makeSamples(product(), company, { people, count: 3, onlyNew: true })
}, 120_000)

/** Complains of each mistake that the refusal does not name. */
function complaints(answer: Answer, { values, paths }: BadDraft): string[] {
  const { status, body } = answer
  const named = ((body.fields ?? []) as { field: string }[]).map((one) => one.field)
  const refused = status >= 400 && status < 500 && typeof body.rule === 'string'
  return paths
    .filter((path) => !refused || !named.some((one) => one === path || one.startsWith(`${path}.`)))
    .map((path) => {
      const [name = ''] = path.split('.')
      const shown = (JSON.stringify(values[name]) ?? 'nothing').slice(0, 60)
      return `${path} of ${shown}: ${status} ${String(body.rule)}`
    })
}

const one = (name: string, value: unknown): BadDraft => ({
  values: { [name]: value },
  paths: [name],
})

const idOf = (entity: Entity) => samples.ids.get(entity.name)?.[0] ?? ''

/** Names that no record has, and what only the program writes. */
const closed = [
  'nonsense',
  'id',
  'tenant',
  'createdAt',
  'deletedAt',
  'extra',
  'constructor',
  '__title',
]

/** All at once and one by one; what is looked for last needs all else to be right. */
function mistakes(fields: Fields): BadDraft[] {
  const { around } = samples
  const unknown = closed.map((name) => one(name, 'x'))
  return [
    ...badDrafts(fields, around),
    ...lostDrafts(fields, around),
    ...hugeDrafts(fields),
    ...unknown,
  ]
}

test.each(made)('$name: a new record is refused for each wrong field', async (entity) => {
  const { administrator } = company
  const url = `/api/${entity.name}`
  const good = sampleDraft(entity, 90, samples.around, false)
  const first = await administrator.ask('POST', url, good)
  expect(first.status, first.text).toBe(201)
  const draft = { ...good, ...unique(entity) }
  const wrong: string[] = []
  await changesNothing(product(), async () => {
    for (const bad of mistakes(entity.fields)) {
      const answer = await administrator.ask('POST', url, { ...draft, ...bad.values })
      wrong.push(...complaints(answer, bad))
    }
    for (const [rest, name] of missing(entity.fields, draft))
      wrong.push(...complaints(await administrator.ask('POST', url, rest), one(name, undefined)))
    expect(wrong).toEqual([])
  })
})

/** Values that no other row has, so that only the wrong field can be the reason. */
function unique(entity: Entity): Record<string, unknown> {
  const other = sampleDraft(entity, 91, samples.around, false)
  return Object.fromEntries(
    Object.entries(other).filter(([name]) => entity.fields[name]?.kind !== 'lines'),
  )
}

test.each(written)('$name: a change is refused for each wrong field', async (entity) => {
  const url = `/api/${entity.name}/${idOf(entity)}`
  const send = (body: unknown) => company.administrator.ask('PATCH', url, body)
  const wrong: string[] = []
  await changesNothing(product(), async () => {
    for (const bad of mistakes(entity.fields))
      wrong.push(...complaints(await send(bad.values), bad))
    for (const version of ['x', -1, 1.5, 1e99, {}, [], true])
      wrong.push(...complaints(await send({ version }), one('version', version)))
    expect(wrong).toEqual([])
  })
})

test.each(actions.map((action) => ({ name: `${action.entity.name}.${action.name}`, action })))(
  '$name refuses each wrong input',
  async ({ action }) => {
    const { entity, name, input, on } = action
    const path = on === 'one' ? `${idOf(entity)}/${name}` : name
    const url = `/api/${entity.name}/${path}`
    const good = sampleInput(input, 0, samples.around)
    const send = (body: unknown) => company.administrator.ask('POST', url, body)
    const wrong: string[] = []
    await changesNothing(product(), async () => {
      for (const bad of mistakes(input)) {
        const answer = await send({ input: { ...good, ...bad.values }, reason: 'Because' })
        wrong.push(...complaints(answer, bad))
      }
      for (const [rest, field] of missing(input, good)) {
        const answer = await send({ input: rest, reason: 'Because' })
        wrong.push(...complaints(answer, one(field, undefined)))
      }
      for (const [field, value] of badEnvelopes) {
        const answer = await send({ input: good, reason: 'Because', [field]: value })
        wrong.push(...complaints(answer, one(field, value)))
      }
      expect(wrong).toEqual([])
    })
  },
)

/** What stands around the input of an action. */
const badEnvelopes: [field: string, value: unknown][] = [
  ['version', 'x'],
  ['version', -1],
  ['version', 1.5],
  ['reason', 5],
  ['reason', {}],
  ['reason', 'a\u0000b'],
  ['dryRun', 'yes'],
  ['dryRun', 1],
  ['nonsense', 1],
]
