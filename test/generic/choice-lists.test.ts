/** A company's list of choices is what everybody chooses from; nothing that is kept gets lost. */
import { beforeAll, expect, test } from 'vitest'
import type { HouseMeta, OptionMeta } from '#kernel/http/wire.ts'
import { useProduct, type Company, type Visitor } from './product.ts'

const product = useProduct()
let company: Company
let admin: Visitor
let sales: Visitor

beforeAll(async () => {
  company = await product().company('Own choices')
  admin = company.administrator
  sales = await company.person({ name: 'Sam', roles: ['sales'] })
})

async function levels(visitor: Visitor): Promise<OptionMeta[]> {
  const { body } = await visitor.ask('GET', '/api/meta')
  const { fields } = (body as unknown as HouseMeta).entities.customer ?? { fields: [] }
  return fields.find(({ name }) => name === 'level')?.options ?? []
}

const list = (options: object[], field = 'level') => ({ entity: 'customer', field, options })

test('choices are renamed, put in order, added and no longer offered', async () => {
  const options = [
    { value: 'B', label: '重要' },
    { value: 'A', label: '最重要' },
    { value: 'D', label: 'D', hidden: true },
    { label: '觀察' },
  ]
  const answer = await admin.ask('POST', '/api/choice-list', list(options))
  expect(answer.status).toBe(201)
  expect(await levels(sales)).toMatchObject([
    { value: 'B', label: '重要', tone: 'green' },
    { value: 'A', label: '最重要' },
    { value: 'D', hidden: true },
    { value: '觀察', label: '觀察' },
    { value: 'C', label: 'C' },
  ])
  const made = await sales.ask('POST', '/api/customer', { name: 'Watched', level: '觀察' })
  expect(made.status).toBe(201)
  const found = await sales.ask(
    'GET',
    `/api/customer?where=${encodeURIComponent('{"level":"觀察"}')}`,
  )
  expect((found.body as { rows: object[] }).rows).toMatchObject([{ name: 'Watched' }])
  const other = await product().company('Standard choices')
  expect((await levels(other.administrator)).map(({ value }) => value)).toEqual([
    'A',
    'B',
    'C',
    'D',
  ])
  const foreign = { name: 'X', level: '觀察' }
  expect((await other.administrator.ask('POST', '/api/customer', foreign)).status).toBe(422)
})

test('an empty list is the standard one again', async () => {
  const { body } = await admin.ask('GET', '/api/choice-list')
  const [row] = (body as { rows: { id: string }[] }).rows
  await admin.ask('PATCH', `/api/choice-list/${row?.id}`, { options: [] })
  expect((await levels(sales)).map(({ value }) => value)).toEqual(['A', 'B', 'C', 'D'])
})

test('what could not be chosen from is refused, and so is who may not', async () => {
  const refused = async (draft: object, visitor = admin) =>
    (await visitor.ask('POST', '/api/choice-list', draft)).text
  const kind = (options: object[]) => list(options, 'stage')
  expect(
    await refused(
      kind([
        { value: 'lost', label: 'a' },
        { value: 'active', label: 'a' },
      ]),
    ),
  ).toContain('custom-field.twice')
  const hidden = [{ value: 'lost', label: 'c', hidden: true }]
  expect(await refused(kind(hidden))).toContain('choice-list.none-left')
  expect(await refused(kind([{ label: 'a' }]))).toContain('choice-list.closed')
  expect(await refused(list([{ label: 'a' }], 'name'))).toContain('choice-list.no-such-field')
  expect(await refused(kind([{ label: 'a' }]), sales)).toContain('record.not-allowed')
})

test('an action that asks for a choice, and a report, know the own ones', async () => {
  const own = { entity: 'opportunity', field: 'lossReason', options: [{ label: '太晚' }] }
  expect((await admin.ask('POST', '/api/choice-list', own)).status).toBe(201)
  const { body } = await sales.ask('GET', '/api/meta')
  const { entities, reports } = body as unknown as HouseMeta
  const lose = entities.opportunity?.actions.find(({ name }) => name === 'lose')
  const [asked] = lose?.input ?? []
  expect(asked?.options?.[0]).toMatchObject({ value: '太晚', label: '太晚' })
  const [shown] = reports['losses-by-reason']?.columns ?? []
  expect(shown?.options).toEqual(asked?.options)
  const made = await sales.ask('POST', '/api/opportunity', { name: 'Deal' })
  const { row } = made.body as unknown as { row: { id: string } }
  const url = `/api/opportunity/${row.id}/lose`
  const strange = await sales.ask('POST', url, { input: { lossReason: '太早' } })
  expect(strange.status).toBe(422)
  const lost = await sales.ask('POST', url, { input: { lossReason: '太晚' } })
  expect(lost.body).toMatchObject({ row: { status: 'lost', lossReason: '太晚' } })
})
