/** Customers, categories and products come in through the importer, people and stock by hand. */
import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Client } from '../client.ts'
import { rawFile, rawRows } from './raw.ts'

interface Look {
  id: string
  header: string[]
  mapping: { column: number; field: string | null }[]
}

interface Run {
  id: string
  status: string
  total: number
  created: number
  updated: number
  rejected: number
  problems: unknown[]
}

/** Brings a file in: guesses, lets `mend` (name or `#column`) remap, runs, answers the account. */
export async function bringIn(
  client: Client,
  entity: string,
  file: { name: string; bytes: Uint8Array },
  mend: Record<string, string | null>,
  options: Record<string, unknown> = {},
): Promise<Run> {
  const look = await client.upload<Look>('/api/import', { entity }, file)
  const mapping: Record<string, string | null> = {}
  look.header.forEach((name, index) => {
    const guess = look.mapping.find((one) => one.column === index)?.field ?? null
    const wished = name in mend ? name : `#${index}`
    mapping[String(index)] = wished in mend ? (mend[wished] ?? null) : guess
  })
  await client.post(`/api/import/${look.id}/run`, {
    mapping,
    mode: 'create',
    createMissing: false,
    ...options,
  })
  for (;;) {
    const run = await client.get<Run>(`/api/import/${look.id}`)
    if (['done', 'failed', 'cancelled'].includes(run.status)) return run
    await delay(100)
  }
}

export interface House {
  /** Raw key → id. */
  customers: Map<string, string>
  products: Map<string, string>
  employees: Map<string, string>
  bank: string
}

export async function importMasters(client: Client): Promise<House> {
  // The files come in as they are; only two columns are guessed where no field fits.
  const customers = await bringIn(client, 'customer', rawFile('customers'), { contactName: null })
  expect(customers).toMatchObject({ status: 'done', created: 91, rejected: 0 })
  const categories = await bringIn(client, 'product-category', rawFile('categories'), {})
  expect(categories).toMatchObject({ status: 'done', created: 8, rejected: 0 })
  const products = await bringIn(client, 'product', rawFile('products'), { supplierID: null })
  expect(products).toMatchObject({ status: 'done', created: 77, rejected: 0 })
  const employees = await addEmployees(client)
  const house = {
    customers: await idsBy(client, 'customer', 'code'),
    products: await idsBy(client, 'product', 'code'),
    employees,
    bank: (await idsBy(client, 'account', 'role')).get('bank') ?? '',
  }
  await receiveOpeningStock(client, house)
  return house
}

async function addEmployees(client: Client): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { employeeID = '', firstName = '', lastName = '' } of rawRows('employees')) {
    const { row } = await client.post<{ row: { id: string } }>('/api/user', {
      name: `${firstName} ${lastName}`,
      email: `${firstName}.${lastName}@northwind.example`.toLowerCase(),
      code: employeeID,
      roles: ['sales'],
    })
    ids.set(employeeID, row.id)
  }
  return ids
}

async function idsBy(client: Client, entity: string, field: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  let after = ''
  do {
    const page = await client.get<{ rows: Record<string, string>[]; next: string | null }>(
      `/api/${entity}?limit=200&columns=${field}${after ? `&after=${after}` : ''}`,
    )
    for (const row of page.rows) ids.set(row[field] ?? '', row.id ?? '')
    after = page.next ?? ''
  } while (after)
  return ids
}

/** Everything that will ever be ordered lies there first, so that nothing goes negative. */
export function openingQuantities(): Map<string, number> {
  const wanted = new Map<string, number>()
  for (const { productID = '', unitsInStock } of rawRows('products'))
    wanted.set(productID, Number(unitsInStock))
  for (const { productID = '', quantity } of rawRows('order-details')) {
    wanted.set(productID, (wanted.get(productID) ?? 0) + Number(quantity))
  }
  return wanted
}

async function receiveOpeningStock(client: Client, house: House): Promise<void> {
  const warehouses = await client.get<{ rows: { id: string }[] }>('/api/warehouse?limit=1')
  const prices = new Map(rawRows('products').map((row) => [row.productID, row.unitPrice]))
  const lines = [...openingQuantities()].map(([code, quantity]) => ({
    product: house.products.get(code),
    quantity: String(quantity),
    unitCost: prices.get(code),
  }))
  const entry = {
    kind: 'opening',
    warehouse: warehouses.rows[0]?.id,
    on: '1996-07-01',
    reason: 'Opening stock',
    lines,
  }
  const { row } = await client.post<{ row: { id: string } }>('/api/stock-entry', entry)
  await client.post(`/api/stock-entry/${row.id}/post`)
}
