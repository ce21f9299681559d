/** An administrator looks at what somebody sees: the same as that person, and nothing is done. */
import { beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/db/new-id.ts'
import type { ViewAnswer } from '#kernel/access/view-as-routes.ts'
import { Customer } from '#modules/customers/index.ts'
import { Role, User } from '#modules/people/index.ts'
import { sql } from '#kernel/db/sql.ts'
import { useProduct, type Company, type Visitor } from './product.ts'

const product = useProduct()

let company: Company
let seller: Visitor
let role: string

beforeAll(async () => {
  company = await product().company('Viewed')
  seller = await company.person({ name: 'Sam', roles: ['sales'] })
  await company.within(async (ctx) => {
    const owner = seller.caller?.person.id ?? ''
    for (const name of ['Harbor Cafe', 'Quay Books']) await ctx.create(Customer, { name, owner })
    await ctx.create(Customer, { name: 'Elsewhere' })
    role = (await ctx.first(Role, { key: 'sales' }))?.id ?? ''
  })
  const cut = { role, entity: 'customer', right: 'see:phone', allowed: false }
  await company.administrator.ask('POST', '/api/grant', cut)
}, 120_000)

const look = async (query: string, by: Visitor = company.administrator) => {
  const { status, body } = await by.ask('GET', `/api/rights/as?${query}`)
  return { status, view: body as unknown as ViewAnswer }
}
const ofKind = ({ kinds }: ViewAnswer, entity: string) => {
  return kinds.find((kind) => kind.entity === entity)
}

test('each kind has as many records as the person counts herself', async () => {
  const { view } = await look(`user=${seller.caller?.person.id}`)
  expect(view).toMatchObject({ name: 'Sam', isAdministrator: false, maySignIn: true })
  expect(ofKind(view, 'customer')?.count).toEqual({ value: 2, capped: false })
  for (const { entity, count } of view.kinds) {
    const own = await seller.ask('GET', `/api/${entity}?count=1&limit=1`)
    expect([entity, count]).toEqual([entity, own.status === 200 ? own.body.count : null])
  }
})

test('fields that are cut and actions that are given stand with the kind', async () => {
  const { view } = await look(`user=${seller.caller?.person.id}`)
  const customer = ofKind(view, 'customer')
  expect(customer?.hidden).toContain('Phone')
  expect(customer?.hidden).not.toContain('Name')
  const labels = ofKind(view, 'order')?.actions.map(({ right }) => right)
  expect(labels).toContain('do:confirm')
  expect(ofKind(view, 'books')?.actions.map(({ right }) => right)).not.toContain('do:close')
  const change = customer?.rights.find(({ right }) => right === 'update')
  expect(change?.only).toEqual(['Salesperson is this person'])
  expect(view.reports).toContain('Sales by customer')
  expect(view.reports).not.toContain('Trial balance')
})

test('a role is looked at as somebody new in it', async () => {
  const { view } = await look(`role=${role}`)
  expect(ofKind(view, 'customer')).toMatchObject({ count: { value: 0, capped: false } })
  expect(ofKind(view, 'customer')?.hidden).toContain('Phone')
  const { view: own } = await look(`user=${company.administrator.caller?.person.id}`)
  expect(own.isAdministrator).toBe(true)
  expect(ofKind(own, 'customer')).toMatchObject({ count: { value: 3 }, hidden: [] })
})

test('looking is written into the log, and nothing else: no session, no sign-in', async () => {
  const id = seller.caller?.person.id ?? ''
  const noted = async () => {
    const { body } = await company.administrator.ask('GET', `/api/audit?record=${id}`)
    return (body.entries as { action: string; byName: string }[]).map((one) => one.action)
  }
  const sessions = () =>
    product().house.database.control(
      sql`select last_seen_at from session where user_id = ${id}::uuid`,
    )
  const before = [await noted(), await sessions()]
  await look(`user=${id}`)
  expect([await noted(), await sessions()]).toEqual([
    ['viewed-as', ...(before[0] ?? [])],
    before[1],
  ])
})

test('who may not sign in sees nothing', async () => {
  const gone = await company.person({ name: 'Gus', roles: ['manager'] })
  const id = gone.caller?.person.id ?? ''
  await company.within((ctx) => ctx.save(User, id, { active: false }))
  const { view } = await look(`user=${id}`)
  expect(view).toMatchObject({ name: 'Gus', maySignIn: false, kinds: [], reports: [] })
})

test('people and roles of other companies are not found, and sellers look at nobody', async () => {
  const other = await product().company('Elsewhere')
  const theirs = other.administrator.caller?.person.id
  expect((await look(`user=${theirs}`)).status).toBe(404)
  expect((await look(`role=${role}`, other.administrator)).status).toBe(404)
  expect((await look(`user=${newId()}`)).status).toBe(404)
  expect((await look(`user=${seller.caller?.person.id}`, seller)).status).toBe(403)
})
