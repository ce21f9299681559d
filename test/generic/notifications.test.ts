/** A notification never reveals: of each kind of record only who reads it is told, and finds it. */
import { beforeAll, expect, test } from 'vitest'
import { rowScope } from '#kernel/access/scope.ts'
import { name, sql } from '#kernel/db/sql.ts'
import { ownerField, stateField } from '#kernel/entity/entity.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'
import { useProduct, type Company, type Visitor } from './product.ts'
import { makeSamples, type Samples } from './samples.ts'

const product = useProduct()
const registry = buildRegistry([kernelModule, ...modules])
const entities = [...registry.entities.values()].filter(
  (entity) => !entity.isLine && entity.name !== 'comment' && entity.access.inherit !== 'record',
)

let company: Company
let other: Company
let samples: Samples
let watchers: Visitor[]

const idOf = ({ caller }: Visitor) => caller?.person.id ?? ''

beforeAll(async () => {
  company = await product().company('Told')
  other = await product().company('Untold')
  watchers = await Promise.all(
    ['sales', 'storekeeper', 'finance', 'buyer'].map((role) => company.person({ roles: [role] })),
  )
  const people = [idOf(company.administrator)]
  samples = await makeSamples(product(), company, { people, count: 2, onlyNew: true })
}, 120_000)

interface Notice {
  id: string
  text: string
  record: string
  entity: string
  words: string
  isRead: boolean
}

async function told(visitor: Visitor): Promise<Notice[]> {
  const { body } = await visitor.ask('GET', '/api/notification')
  return body.notices as Notice[]
}

async function unread(visitor: Visitor): Promise<number> {
  return (await visitor.ask('GET', '/api/notification/unread')).body.unread as number
}

async function sees(visitor: Visitor, entityName: string, id: string): Promise<boolean> {
  const entity = registry.entities.get(entityName) ?? fail(entityName)
  const scope = rowScope(await company.sight(visitor), entity, 'read', 'r')
  const rows = await product().house.database.read(
    company.tenant,
    sql`select 1 from ${name(entity.table)} r
      where r.tenant = ${company.tenant} and r.id = ${id}::uuid and ${scope}`,
  )
  return rows.length > 0
}

function fail(what: string): never {
  throw new Error(what)
}

test('whoever is mentioned is told if the record may be read, and never else', async () => {
  const wrong: string[] = []
  for (const { name: entity } of entities) {
    const record = samples.ids.get(entity)?.[0]
    if (!record) continue
    const mentions = [...watchers, other.administrator].map(idOf)
    const text = `Look at ${entity}`
    // Somebody of another company cannot even be named.
    const bad = { entity, record, text, mentions }
    const refused = await company.administrator.ask('POST', '/api/comment', bad)
    if (refused.status !== 422) wrong.push(`${entity}: ${refused.status} for a stranger`)
    const good = { ...bad, mentions: watchers.map(idOf) }
    const answer = await company.administrator.ask('POST', '/api/comment', good)
    if (answer.status !== 201) wrong.push(`${entity}: ${answer.status} ${answer.text}`)
    for (const [index, visitor] of watchers.entries()) {
      const got = (await told(visitor)).some((one) => one.record === record)
      const may = await sees(visitor, entity, record)
      if (got !== may) wrong.push(`${entity}: watcher ${index} was told: ${got}, may read: ${may}`)
    }
  }
  expect(wrong).toEqual([])
})

test('a line is gone from bell and count as soon as the record is out of sight', async () => {
  const { administrator, person } = company
  const seller = await person({ roles: ['sales'] })
  const made = await administrator.ask('POST', '/api/customer', {
    name: 'Lent Harbor',
    owner: idOf(seller),
  })
  const { id } = made.body.row as { id: string }
  expect((await told(seller)).map(({ text }) => text)).toEqual([
    'Mei Chen made Lent Harbor for you',
  ])
  expect(await unread(seller)).toBe(1)
  await administrator.ask('PATCH', `/api/customer/${id}`, { owner: idOf(administrator) })
  expect(await told(seller)).toEqual([])
  expect(await unread(seller)).toBe(0)
})

test('nobody else reads or marks a line: no administrator, key or other company', async () => {
  const { administrator, person } = company
  const seller = await person({ roles: ['sales'] })
  const customer = { name: 'Kept Harbor', owner: idOf(seller) }
  await administrator.ask('POST', '/api/customer', customer)
  const [line] = await told(seller)
  for (const stranger of [administrator, other.administrator]) {
    expect((await told(stranger)).map(({ id }) => id)).not.toContain(line?.id)
    await stranger.ask('POST', '/api/notification/read', { notices: [line?.id] })
  }
  expect(await unread(seller)).toBe(1)
  const { body } = await seller.ask('POST', '/api/api-key', { name: 'Robot', scopes: ['*'] })
  const headers = { authorization: `Bearer ${String(body.key)}` }
  const byKey = await product().nobody.send({ method: 'GET', url: '/api/notification', headers })
  expect(byKey.status).toBe(403)
  await seller.ask('POST', '/api/notification/read', { notices: [line?.id] })
  expect(await unread(seller)).toBe(0)
})

test('nobody follows, or learns who follows, what is out of sight', async () => {
  const seller = watchers[0] ?? fail('no watcher')
  const made = await company.administrator.ask('POST', '/api/customer', {
    name: 'Own Harbor',
    owner: idOf(company.administrator),
  })
  const { id } = made.body.row as { id: string }
  for (const stranger of [seller, other.administrator]) {
    for (const [method, what] of [
      ['GET', 'followers'],
      ['GET', 'mentionable'],
      ['POST', 'follow'],
      ['POST', 'unfollow'],
    ] as const)
      expect((await stranger.ask(method, `/api/customer/${id}/${what}`)).status).toBe(404)
  }
  const { administrator } = company
  await administrator.ask('POST', `/api/customer/${id}/follow`)
  const followers = await administrator.ask('GET', `/api/customer/${id}/followers`)
  expect(followers.body).toMatchObject({ mine: true, followers: [{ name: 'Mei Chen' }] })
  const offered = await administrator.ask('GET', `/api/customer/${id}/mentionable?q=Person`)
  const people = offered.body.people as { id: string; reads: boolean }[]
  expect(people.find((one) => one.id === idOf(seller))?.reads).toBe(false)
})

test('every kind with an owner and a state says so to its owner', () => {
  const kinds = entities.filter((entity) => ownerField(entity) && stateField(entity))
  expect(kinds.map((entity) => entity.name)).toEqual(
    expect.arrayContaining(['quote', 'order', 'shipment', 'invoice', 'receipt', 'goods-return']),
  )
})
