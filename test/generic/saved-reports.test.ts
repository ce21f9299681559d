/** A report saved under a name is its owner's, and of the roles that it is shared with. */
import { beforeAll, expect, test } from 'vitest'
import { useProduct, type Company, type Visitor } from './product.ts'

const product = useProduct()
let company: Company
let seller: Visitor
let lead: Visitor
let keeper: Visitor

beforeAll(async () => {
  company = await product().company('Saved')
  seller = await company.person({ roles: ['sales'] })
  lead = await company.person({ roles: ['sales-lead'] })
  keeper = await company.person({ roles: ['storekeeper'] })
})

const asked = { from: 'this-month.from', chart: 'pie', sort: '-revenue' }

async function save(roles: string[], name: string): Promise<string> {
  const draft = { name, report: 'sales-by-customer', asked, roles }
  const { status, body } = await seller.ask('POST', '/api/saved-report', draft)
  expect(status).toBe(201)
  return (body.row as { id: string }).id
}

async function names(visitor: Visitor): Promise<string[]> {
  const { body } = await visitor.ask('GET', '/api/saved-report?sort=name')
  return (body.rows as { name: string }[]).map(({ name }) => name)
}

test('it is kept as it stands in the address, and only seen by those it is for', async () => {
  const own = await save([], 'A mine')
  const leads = await save(['sales-lead'], 'B leads')
  await save(['everyone'], 'C all')
  expect(await names(seller)).toEqual(['A mine', 'B leads', 'C all'])
  expect(await names(lead)).toEqual(['B leads', 'C all'])
  expect(await names(keeper)).toEqual(['C all'])
  const { body } = await seller.ask('GET', `/api/saved-report/${own}`)
  expect(body.row).toMatchObject({ asked, roles: [] })
  expect((await lead.ask('GET', `/api/saved-report/${own}`)).status).toBe(404)
  const change = { version: 1, name: 'Theirs' }
  expect((await lead.ask('PATCH', `/api/saved-report/${leads}`, change)).status).toBe(403)
})

test('sharing a report gives nobody a right to its figures', async () => {
  expect((await keeper.ask('GET', '/api/report/sales-by-customer')).status).toBe(403)
})

test('each chooses with which one a report opens', async () => {
  const saved = await save([], 'D usual')
  const report = 'sales-by-customer'
  const choose = (choice: object) => seller.ask('PATCH', '/api/session/reports', choice)
  expect((await choose({ report, saved })).body).toEqual({ reports: { [report]: saved } })
  const { body } = await seller.ask('GET', '/api/session')
  expect(body.reports).toEqual({ [report]: saved })
  expect((await choose({ report: 'no-such', saved })).status).toBe(422)
  expect((await choose({ report, saved: 'x' })).status).toBe(422)
  expect((await choose({ report })).body).toEqual({ reports: {} })
})
