/** A field that the company requires is asked of everybody, and nothing that is kept gets lost. */
import { beforeAll, expect, test } from 'vitest'
import type { FieldMeta, HouseMeta } from '#kernel/http/wire.ts'
import { guessed, lookAt, start } from './bring-in.ts'
import { useProduct, type Company, type Visitor } from './product.ts'

const product = useProduct({ work: true })
let company: Company
let admin: Visitor
let sales: Visitor

beforeAll(async () => {
  company = await product().company('Wants more')
  admin = company.administrator
  sales = await company.person({ name: 'Rina', roles: ['sales'] })
})

async function fieldOf(visitor: Visitor, name: string): Promise<FieldMeta | undefined> {
  const { body } = await visitor.ask('GET', '/api/meta')
  const { customer } = (body as unknown as HouseMeta).entities
  return customer?.fields.find((field) => field.name === name)
}

const demand = (field: string, entity = 'customer') => ({ entity, field })
const rowIn = ({ body }: { body: Record<string, unknown> }) => body.row as { id: string }

test('what is required from now on keeps no record of before from being changed', async () => {
  const before = rowIn(await sales.ask('POST', '/api/customer', { name: 'Before' }))
  const made = await admin.ask('POST', '/api/required-field', demand('level'))
  expect(made.status).toBe(201)
  expect(await fieldOf(sales, 'level')).toMatchObject({ required: true, late: true })

  const refused = await sales.ask('POST', '/api/customer', { name: 'After' })
  expect(refused.status).toBe(422)
  expect(refused.body.fields).toMatchObject([{ field: 'level', rule: 'field.required' }])
  const whole = await sales.ask('POST', '/api/customer', { name: 'After', level: 'B' })
  expect(whole.status).toBe(201)

  const url = `/api/customer/${before.id}`
  expect((await sales.ask('PATCH', url, { name: 'Before too' })).status).toBe(200)
  expect((await sales.ask('PATCH', url, { level: null })).status).toBe(422)
  // Those without one are in the list that is sorted by it, and on its pages.
  const pages = `/api/customer?sort=level&limit=1`
  const { body } = await sales.ask('GET', pages)
  const next = await sales.ask('GET', `${pages}&after=${String(body.next)}`)
  expect(next.body.rows).toMatchObject([{ name: 'Before too', level: null }])
})

test('a file that leaves it empty is told so, row by row', async () => {
  const csv = 'Name,Level\nFirst,B\nSecond,\n'
  const look = await lookAt(admin, 'customer', 'some.csv', csv)
  const tried = await start(admin, look.id, 'check', { mapping: guessed(look), mode: 'create' })
  expect(tried).toMatchObject({ created: 1, rejected: 1 })
  expect(tried.problems).toMatchObject([{ row: 3, field: 'level' }])
})

test('it is no longer required when that is taken back', async () => {
  const { body } = await admin.ask('GET', '/api/required-field')
  const [row] = (body as { rows: { id: string }[] }).rows
  await admin.ask('PATCH', `/api/required-field/${row?.id}`, { required: false })
  expect((await fieldOf(sales, 'level'))?.required).toBeUndefined()
  expect((await sales.ask('POST', '/api/customer', { name: 'Free' })).status).toBe(201)
})

test('only what people fill in can be required, and only by who may', async () => {
  const refused = async (draft: object, visitor = admin) =>
    (await visitor.ask('POST', '/api/required-field', draft)).text
  for (const field of ['number', 'createdAt', 'nothing', '__proto__'])
    expect(await refused(demand(field)), field).toContain('required-field.no-such-field')
  expect(await refused(demand('name', 'saved-view'))).toContain('field.')
  expect(await refused(demand('phone'), sales)).toContain('record.not-allowed')
})
