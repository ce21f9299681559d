/** 8,800 opportunities come in, won and lost ones too, and the rates are those of the files. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plus } from '#kernel/money/decimal.ts'
import { setUp, type Client } from '../client.ts'
import { bringIn } from '../northwind/import-masters.ts'
import { withDatabase } from '../northwind/figures.ts'
import { startProduct, type Product } from '../product.ts'
import { opportunityTable, rawRows, tableOf } from './raw.ts'

const company = {
  company: 'MavenTech',
  country: 'US',
  currency: 'USD',
  timeZone: 'America/Chicago',
  locale: 'en',
  name: 'Dustin Brinkmann',
  email: 'owner@maventech.example',
  password: 'a calm grey heron',
}
const pipeline = 'Hardware'

async function addPipeline(client: Client): Promise<void> {
  const draft = { name: pipeline, stallDays: 60 }
  const { row } = await client.post<{ row: { id: string } }>('/api/pipeline', draft)
  for (const [index, name] of ['Prospecting', 'Engaging'].entries())
    await client.post('/api/pipeline-stage', {
      pipeline: row.id,
      name,
      position: index + 1,
      probability: String(20 + 30 * index),
    })
}

async function addAgents(client: Client): Promise<void> {
  for (const { sales_agent: name = '' } of rawRows('sales_teams')) {
    const email = `${name.toLowerCase().replaceAll(/[^a-z]+/gu, '.')}@maventech.example`
    await client.post('/api/user', { name, email, roles: ['sales'] })
  }
}

async function importMasters(client: Client): Promise<void> {
  const accounts = rawRows('accounts').map(({ account = '', sector = '' }) => ({
    name: account,
    industry: sector,
  }))
  const customers = await bringIn(client, 'customer', tableOf('accounts.csv', accounts), {})
  expect(customers).toMatchObject({ status: 'done', created: 85, rejected: 0 })
  const goods = rawRows('products').map(({ product = '', sales_price: price = '' }) => ({
    code: product,
    name: product,
    price,
  }))
  const products = await bringIn(client, 'product', tableOf('products.csv', goods), {})
  expect(products).toMatchObject({ status: 'done', created: 7, rejected: 0 })
}

/** The file as a table beside the product's own, every product under its one name. */
async function loadRaw(database: pg.Client): Promise<void> {
  const shape =
    'sales_agent text, product text, deal_stage text, engage_date text, ' +
    'close_date text, close_value text'
  await database.query('create schema raw')
  await database.query(
    `create table raw.pipeline as select * from jsonb_to_recordset($1::jsonb) as r(${shape})`,
    [JSON.stringify(rawRows('sales_pipeline'))],
  )
  await database.query(`update raw.pipeline set product = 'GTX Pro' where product = 'GTXPro'`)
}

type Rates = Map<string, string[]>

/** Won or lost, won, win rate, days to win, amount won. */
async function rawRates(database: pg.Client, by: string): Promise<Rates> {
  const { rows } = await database.query<string[]>({
    rowMode: 'array',
    text: `select ${by}, count(*)::text, count(*) filter (where won)::text,
        round(100.0 * count(*) filter (where won) / count(*), 2)::text,
        round(avg(close_date::date - engage_date::date) filter (where won), 1)::text,
        (sum(close_value::numeric) filter (where won))::text
      from (select *, deal_stage = 'Won' as won from raw.pipeline
        where deal_stage in ('Won', 'Lost')) p group by 1`,
  })
  return new Map(rows.map(([name = '', ...figures]) => [name, figures.map(normal)]))
}

function normal(figure: string | number | null): string {
  return plus(String(figure ?? 0), '0')
}

async function reportedRates(client: Client, report: string, by: string): Promise<Rates> {
  const answer = await client.get<{
    rows: Record<string, string>[]
    refs: Record<string, Record<string, { title: string }>>
  }>(`/api/report/${report}`)
  const named: Record<string, { title: string }> = Object.assign({}, ...Object.values(answer.refs))
  const figures = ['closed', 'won', 'winRate', 'cycleDays', 'wonAmount']
  return new Map(
    answer.rows.map((row) => [
      named[row[by] ?? '']?.title ?? row[by] ?? '',
      figures.map((figure) => normal(row[figure] ?? null)),
    ]),
  )
}

describe('Sales pipeline', { timeout: 600_000 }, () => {
  let product: Product
  let client: Client

  beforeAll(async () => {
    product = await startProduct()
    client = await setUp(product.url, company)
    await addPipeline(client)
    await addAgents(client)
    await importMasters(client)
  }, 600_000)

  afterAll(() => product?.close())

  test('all opportunities come in, with their stage, their end and its day', async () => {
    const run = await bringIn(client, 'opportunity', opportunityTable(pipeline), {})
    expect(run).toMatchObject({ status: 'done', created: 8800, rejected: 0 })
    await withDatabase(product, async (database) => {
      const { rows } = await database.query(
        `select o.status, s.name as stage, count(*)::int as count, count(o.closed_on)::int as closed
          from opportunity o join pipeline_stage s on s.id = o.stage group by 1, 2 order by 1, 2`,
      )
      expect(rows).toEqual([
        { status: 'lost', stage: 'Engaging', count: 2473, closed: 2473 },
        { status: 'open', stage: 'Engaging', count: 1589, closed: 0 },
        { status: 'open', stage: 'Prospecting', count: 500, closed: 0 },
        { status: 'won', stage: 'Engaging', count: 4238, closed: 4238 },
      ])
      const stays = await database.query(
        'select outcome, count(*)::int as count from opportunity_stage group by 1 order by 1',
      )
      expect(stays.rows).toEqual([
        { outcome: 'lost', count: 2473 },
        { outcome: 'won', count: 4238 },
        { outcome: null, count: 2089 },
      ])
    })
  })

  test('rates and days per agent, product and quarter equal plain SQL over the file', async () => {
    await withDatabase(product, async (database) => {
      await loadRaw(database)
      const bySalesperson = await rawRates(database, 'sales_agent')
      expect(bySalesperson.size).toBe(30)
      expect(await reportedRates(client, 'win-rates-by-salesperson', 'salesperson')).toEqual(
        bySalesperson,
      )
      expect(await reportedRates(client, 'win-rates-by-product', 'product')).toEqual(
        await rawRates(database, 'product'),
      )
      const quarter = `to_char(close_date::date, 'YYYY"-Q"Q')`
      const byQuarter = await rawRates(database, quarter)
      expect([...byQuarter.keys()].toSorted()).toEqual(['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4'])
      expect(await reportedRates(client, 'win-rates-by-quarter', 'quarter')).toEqual(byQuarter)
    })
  })
})
