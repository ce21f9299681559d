/** What does not fit a field is refused by its name, whatever it is, and changes nothing. */
import { beforeAll, expect, test } from 'vitest'
import { kernelModule } from '#kernel/kernel-module.ts'
import type { Entity } from '#kernel/entity/entity.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'
import { badValues } from './bad-values.ts'
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

/** Complains unless the answer is a refusal that names the field. */
function complaint(answer: Answer, field: string, value: unknown): string[] {
  const { status, body } = answer
  const named = ((body.fields ?? []) as { field: string }[]).map((one) => one.field)
  const hit = named.some((one) => one === field || one.startsWith(`${field}.`))
  const right = status >= 400 && status < 500 && typeof body.rule === 'string' && hit
  const shown = (JSON.stringify(value) ?? 'nothing').slice(0, 60)
  return right ? [] : [`${field} = ${shown}: ${status} ${body.rule} at ${named.join(', ')}`]
}

const idOf = (entity: Entity) => samples.ids.get(entity.name)?.[0] ?? ''

test.each(made)('$name: a new record is refused for each wrong field', async (entity) => {
  const { administrator } = company
  const good = sampleDraft(entity, 90, samples.around, false)
  const made = await administrator.ask('POST', `/api/${entity.name}`, good)
  expect(made.status, made.text).toBe(201)
  const draft = { ...good, ...unique(entity) }
  const wrong: string[] = []
  await changesNothing(product(), async () => {
    for (const [name, field] of Object.entries(entity.fields)) {
      const bad = badValues(field, samples.around)
      for (const { value, at } of bad.slice(0, field.kind === 'lines' ? 12 : 4)) {
        const body = { ...draft, [name]: value }
        const answer = await administrator.ask('POST', `/api/${entity.name}`, body)
        wrong.push(...complaint(answer, at ? `${name}.${at}` : name, value))
      }
    }
    for (const name of [
      'nonsense',
      'id',
      'tenant',
      'createdAt',
      'deletedAt',
      'extra',
      'constructor',
    ]) {
      const body = { ...draft, [name]: 'x' }
      const answer = await administrator.ask('POST', `/api/${entity.name}`, body)
      wrong.push(...complaint(answer, name, 'x'))
    }
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
  const { administrator } = company
  const url = `/api/${entity.name}/${idOf(entity)}`
  const wrong: string[] = []
  await changesNothing(product(), async () => {
    for (const [name, field] of Object.entries(entity.fields)) {
      for (const { value, at } of badValues(field, samples.around)) {
        const answer = await administrator.ask('PATCH', url, { [name]: value })
        wrong.push(...complaint(answer, at ? `${name}.${at}` : name, value))
      }
    }
    for (const name of ['nonsense', 'id', 'tenant', 'createdAt', 'deletedAt', 'extra', '__title']) {
      wrong.push(...complaint(await administrator.ask('PATCH', url, { [name]: 'x' }), name, 'x'))
    }
    for (const version of ['x', -1, 1.5, 1e99, {}, [], true]) {
      const answer = await administrator.ask('PATCH', url, { version })
      wrong.push(...complaint(answer, 'version', version))
    }
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
      for (const [field, declared] of Object.entries(input)) {
        for (const { value, at } of badValues(declared, samples.around)) {
          const answer = await send({ input: { ...good, [field]: value }, reason: 'Because' })
          wrong.push(...complaint(answer, at ? `${field}.${at}` : field, value))
        }
      }
      wrong.push(...complaint(await send({ input: { ...good, nonsense: 1 } }), 'nonsense', 1))
      for (const [field, value] of badEnvelopes) {
        const answer = await send({ input: good, reason: 'Because', [field]: value })
        wrong.push(...complaint(answer, field, value))
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
