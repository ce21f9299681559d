/** A field hidden from a role shows nowhere: no list, file, history, refusal or write's answer. */
import { beforeAll, expect, test } from 'vitest'
import { seesField } from '#kernel/access/fields.ts'
import { columnName, lineFields, type Draft, type Entity } from '#kernel/entity/entity.ts'
import { lineKey } from '#kernel/entity/links.ts'
import type { Field } from '#kernel/field/field.ts'
import { typeOf } from '#kernel/field/types.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'
import { Role, RoleGrant, roleKeys } from '#modules/people/index.ts'
import { useProduct, type Answer, type Company, type Visitor } from './product.ts'
import { sampleInput } from './sample-values.ts'
import { makeSamples, type Samples } from './samples.ts'

const product = useProduct()
const registry = buildRegistry([kernelModule, ...modules])
/** What hidden fields hold begins with this; each field of each entity has its own. */
const secret = '777333'

const isCut = ({ seenBy }: Field) => seenBy !== undefined
/** Only these can hold the secret. */
const isWord = (field: Field) => ['text', 'numeric', 'jsonb'].includes(typeOf(field).column ?? '')
const withLines = (entity: Entity) => [entity, ...lineFields(entity).map(([, lines]) => lines)]
const entities = [...registry.entities.values()].filter(
  (entity) =>
    !entity.isLine &&
    withLines(entity).some(({ fields }) =>
      Object.values(fields).some((field) => isCut(field) && isWord(field)),
    ),
)
const kept = new Map<string, string>()

function secretOf({ name }: Entity, field: string): string {
  const key = `${name}.${field}`
  const own = kept.get(key) ?? `${secret}${10 + kept.size}`
  kept.set(key, own)
  return own
}

/** A role that an administrator added: it may read and change the records, and no more is said. */
const newcomer = 'newcomer'
const roles = [...roleKeys.filter((key) => key !== 'administrator'), newcomer]

let company: Company
let samples: Samples
const colleagues = new Map<string, Visitor & { caller: NonNullable<Visitor['caller']> }>()

beforeAll(async () => {
  company = await product().company('Secrets')
  await addRole()
  for (const role of roles) colleagues.set(role, await company.person({ roles: [role] }))
  const sellers = ['sales', 'sales-lead'].map(
    (role) => colleagues.get(role)?.caller.person.id ?? '',
  )
  samples = await makeSamples(product(), company, { people: sellers, count: 4, onlyNew: true })
  for (const entity of entities) await fillSecrets(entity)
}, 240_000)

async function addRole(): Promise<void> {
  await company.within(async (ctx) => {
    const { id } = await ctx.create(Role, { key: newcomer, name: 'Newcomer' })
    for (const { name } of entities)
      for (const right of ['read', 'update', 'export'])
        await ctx.create(RoleGrant, { role: id, entity: name, right })
  })
}

/** The secret stands in every hidden field, and in the history where rows may change. */
async function fillSecrets(entity: Entity): Promise<void> {
  for (const owner of withLines(entity)) {
    const { fields, table, isLine } = owner
    const cut = Object.entries(fields).filter(([, field]) => isCut(field) && isWord(field))
    if (cut.length === 0) continue
    const sets = cut
      .map(([name]) => `"${columnName(name)}" = '${secretOf(owner, name)}'`)
      .join(', ')
    await product().asOwner(`update "${table}" set ${sets} where tenant = $1`, [company.tenant])
    if (isLine || entity.appendOnly) continue
    const words = cut.map(([name]) => [name, `${secretOf(owner, name)}.5`])
    const patch = Object.fromEntries(words) as Draft<Entity>
    for (const id of samples.ids.get(entity.name) ?? [])
      await company.within((ctx) => ctx.save(entity, id, patch))
  }
}

/** Everything that the visitor must not read of the house. */
function hiddenFrom({ caller }: Visitor): string[] {
  return entities.flatMap(withLines).flatMap((entity) =>
    Object.entries(entity.fields)
      .filter(([, field]) => isWord(field) && caller !== null && !seesField(field, caller.person))
      .flatMap(([name]) => kept.get(`${entity.name}.${name}`) ?? []),
  )
}

function leaks(visitor: Visitor, what: string, { text, status }: Answer): string[] {
  if (status >= 500) return [`${what}: ${status}`]
  return hiddenFrom(visitor).some((one) => text.includes(one))
    ? [`${what}: ${status} tells the secret`]
    : []
}

/** Fields of the record, and those of its lines as a filter names them. */
function cutFields(entity: Entity, visitor: Visitor): string[] {
  const person = visitor.caller?.person
  const ofLines = lineFields(entity).flatMap(([held, { fields }]) =>
    Object.entries(fields).map(([name, field]) => [lineKey(held, name), field] as const),
  )
  return [...Object.entries(entity.fields), ...ofLines]
    .filter(([, field]) => person && !seesField(field, person))
    .map(([name]) => name)
}

function seesAll(entity: Entity, { caller }: Visitor): boolean {
  const fields = withLines(entity).flatMap((one) => Object.values(one.fields))
  return fields.every((field) => caller !== null && seesField(field, caller.person))
}

test('whoever sees the field finds the secret there', async () => {
  for (const entity of entities) {
    const id = samples.ids.get(entity.name)?.[0] ?? ''
    const answer = await company.administrator.ask('GET', `/api/${entity.name}/${id}`)
    expect(answer.text, entity.name).toContain(secret)
  }
})

test.each(roles)('%s reads no hidden field', async (role) => {
  const visitor = colleagues.get(role) ?? company.administrator
  const wrong: string[] = []
  for (const entity of entities) {
    if (seesAll(entity, visitor)) continue
    const url = `/api/${entity.name}`
    const [id] = samples.ids.get(entity.name) ?? []
    const own = [`/${id}`, `/${id}/history`, `/${id}/chain`]
    const reads = ['', '/pick', '/counts', '/export?format=csv', ...own]
    for (const end of [...reads, '?totals=1&limit=200'])
      wrong.push(...leaks(visitor, url + end, await visitor.ask('GET', url + end)))
    for (const name of cutFields(entity, visitor)) {
      const filter = encodeURIComponent(JSON.stringify({ [name]: { over: '1' } }))
      for (const query of [`where=${filter}`, `sort=${name}`, `columns=${name}`]) {
        const answer = await visitor.ask('GET', `${url}?${query}`)
        if (![400, 403].includes(answer.status)) wrong.push(`${url}?${query}: ${answer.status}`)
      }
    }
  }
  wrong.push(...leaks(visitor, 'meta', await visitor.ask('GET', '/api/meta')))
  wrong.push(...leaks(visitor, 'search', await visitor.ask('GET', `/api/search?q=${secret}`)))
  for (const name of registry.reports.keys())
    wrong.push(...leaks(visitor, name, await visitor.ask('GET', `/api/report/${name}`)))
  expect(wrong).toEqual([])
})

test.each(roles)('%s gets no hidden field back from a write', async (role) => {
  const visitor = colleagues.get(role) ?? company.administrator
  const wrong: string[] = []
  for (const entity of entities) {
    if (seesAll(entity, visitor)) continue
    const actions = [...(registry.actions.get(entity.name)?.values() ?? [])]
    for (const id of samples.ids.get(entity.name) ?? []) {
      const url = `/api/${entity.name}/${id}`
      const note = entity.fields.note ? { note: 'Seen' } : {}
      wrong.push(
        ...leaks(
          visitor,
          `stale ${url}`,
          await visitor.ask('PATCH', url, { version: 999, ...note }),
        ),
      )
      wrong.push(...leaks(visitor, `change ${url}`, await visitor.ask('PATCH', url, note)))
      for (const { name, input, internal, on } of actions) {
        if (internal || on === 'collection') continue
        const body = {
          input: sampleInput(input, 0, samples.around),
          reason: 'Because',
          dryRun: true,
        }
        const answer = await visitor.ask('POST', `${url}/${name}`, body)
        wrong.push(...leaks(visitor, `${name} ${url}`, answer))
      }
    }
  }
  expect(wrong).toEqual([])
})

test.each(roles)('%s keeps what is hidden in lines that are sent back', async (role) => {
  const visitor = colleagues.get(role) ?? company.administrator
  for (const entity of entities.filter((one) => !seesAll(one, visitor) && !one.appendOnly)) {
    for (const [field] of lineFields(entity)) {
      const url = `/api/${entity.name}/${samples.ids.get(entity.name)?.[1] ?? ''}`
      const lines = async (who: Visitor) =>
        ((await who.ask('GET', url)).body.row as Record<string, unknown> | undefined)?.[field]
      const before = await lines(company.administrator)
      const { status, text } = await visitor.ask('PATCH', url, { [field]: await lines(visitor) })
      expect([200, 403, 404, 405, 409, 422], text).toContain(status)
      expect(await lines(company.administrator), `${role} ${entity.name}`).toEqual(before)
    }
  }
})
