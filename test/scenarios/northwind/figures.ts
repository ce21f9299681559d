/** What the product says after the replay, and what plain SQL over the raw files says. */
import { expect } from 'vitest'
import pg from 'pg'
import { placeOf } from '#kernel/db/embedded/place.ts'
import { plus, sum, minus, round, times } from '#kernel/money/decimal.ts'
import type { Client } from '../client.ts'
import type { Product } from '../product.ts'
import { openingQuantities, type House } from './import-masters.ts'
import { rawRows, type RawRow } from './raw.ts'

/** The known revenue of Northwind: sum of unit price × quantity × (1 − discount), rounded once. */
export const knownRevenue = '1265793.04'

/** A connection to the product's own database, for questions that no report answers. */
export async function withDatabase<T>(
  product: Product,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    host: placeOf(product.dataDir).socket,
    port: 5432,
    user: 'shangmai_owner',
    database: 'shangmai',
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The raw files as tables in a schema of their own. */
export async function loadRaw(client: pg.Client): Promise<void> {
  await client.query('create schema raw')
  for (const name of ['orders', 'order-details', 'products', 'categories', 'employees']) {
    const rows = rawRows(name)
    const columns = Object.keys(rows[0] ?? {}).filter(
      (column) => column !== 'photo' && column !== 'picture',
    )
    const table = `raw."${name}"`
    const shape = columns.map((column) => `"${column}" text`).join(', ')
    await client.query(`create table ${table} (${shape})`)
    const list = columns.map((column) => `"${column}"`).join(', ')
    await client.query(
      `insert into ${table} (${list})
        select ${list} from jsonb_to_recordset($1::jsonb) as r(${shape})`,
      [JSON.stringify(rows)],
    )
  }
}

const lineAmount = `d."unitPrice"::numeric * d.quantity::numeric * (1 - d.discount::numeric)`

export async function rawRevenue(client: pg.Client): Promise<{ once: string; byLine: string }> {
  const { rows } = await client.query(
    `select round(sum(${lineAmount}), 2)::text as once,
        sum(round(${lineAmount}, 2))::text as by_line
      from raw."order-details" d`,
  )
  return { once: rows[0].once, byLine: rows[0].by_line }
}

export async function rawByCategory(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query(
    `select c."categoryName" as name, sum(round(${lineAmount}, 2))::text as revenue
      from raw."order-details" d
      join raw.products p on p."productID" = d."productID"
      join raw.categories c on c."categoryID" = p."categoryID"
      group by 1`,
  )
  return new Map(rows.map((row) => [row.name, row.revenue]))
}

export async function rawByEmployee(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query(
    `select e."firstName" || ' ' || e."lastName" as name,
        sum(round(${lineAmount}, 2))::text as revenue
      from raw."order-details" d
      join raw.orders o on o."orderID" = d."orderID"
      join raw.employees e on e."employeeID" = o."employeeID"
      group by 1`,
  )
  return new Map(rows.map((row) => [row.name, row.revenue]))
}

/** A sales report of the product: name of the group → its amount in that column. */
export async function reported(
  client: Client,
  report: string,
  by: string,
  amount: string,
): Promise<Map<string, string>> {
  const answer = await client.get<{
    rows: Record<string, string>[]
    refs: Record<string, Record<string, { title: string }>>
  }>(`/api/report/${report}?from=1990-01-01&until=2030-01-01`)
  const names = Object.assign({}, ...Object.values(answer.refs)) as Record<
    string,
    { title: string }
  >
  return new Map(
    answer.rows.map((row) => [names[row[by] ?? '']?.title ?? '', plus(row[amount] ?? '0', '0')]),
  )
}

/** Raw lines of the shipped orders, per product. */
function shippedQuantities(): Map<string, number> {
  const shipped = new Set(
    rawRows('orders')
      .filter((row) => row.shippedDate !== 'NULL')
      .map((row) => row.orderID),
  )
  const sums = new Map<string, number>()
  for (const { orderID, productID = '', quantity } of rawRows('order-details')) {
    if (shipped.has(orderID)) sums.set(productID, (sums.get(productID) ?? 0) + Number(quantity))
  }
  return sums
}

/** Stock on hand = opening + in − out, for every product. */
export async function expectStock(client: Client, house: House): Promise<void> {
  const page = await client.get<{ rows: Record<string, string>[] }>('/api/stock-level?limit=200')
  const onHand = new Map(page.rows.map((row) => [row.product, row.onHand]))
  const shipped = shippedQuantities()
  for (const [code, opening] of openingQuantities()) {
    const rest = opening - (shipped.get(code) ?? 0)
    expect([code, onHand.get(house.products.get(code) ?? '')]).toEqual([code, String(rest)])
  }
}

/** Receivables = invoiced − received, for every customer, by the documents themselves. */
export async function expectReceivables(database: pg.Client): Promise<void> {
  const { rows } = await database.query(`
    with invoiced as (
      select customer, sum(total) as amount from invoice
      where status not in ('draft', 'void') group by 1),
    received as (
      select customer, sum(amount) as amount from receipt where status = 'posted' group by 1)
    select c.code, coalesce(a.open, 0) - coalesce(a.advance, 0)
      - coalesce(i.amount, 0) + coalesce(r.amount, 0) as difference
    from customer c
    left join invoiced i on i.customer = c.id left join received r on r.customer = c.id
    left join customer_account a on a.customer = c.id`)
  expect(rows.length).toBeGreaterThanOrEqual(91)
  expect(rows.filter((row) => Number(row.difference) !== 0)).toEqual([])
}

/** Replayed documents are there once each, by the customer's reference and by their own numbers. */
export async function expectOnce(
  database: pg.Client,
  acknowledged: { entity: string; id: string }[],
): Promise<void> {
  const { rows: orders } = await database.query(
    'select customer_reference as ref, count(*)::int as count from "order" group by 1',
  )
  expect(orders).toHaveLength(830)
  expect(orders.filter((row) => row.count !== 1)).toEqual([])
  for (const entity of ['quote', 'order', 'shipment', 'invoice', 'receipt']) {
    const ids = [
      ...new Set(acknowledged.filter((one) => one.entity === entity).map((one) => one.id)),
    ]
    const { rows } = await database.query(
      `select count(*)::int as all, count(distinct number)::int as numbers,
          count(*) filter (where id = any($1::uuid[]))::int as known
        from "${entity}"`,
      [ids],
    )
    expect([entity, rows[0]]).toEqual([
      entity,
      { all: ids.length, numbers: ids.length, known: ids.length },
    ])
  }
}

/** Revenue as the documents have it, rounded line by line, computed here with exact decimals. */
export function documentRevenue(lines: RawRow[]): { byLine: string; once: string } {
  const amounts = lines.map((line) =>
    times(times(line.unitPrice ?? '0', line.quantity ?? '0'), minus('1', line.discount ?? '0')),
  )
  return { byLine: sum(amounts.map((amount) => round(amount, 2))), once: round(sum(amounts), 2) }
}
