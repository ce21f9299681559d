/** A list says of every row what the row's own page says: whether and in what it may be changed. */
import { beforeAll, expect, test } from 'vitest'
import type { ListAnswer, RecordAnswer } from '#kernel/http/wire.ts'
import { useProduct, type Company, type Visitor } from './product.ts'
import { makeSamples } from './samples.ts'

const product = useProduct()
const roles = ['sales', 'sales-lead', 'finance', 'storekeeper', 'manager']

let company: Company
const visitors = new Map<string, Visitor>()

beforeAll(async () => {
  company = await product().company('Closed')
  const people: string[] = []
  for (const role of roles) {
    const visitor = await company.person({ roles: [role] })
    visitors.set(role, visitor)
    people.push(visitor.caller.person.id ?? '')
  }
  await makeSamples(product(), company, { people, count: 8 })
}, 120_000)

/** As the list says it: nothing, all or some fields of the row are closed. */
function closedOf({ may, locked }: RecordAnswer): 'all' | 'none' | string[] {
  return may.update ? locked : 'all'
}

interface Verdict {
  row: string
  closed: ReturnType<typeof closedOf>
}

/** Both verdicts over every row that this person sees. */
async function verdictsOf(visitor: Visitor): Promise<{ list: Verdict[]; page: Verdict[] }> {
  const [list, page]: [Verdict[], Verdict[]] = [[], []]
  for (const { name, isLine } of product().house.registry.entities.values()) {
    if (isLine) continue
    const { status, body } = await visitor.ask('GET', `/api/${name}?may=1&limit=100`)
    if (status !== 200) continue
    const { rows, closed = {} } = body as unknown as ListAnswer
    for (const { id } of rows) {
      const row = `${name} ${id}`
      const said = closed[id] ?? 'none'
      list.push({ row, closed: typeof said === 'string' && said !== 'none' ? 'all' : said })
      const { body: record } = await visitor.ask('GET', `/api/${name}/${id}`)
      page.push({ row, closed: closedOf(record as unknown as RecordAnswer) })
    }
  }
  return { list, page }
}

test.each(roles)('a list and a page agree on what %s may change', async (role) => {
  const { list, page } = await verdictsOf(visitors.get(role) as Visitor)
  expect(list).toEqual(page)
})

test('rows are open, closed and closed in part', async () => {
  const { list } = await verdictsOf(visitors.get('sales-lead') as Visitor)
  const kinds = new Set(list.map(({ closed }) => (Array.isArray(closed) ? 'some' : closed)))
  expect(kinds).toEqual(new Set(['all', 'none', 'some']))
})

test('who does not ask is not told', async () => {
  const { body } = await company.administrator.ask('GET', '/api/customer')
  expect(body).not.toHaveProperty('closed')
  const { status } = await company.administrator.ask('GET', '/api/customer?may=yes')
  expect(status).toBe(400)
})
