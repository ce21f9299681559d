/** An action in the wrong state, or by the wrong person, is refused and leaves no trace. */
import { beforeAll, expect, test } from 'vitest'
import { grantScope } from '#kernel/access/grant-book.ts'
import type { Action } from '#kernel/action/action.ts'
import { newId } from '#kernel/db/new-id.ts'
import { columnName, stateField, type Entity, type Grant } from '#kernel/entity/entity.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'
import { roleKeys } from '#modules/people/index.ts'
import { useProduct, type Answer, type Company, type Visitor } from './product.ts'
import { sampleDraft, sampleInput } from './sample-values.ts'
import { makeSamples, type Samples } from './samples.ts'
import { changesNothing } from './unchanged.ts'

const product = useProduct()
const registry = buildRegistry([kernelModule, ...modules])
const actions = registry.modules.flatMap((module) => module.actions)
const offered = actions
  .filter((action) => !action.internal)
  .map((action) => ({ name: `${action.entity.name}.${action.name}`, action }))
const bound = offered.filter(({ action }) => action.from !== null && action.on === 'one')
const entities = [...registry.entities.values()].filter((entity) => !entity.isLine)

let company: Company
let samples: Samples
const colleagues = new Map<string, Visitor>()

beforeAll(async () => {
  company = await product().company('Refusals')
  const people = [company.administrator.caller?.person.id ?? '']
  samples = await makeSamples(product(), company, { people, count: 2, onlyNew: true })
  for (const role of roleKeys.filter((key) => key !== 'administrator'))
    colleagues.set(role, await company.person({ roles: [role] }))
  colleagues.set('no role', await company.person({ roles: [] }))
}, 120_000)

const idOf = (entity: Entity) => samples.ids.get(entity.name)?.[0] ?? ''

function doIt(visitor: Visitor, action: Action): Promise<Answer> {
  const { entity, name, on, input } = action
  const place = on === 'one' ? `${idOf(entity)}/${name}` : name
  const body = { input: sampleInput(input, 0, samples.around), reason: 'Because' }
  return visitor.ask('POST', `/api/${entity.name}/${place}`, body)
}

function statesOf(entity: Entity): string[] {
  const field = stateField(entity)
  return (field ? (entity.fields[field]?.options ?? []) : []).map((option) => option.value)
}

async function setState(entity: Entity, state: string): Promise<void> {
  const column = columnName(stateField(entity) ?? '')
  const update = `update "${entity.table}" set "${column}" = $1 where id = $2`
  await product().asOwner(update, [state, idOf(entity)])
}

test.each(bound)('$name is refused in every other state', async ({ action }) => {
  const { entity, from } = action
  const [first = '', ...others] = statesOf(entity)
  const wrong: string[] = []
  await changesNothing(product(), async () => {
    for (const state of [first, ...others].filter((one) => !from?.includes(one))) {
      await setState(entity, state)
      const { status, body } = await doIt(company.administrator, action)
      if (status !== 409 || body.rule !== 'action.wrong-state')
        wrong.push(`${state}: ${status} ${String(body.rule)}`)
    }
    await setState(entity, first)
    expect(wrong).toEqual([])
  })
})

test('what a record does not call for is refused and not offered', async () => {
  const conditional = offered.filter(({ action }) => action.when)
  expect(conditional.map(({ name }) => name)).toContain('order.discard-amendment')
  for (const { action } of conditional) {
    const { status, body } = await doIt(company.administrator, action)
    expect([status, body.rule]).toEqual([409, 'action.wrong-state'])
    const url = `/api/${action.entity.name}/${idOf(action.entity)}`
    const { actions: states } = (await company.administrator.ask('GET', url)).body
    expect((states as { name: string }[]).map(({ name }) => name)).not.toContain(action.name)
  }
})

test('what is in the recycle bin is not worked with', async () => {
  const wrong: string[] = []
  for (const { name, action } of offered.filter((one) => one.action.on === 'one')) {
    const bin = (at: string | null) =>
      product().asOwner(`update "${action.entity.table}" set deleted_at = $1 where id = $2`, [
        at,
        idOf(action.entity),
      ])
    await bin('2026-01-01')
    const { status, body } = await doIt(company.administrator, action)
    if (status !== 409 || body.rule !== 'record.deleted') wrong.push(`${name}: ${status}`)
    await bin(null)
  }
  expect(wrong).toEqual([])
})

/** The rows belong to the administrator, so that only those who reach all rows may. */
function strangers(grant: Grant | undefined): [role: string, visitor: Visitor][] {
  const mayAll = (role: string) => grant !== undefined && grantScope(grant, role) === 'all'
  return [...colleagues].filter(([role]) => !mayAll(role) && !mayAll('everyone'))
}

function complaint(what: string, { status, body }: Answer): string[] {
  const refused = [403, 404, 405].includes(status) && typeof body.rule === 'string'
  return refused ? [] : [`${what}: ${status} ${String(body.rule)}`]
}

test.each(offered)('$name is refused to whom it is not given', async ({ action }) => {
  const wrong: string[] = []
  await changesNothing(product(), async () => {
    for (const [role, visitor] of strangers(action.allow)) {
      const answer = await doIt(visitor, action)
      // Whoever may do it with own records is told that these are none.
      const own = action.on === 'collection' && grantScope(action.allow, role) !== null
      if (!(own && answer.status === 422)) wrong.push(...complaint(role, answer))
    }
    expect(wrong).toEqual([])
  })
})

test.each(entities)(
  '$name is written and taken out only by whom it is given to',
  async (entity) => {
    const { name, access } = entity
    const [id = '', other = newId()] = samples.ids.get(name) ?? []
    const url = `/api/${name}`
    const good = sampleDraft(entity, 7, samples.around, false)
    const wrong: string[] = []
    const ask = async (
      right: Grant | undefined,
      what: string,
      ...request: Parameters<Visitor['ask']>
    ) => {
      for (const [role, visitor] of strangers(right))
        wrong.push(...complaint(`${role} ${what}`, await visitor.ask(...request)))
    }
    await changesNothing(product(), async () => {
      await ask(access.create, 'create', 'POST', url, good)
      await ask(access.update, 'update', 'PATCH', `${url}/${id}`, {})
      await ask(access.delete, 'delete', 'DELETE', `${url}/${id}`)
      await ask(access.delete, 'restore', 'POST', `${url}/${id}/restore`)
      await ask(access.merge, 'merge', 'POST', `${url}/merge`, { keep: id, drop: [other] })
      await ask(access.export, 'export', 'GET', `${url}/export?format=csv`)
      await ask(access.import, 'import', 'POST', '/api/import', {
        entity: name,
        pasted: 'a\tb\n1\t2',
      })
      expect(wrong).toEqual([])
    })
  },
)

test('a bulk change reaches only rows that one may change', async () => {
  const wrong: string[] = []
  await changesNothing(product(), async () => {
    for (const entity of entities) {
      const ids = samples.ids.get(entity.name) ?? []
      for (const wish of [{ patch: {} }, { delete: true }]) {
        const right = 'delete' in wish ? entity.access.delete : entity.access.update
        for (const [role, visitor] of strangers(right)) {
          const answer = await visitor.ask('POST', `/api/${entity.name}/bulk`, { ids, ...wish })
          const { status, body } = answer
          const nothing = status === 200 ? body.changed === 0 : status >= 400 && status < 500
          if (!nothing) wrong.push(`${role} ${entity.name}: ${status} ${String(body.changed)}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})
