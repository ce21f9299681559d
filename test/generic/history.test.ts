/** What the history of a record and the log of the company tell: who, why, from what to what. */
import { beforeAll, expect, test } from 'vitest'
import { useProduct, type Company, type Visitor } from './product.ts'

const product = useProduct()
let company: Company
let admin: Visitor

beforeAll(async () => {
  company = await product().company('History')
  admin = company.administrator
}, 120_000)

interface Entry {
  action: string
  label: string
  reason?: string
  by: { name: string } | null
  changes: { field: string; label: string; before: string; after: string }[]
  operation?: string
  undoable: boolean
}

async function historyOf(entity: string, id: string, by = admin): Promise<Entry[]> {
  const { body } = await by.ask('GET', `/api/${entity}/${id}/history`)
  return body.entries as Entry[]
}

async function add(entity: string, values: object): Promise<string> {
  const { body, status } = await admin.ask('POST', `/api/${entity}`, values)
  expect(status, JSON.stringify(body)).toBe(201)
  return (body.row as { id: string }).id
}

async function logOf(record: string) {
  const { body } = await admin.ask('GET', `/api/audit?record=${record}`)
  return body.entries as { action: string; before: object | null; after: object | null }[]
}

test('a change tells the fields from what to what, in words and with names', async () => {
  const { body } = await admin.ask('GET', '/api/user')
  const [me] = body.rows as { id: string; name: string }[]
  const id = await add('customer', { name: 'Harbor Cafe', level: 'B', owner: null })
  await admin.ask('PATCH', `/api/customer/${id}`, { level: 'A', owner: me?.id, tags: ['old'] })
  await admin.ask('PATCH', `/api/customer/${id}`, { level: 'A' })
  await admin.ask('DELETE', `/api/customer/${id}`, {})
  await admin.ask('POST', `/api/customer/${id}/restore`, {})
  const entries = await historyOf('customer', id)
  expect(entries.map(({ action }) => action)).toEqual(['restore', 'delete', 'update', 'create'])
  const [, deleted, changed, created] = entries
  expect(changed?.by?.name).toBe(me?.name)
  expect(changed?.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['level', 'B', 'A'],
    ['owner', '', me?.name],
    ['tags', '', 'old'],
  ])
  expect(created?.changes).toContainEqual(
    expect.objectContaining({ field: 'name', before: '', after: 'Harbor Cafe' }),
  )
  expect(deleted).toMatchObject({ undoable: true, operation: expect.any(String) as string })
})

test('an action that needs a reason keeps it; a changed reference tells both names', async () => {
  const one = await add('customer', { name: 'First' })
  const other = await add('customer', { name: 'Second' })
  const id = await add('order', { customer: one, lines: [] })
  await admin.ask('PATCH', `/api/order/${id}`, { customer: other })
  const silent = await admin.ask('POST', `/api/order/${id}/cancel`, {})
  expect(silent.body.rule).toBe('action.reason-needed')
  await admin.ask('POST', `/api/order/${id}/cancel`, { reason: ' Ordered twice ' })
  const [cancelled, changed] = await historyOf('order', id)
  expect(cancelled).toMatchObject({ action: 'cancel', reason: 'Ordered twice' })
  expect(cancelled?.changes).toMatchObject([
    { field: 'status', before: 'Draft', after: 'Cancelled' },
  ])
  const customer = { field: 'customer', before: 'First', after: 'Second' }
  expect(changed?.changes).toContainEqual(expect.objectContaining(customer))
  const [last] = await logOf(id)
  const states = { before: { status: 'draft' }, after: { status: 'cancelled' } }
  expect(last).toMatchObject({ action: 'cancel', reason: 'Ordered twice', ...states })
})

test('what one action did in several steps is one entry under the name of the action', async () => {
  const customer = await add('customer', { name: 'Amender' })
  const product = await add('product', { code: 'Amend', name: 'Amended', kind: 'service' })
  const line = { product, quantity: '1', unitPrice: '10', taxPercent: '0' }
  const id = await add('order', { customer, lines: [line] })
  const act = (name: string, body: object) => admin.ask('POST', `/api/order/${id}/${name}`, body)
  expect((await act('confirm', {})).status).toBe(200)
  expect((await act('amend', { reason: 'More' })).status).toBe(200)
  const entries = await historyOf('order', id)
  expect(entries.map(({ action }) => action)).toEqual(['amend', 'confirm', 'create'])
  expect(entries[0]?.changes.map(({ field, after }) => [field, after])).toEqual([
    ['revision', '2'],
    ['status', 'Draft'],
  ])
})

test('changed lines are told one by one: what came, what went, what stands otherwise', async () => {
  const customer = await add('customer', { name: 'Liner' })
  const [tea, rice] = await Promise.all(
    ['Tea', 'Rice'].map((name) => add('product', { code: name, name })),
  )
  const line = (product: string | undefined, quantity: string) => ({
    product,
    quantity,
    unitPrice: '1200.5',
    taxPercent: '0',
  })
  const id = await add('order', { customer, lines: [line(tea, '2'), line(rice, '1')] })
  const { body } = await admin.ask('GET', `/api/order/${id}`)
  const [first] = (body.row as { lines: { id: string }[] }).lines
  const lines = [{ ...line(tea, '1500'), id: first?.id }, line(rice, '7')]
  expect((await admin.ask('PATCH', `/api/order/${id}`, { lines })).status).toBe(200)
  const [changed] = await historyOf('order', id)
  const ofLines = changed?.changes.filter(({ field }) => field.startsWith('lines.'))
  expect(ofLines).toMatchObject([
    { label: 'Lines 1 · Quantity', before: '2', after: '1,500' },
    { label: 'Lines 2', before: '', after: 'Rice', line: 'added' },
    { label: 'Lines 2', before: 'Rice', after: '', line: 'removed' },
  ])
  const total = changed?.changes.find(({ field }) => field === 'total')
  expect(total).toMatchObject({ before: '3,601.5', after: '1,809,153.5' })
})

test('who does not see a record does not see its history', async () => {
  const seller = await company.person({ roles: ['sales'] })
  const id = await add('customer', { name: 'Foreign', owner: null })
  const hidden = await seller.ask('GET', `/api/customer/${id}/history`)
  expect([hidden.status, hidden.body.rule]).toEqual([404, 'record.not-found'])
})

test('the settings of the company are logged as what changed', async () => {
  const change = (values: object) => admin.ask('PATCH', '/api/company', values)
  const address = { city: 'Taipei', street: 'Long Street 1', country: 'TW' }
  expect((await change({ taxId: '12345678', address })).status).toBe(200)
  expect((await change({ taxId: '12345678', address })).status).toBe(200)
  const numbering = { 'order.number': 'A-{0000}' }
  const answer = await change({ taxId: '87654321', numbering })
  expect(answer.body).toMatchObject({ taxId: '87654321', name: 'History', address })
  const [second, first, ...more] = await logOf(company.tenant)
  expect(more).toEqual([])
  expect(second).toMatchObject({
    before: { taxId: '12345678', numbering: {} },
    after: { taxId: '87654321', numbering },
  })
  expect(Object.keys(second?.after ?? {}).sort()).toEqual(['numbering', 'taxId'])
  expect(first?.before).toEqual({ taxId: null, address: null })
})

test('the log of the company tells in words who did what to which record', async () => {
  const id = await add('customer', { name: 'Logged', level: 'B' })
  await admin.ask('PATCH', `/api/customer/${id}`, { level: 'A' })
  const { body } = await admin.ask('GET', `/api/audit?record=${id}`)
  expect(body.entries).toMatchObject([
    {
      kind: 'Customer',
      title: 'Logged',
      label: 'Changed',
      changes: [{ field: 'level', before: 'B', after: 'A' }],
    },
    { kind: 'Customer', title: 'Logged', label: 'Created' },
  ])
  const seller = await company.person({ roles: ['sales'] })
  expect((await seller.ask('GET', `/api/audit?record=${id}`)).status).toBe(403)
})
