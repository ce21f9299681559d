/** The menu says how much waits in each list that begins with open work, as far as one sees it. */
import { beforeAll, expect, test } from 'vitest'
import type { MenuCounts } from '#kernel/http/wire.ts'
import { useProduct, type Company, type Visitor } from './product.ts'

const product = useProduct()
let company: Company
let amy: Visitor
let bo: Visitor

beforeAll(async () => {
  company = await product().company('Menu')
  amy = await company.person({ name: 'Amy', roles: ['sales'] })
  bo = await company.person({ name: 'Bo', roles: ['sales'] })
  for (const [visitor, count] of [
    [amy, 3],
    [bo, 1],
  ] as const) {
    const { body } = await visitor.ask('POST', '/api/customer', { name: `Of ${count}` })
    const customer = (body.row as { id: string }).id
    for (let made = 0; made < count; made += 1)
      await visitor.ask('POST', '/api/quote', { customer })
  }
})

async function waiting(visitor: Visitor): Promise<MenuCounts['counts']> {
  const { status, body } = await visitor.ask('GET', '/api/meta/counts')
  expect(status).toBe(200)
  return (body as unknown as MenuCounts).counts
}

test('each sees the number of the own open work, whoever sees all that of all', async () => {
  const [own, others, all] = await Promise.all([amy, bo, company.administrator].map(waiting))
  expect([own?.quote, others?.quote, all?.quote]).toEqual([
    { value: 3, capped: false },
    { value: 1, capped: false },
    { value: 4, capped: false },
  ])
})

test('lists that begin with everything have no number, nor those one may not read', async () => {
  const [sales, all] = await Promise.all([amy, company.administrator].map(waiting))
  expect(all).not.toHaveProperty('customer')
  expect(all).toHaveProperty('stock-entry')
  expect(sales).not.toHaveProperty('stock-entry')
})
