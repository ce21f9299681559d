/** Who is about to leave exports nothing any more, and what she looks after goes to others. */
import { beforeAll, expect, test } from 'vitest'
import { useProduct, type Company, type Visitor } from './product.ts'

const product = useProduct()
let company: Company
let admin: Visitor
let leaver: Visitor
let heir: Visitor

const idOf = ({ caller }: Visitor) => caller?.person.id ?? ''

beforeAll(async () => {
  company = await product().company('Leaving')
  admin = company.administrator
  leaver = await company.person({ name: 'Lea', roles: ['sales-lead'] })
  heir = await company.person({ name: 'Hal', roles: ['sales'] })
  for (const name of ['One', 'Two', 'Three'])
    expect((await leaver.ask('POST', '/api/customer', { name })).status).toBe(201)
})

test('from the moment that a last day stands, lists and reports are not exported', async () => {
  expect((await leaver.ask('GET', '/api/customer/export')).status).toBe(200)
  expect((await leaver.ask('GET', '/api/report/sales-by-month?format=csv')).status).toBe(200)
  const { body } = await admin.ask('GET', `/api/user/${idOf(leaver)}`)
  const { version } = body.row as { version: number }
  const day = { leavesOn: '2026-12-31', version }
  expect((await admin.ask('PATCH', `/api/user/${idOf(leaver)}`, day)).status).toBe(200)
  for (const url of ['/api/customer/export', '/api/report/sales-by-month?format=csv']) {
    const { status, body: refused } = await leaver.ask('GET', url)
    expect([url, status, refused.rule]).toEqual([url, 403, 'export.not-allowed'])
  }
  const { body: meta } = await leaver.ask('GET', '/api/meta')
  const entities = meta.entities as Record<string, { may: { export: boolean } }>
  expect(entities.customer?.may.export).toBe(false)
  expect((await leaver.ask('GET', '/api/customer')).body.rows).toHaveLength(3)
})

test('everything that she looks after goes to whoever follows her, and back again', async () => {
  const wish = { where: { owner: idOf(leaver) }, patch: { owner: idOf(heir) } }
  const { status, body } = await admin.ask('POST', '/api/customer/bulk', wish)
  expect([status, body.changed]).toEqual([200, 3])
  expect((await heir.ask('GET', '/api/customer')).body.rows).toHaveLength(3)
  expect((await leaver.ask('GET', '/api/customer')).body.rows).toHaveLength(0)
  const undone = await admin.ask('POST', `/api/operation/${String(body.operation)}/undo`)
  expect(undone.body.restored).toBe(3)
  expect((await leaver.ask('GET', '/api/customer')).body.rows).toHaveLength(3)
})
