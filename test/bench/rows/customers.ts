/** Adds customers, and opens one with its contacts and newest orders. */
import type { ListAnswer, RecordAnswer, WriteAnswer } from '#kernel/http/wire.ts'
import type { BenchRun } from '../bench-run.ts'
import { expect, openHttp, type Http } from '../http.ts'
import { companyName, dice } from '../seed/names.ts'
import { idAt } from '../seed/ids.ts'
import { buyerEvery, firstAt, ordersEach, ownerAt } from '../seed/slice.ts'
import type { Section } from '../table.ts'
import { measured } from './operation.ts'

export async function createCustomer(run: BenchRun): Promise<Section> {
  const http = openHttp(run.product.origin, run.home.seeded.big.keys.sales)
  const roll = dice(Date.now() % 100_000)
  const started = Date.now().toString(36)
  let made = 0
  const create = async () => {
    made += 1
    const name = companyName(roll)
    const code = `N${started}-${made}`
    const { row } = await http.post<WriteAnswer>('/api/customer', {
      name,
      code,
      phone: `02-2${String(1_000_000 + roll(8_999_999))}`,
      email: `${code.toLowerCase()}@example.com`,
      level: 'B',
      address: { country: 'TW', city: '臺北市', street: `中正路${roll(900) + 1}號` },
    })
    const right = row?.name === name && row.code === code && /^C\d{5,}$/u.test(String(row.number))
    expect(right, 'another customer was made')
  }
  const found = await measured(run, { measure: 'Create a customer', aim: 1000, run: create })
  await http.close()
  return found
}

export async function openCustomer(run: BenchRun): Promise<Section> {
  const { big } = run.home.seeded
  const http = openHttp(run.product.origin, big.keys.sales)
  const buyers = buyersOf(big.customers, 0)
  const open = (_client: number, turn: number) => openOne(http, buyers[turn % buyers.length] ?? '')
  const measure = 'Open a customer with contacts and ten newest orders'
  const found = await measured(run, { measure, aim: 1000, run: open })
  await http.close()
  return found
}

/** Customers of one salesperson that have orders. */
export function buyersOf(customers: number, salesperson: number): string[] {
  const ids: string[] = []
  for (let index = 0; index < customers; index += buyerEvery)
    if (ownerAt(index, 100) === salesperson)
      ids.push(idAt(1, 'customer', index, firstAt + index * 1000))
  return ids
}

async function openOne(http: Http, id: string): Promise<void> {
  const where = encodeURIComponent(JSON.stringify({ customer: id }))
  const [customer, contacts, orders] = await Promise.all([
    http.get<RecordAnswer>(`/api/customer/${id}`),
    http.get<ListAnswer>(`/api/contact?where=${where}`),
    http.get<ListAnswer>(`/api/order?where=${where}&sort=-createdAt&limit=10`),
  ])
  expect(customer.row.id === id, 'another customer')
  expect(contacts.rows.length === 2 && contacts.rows[0]?.customer === id, 'other contacts')
  expect(orders.rows.length === ordersEach && orders.rows[0]?.customer === id, 'other orders')
}
