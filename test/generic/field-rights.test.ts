/** Fields that an administrator gives to a role or takes from it, everywhere at once. */
import { beforeAll, expect, test } from 'vitest'
import { Customer } from '#modules/customers/index.ts'
import { Role, RoleGrant } from '#modules/people/index.ts'
import { useProduct, type Company, type Visitor } from './product.ts'
import { makeSamples } from './samples.ts'

const product = useProduct()
const phone = '+886227367777'

let company: Company
let sales: Visitor
let manager: Visitor
let customer: string
let shipment: string
const roles = new Map<string, string>()

beforeAll(async () => {
  company = await product().company('Fields')
  const seller = await company.person({ roles: ['sales'] })
  sales = seller
  manager = await company.person({ roles: ['manager'] })
  const people = [seller.caller.person.id ?? '']
  const samples = await makeSamples(product(), company, { people, count: 2, onlyNew: true })
  customer = samples.ids.get('customer')?.[0] ?? ''
  shipment = samples.ids.get('shipment')?.[0] ?? ''
  await company.within(async (ctx) => {
    for (const { id, key } of await ctx.list(Role, {})) roles.set(key, id)
    await ctx.save(Customer, customer, { name: 'Harbor Cafe', phone })
  })
}, 120_000)

/** Given or taken by an administrator; taken back afterwards. */
async function withGrants(
  grants: [role: string, entity: string, right: string, allowed: boolean][],
  work: () => Promise<void>,
): Promise<void> {
  const { ask } = company.administrator
  const made: string[] = []
  for (const [role, entity, right, allowed] of grants) {
    const body = { role: roles.get(role), entity, right, allowed }
    const { status, body: answer, text } = await ask('POST', `/api/${RoleGrant.name}`, body)
    expect(status, text).toBe(201)
    made.push((answer.row as { id: string }).id)
  }
  try {
    await work()
  } finally {
    for (const id of made) {
      await ask('DELETE', `/api/grant/${id}`)
      await product().asOwner('delete from "grant" where id = $1', [id])
    }
  }
}

const where = (filter: unknown) => `where=${encodeURIComponent(JSON.stringify(filter))}`
const digits = '2736-7777'

/** What tells the phone number, of all the ways to read. */
async function tellsPhone(visitor: Visitor): Promise<string[]> {
  const one = `/api/customer/${customer}`
  const ways = [
    '/api/customer?columns=name',
    '/api/customer',
    '/api/customer/pick',
    '/api/customer/export?format=csv',
    '/api/search?q=Harbor',
    one,
    `${one}/history`,
  ]
  const told: string[] = []
  for (const url of ways) if ((await visitor.ask('GET', url)).text.includes(phone)) told.push(url)
  const { fields } = ((await visitor.ask('GET', '/api/meta')).body.entities as never)['customer']
  if ((fields as { name: string }[]).some(({ name }) => name === 'phone')) told.push('meta')
  return told
}

/** What finds the customer by its phone number. */
async function finds(visitor: Visitor): Promise<string[]> {
  const found: string[] = []
  const look = async (what: string, url: string) => {
    if ((await visitor.ask('GET', url)).text.includes('Harbor')) found.push(what)
  }
  await look('list', `/api/customer?q=${digits}`)
  await look('house', `/api/search?q=${digits}`)
  await look('pick', `/api/customer/pick?q=${digits}`)
  await look('filter', `/api/customer?${where({ phone: { has: '7777' } })}`)
  await look('within', `/api/customer?${where({ any: [{ search: digits }] })}`)
  const { body } = await visitor.ask('GET', `/api/customer?q=${digits}&count=1`)
  if ((body.count as { value: number } | undefined)?.value) found.push('count')
  const groups = await visitor.ask('GET', `/api/customer/groups?by=stage&q=${digits}`)
  if ((groups.body.groups as unknown[]).length > 0) found.push('groups')
  return found
}

test('a field is seen and searched by those who see the record', async () => {
  expect((await tellsPhone(manager)).length).toBe(8)
  expect((await finds(manager)).length).toBe(7)
})

test('a field that is hidden from a role is told by nothing and finds nothing', async () => {
  await withGrants([['manager', 'customer', 'see:phone', false]], async () => {
    expect(await tellsPhone(manager)).toEqual([])
    expect(await finds(manager)).toEqual([])
    const { hits } = (await manager.ask('GET', '/api/search?q=Harbor')).body
    expect(hits).toContainEqual(expect.objectContaining({ id: customer, title: 'Harbor Cafe' }))
    expect((await manager.ask('GET', `/api/customer?q=Harbor`)).text).toContain(customer)
    expect((await manager.ask('GET', '/api/customer?sort=phone')).status).toBe(400)
    expect((await tellsPhone(sales)).length).toBeGreaterThan(4)
  })
})

test('a field that is only seen cannot be changed', async () => {
  const change = (visitor: Visitor) =>
    visitor.ask('PATCH', `/api/customer/${customer}`, { phone: '02-2736-7777' })
  await withGrants([['sales', 'customer', 'change:phone', false]], async () => {
    const { status, body } = await change(sales)
    expect([status, body.fields]).toMatchObject([
      422,
      [{ field: 'phone', rule: 'field.not-yours' }],
    ])
  })
  await withGrants([['sales', 'customer', 'see:phone', false]], async () => {
    expect((await change(sales)).body.fields).toMatchObject([{ rule: 'field.unknown' }])
  })
  expect((await change(sales)).status).toBe(200)
})

test('those who sell do not set terms of their customers, unless it is given to them', async () => {
  const terms = { creditLimit: '999999', paymentDays: 365, discountPercent: '50' }
  const change = () => sales.ask('PATCH', `/api/customer/${customer}`, terms)
  const wrong = (await change()).body.fields as { field: string; rule: string }[]
  expect(wrong.map(({ field, rule }) => [field, rule])).toEqual(
    Object.keys(terms).map((field) => [field, 'field.not-yours']),
  )
  const grants = Object.keys(terms).map(
    (field) => ['sales', 'customer', `change:${field}`, true] as [string, string, string, boolean],
  )
  await withGrants(grants, async () => expect((await change()).status).toBe(200))
})

test('cost is seen by a role that it is given to', async () => {
  const told = async () => {
    const { row } = (await sales.ask('GET', `/api/shipment/${shipment}`)).body as {
      row: { lines: Record<string, unknown>[] }
    }
    return ['cost' in row, row.lines.every((line) => 'unitCost' in line)]
  }
  expect(await told()).toEqual([false, false])
  await withGrants([['sales', 'shipment', 'see:cost', true]], async () =>
    expect(await told()).toEqual([true, false]),
  )
  await withGrants([['sales', 'shipment-line', 'see:unitCost', true]], async () =>
    expect(await told()).toEqual([false, true]),
  )
})

test('a form that prints a hidden field is refused', async () => {
  const order = (await company.administrator.ask('GET', '/api/order')).body.rows as { id: string }[]
  const print = () => sales.ask('GET', `/api/print/order/${order[0]?.id}`)
  expect((await print()).status).toBe(200)
  await withGrants([['sales', 'order-line', 'see:unitPrice', false]], async () => {
    const { status, body } = await print()
    expect([status, body.rule]).toEqual([403, 'print.hidden'])
  })
})

test('the page of rights names every field that can be cut, and what is declared', async () => {
  const { fields } = (await company.administrator.ask('GET', '/api/rights')).body as {
    fields: Record<string, unknown>[]
  }
  const named = (entity: string, field: string) =>
    fields.find((one) => one.entity === entity && one.field === field)
  expect(named('customer', 'phone')).toMatchObject({ of: 'customer', label: 'Phone' })
  expect(named('shipment-line', 'unitCost')).toMatchObject({ of: 'shipment', computed: true })
  expect(named('customer', 'creditLimit')?.changedBy).not.toContain('sales')
  expect(named('customer', 'name')).toBeUndefined()
})
