/** Every write can be tried first, with nothing kept, and says why where a reason is given. */
import { beforeAll, expect, test } from 'vitest'
import { Customer } from '#modules/customers/index.ts'
import { useProduct, type Answer, type Company } from './product.ts'
import { changesNothing } from './unchanged.ts'

const product = useProduct()

let company: Company
let one: string
let twin: string
let gone: string

beforeAll(async () => {
  company = await product().company('Trials')
  const made = await company.within(async (ctx) => {
    const rows = await ctx.createMany(Customer, [
      { name: 'Harbor Cafe' },
      { name: 'Harbour Café' },
      { name: 'Old Pier' },
    ])
    await ctx.remove(Customer, rows[2]?.id ?? '')
    return rows.map(({ id }) => id)
  })
  ;[one = '', twin = '', gone = ''] = made
}, 120_000)

const ask = (
  method: 'POST' | 'PATCH' | 'DELETE',
  url: string,
  body?: Record<string, unknown>,
): Promise<Answer> => company.administrator.ask(method, url, body)

type Write = [
  what: string,
  method: 'POST' | 'PATCH' | 'DELETE',
  url: () => string,
  body: () => Record<string, unknown> | undefined,
  row: Record<string, unknown>,
]

const writes: Write[] = [
  ['create', 'POST', () => '/api/customer', () => ({ name: 'New Quay' }), { name: 'New Quay' }],
  ['update', 'PATCH', () => `/api/customer/${one}`, () => ({ note: 'Tried' }), { note: 'Tried' }],
  [
    'delete',
    'DELETE',
    () => `/api/customer/${one}`,
    () => undefined,
    { deletedAt: expect.any(String) },
  ],
  ['restore', 'POST', () => `/api/customer/${gone}/restore`, () => ({}), { deletedAt: null }],
  [
    'merge',
    'POST',
    () => '/api/customer/merge',
    () => ({ keep: one, drop: [twin] }),
    { name: 'Harbor Cafe' },
  ],
]

test.each(writes)('%s', async (_, method, url, body, row) => {
  await changesNothing(product(), async () => {
    const answer = await ask(method, `${url()}?dry=1`, body())
    expect(answer.status, answer.text).toBe(200)
    expect(answer.body).toMatchObject({ dryRun: true, row })
  })
})

test('bulk changes, undoing, views and the company can be tried as well', async () => {
  const bulk = await ask('POST', '/api/customer/bulk', { ids: [one], patch: { note: 'In bulk' } })
  await changesNothing(product(), async () => {
    const again = await ask('POST', '/api/customer/bulk?dry=1', {
      ids: [one],
      patch: { note: 'x' },
    })
    expect(again.body).toMatchObject({ changed: 1 })
    const undone = await ask('POST', `/api/operation/${String(bulk.body.operation)}/undo?dry=1`)
    expect(undone.body).toMatchObject({ restored: 1 })
    const view = { entity: 'customer', name: 'Mine' }
    expect((await ask('POST', '/api/views?dry=1', view)).body).toMatchObject({ name: 'Mine' })
    expect((await ask('PATCH', '/api/company?dry=1', { name: 'Other' })).status).toBe(200)
  })
})

test('what would be refused is refused in a trial', async () => {
  const bad = await ask('POST', '/api/customer?dry=1', { name: '' })
  expect([bad.status, bad.body.rule]).toEqual([422, 'input.invalid'])
  const stale = await ask('PATCH', `/api/customer/${one}?dry=1`, { note: 'x', version: 999 })
  expect([stale.status, stale.body.rule]).toEqual([409, 'record.changed'])
  expect((await ask('DELETE', `/api/customer/${one}?dry=yes`)).status).toBe(400)
})

test('a trial does not use up the key of the write', async () => {
  const headers = { 'idempotency-key': 'trial-and-write-1' }
  const send = (url: string) =>
    company.administrator.send({ method: 'POST', url, payload: { name: 'Once' }, headers })
  expect((await send('/api/customer?dry=1')).body.dryRun).toBe(true)
  expect((await send('/api/customer')).status).toBe(201)
})

test('the reason of a change, a delete and a restore stands in the history', async () => {
  const url = `/api/customer/${twin}`
  await ask('PATCH', url, { note: 'Moved', reason: ' They wrote to us ' })
  await ask('DELETE', url, { reason: 'Twice in the list' })
  await ask('POST', `${url}/restore`, { reason: 'It was another one' })
  await ask('PATCH', url, { note: 'No reason' })
  const { entries } = (await company.administrator.ask('GET', `${url}/history`)).body as {
    entries: { action: string; reason?: string }[]
  }
  expect(entries.slice(0, 4).map(({ action, reason }) => [action, reason])).toEqual([
    ['update', undefined],
    ['restore', 'It was another one'],
    ['delete', 'Twice in the list'],
    ['update', 'They wrote to us'],
  ])
  expect((await ask('DELETE', url, { reason: 5 })).status).toBe(400)
})

test('where records have a field of that name, it is the field', async () => {
  // No such record; as the reason of the write the number would have been refused before.
  expect((await ask('PATCH', `/api/goods-return/${one}`, { reason: 5 })).status).toBe(404)
})
