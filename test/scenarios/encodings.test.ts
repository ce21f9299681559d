/** A customer list in seven encodings and a messy one of 3,337 rows: every row is accounted for. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '#kernel/import/file/made-files.ts'
import { openTable, parsePasted } from '#kernel/import/file/read-table.ts'
import { setUp, type Client } from './client.ts'
import { withDatabase } from './northwind/figures.ts'
import { bringIn } from './northwind/import-masters.ts'
import { startProduct, type Product } from './product.ts'

const folder = resolve('test/input/messy')

/** The Big5 file has lost characters, also in its header: there a person maps by hand. */
const lossyColumns = { '#0': 'name', '#2': 'phone' }
/** Names of the Big5 list that lost no character, and all characters of names that it lost. */
const lossless = 22
const lostCharacters = 1110

interface Came {
  name: string
  phone: string
}

/** The names and phones of a list, as the importer keeps them. */
async function listIn(file: string): Promise<Came[]> {
  const table = await openTable({ path: join(folder, 'encodings', file), name: file })
  const rows = await rowsOf(table)
  return rows.map(({ cells: [name = '', , phone = ''] }) => ({ name, phone: `+86${phone}` }))
}

/** Those that came last, in the order in which they came. */
async function newest(client: Client, count: number): Promise<Came[]> {
  const found: Came[] = []
  for (let after = ''; found.length < count;) {
    const page = await client.get<{ rows: Came[]; next: string | null }>(
      `/api/customer?sort=-createdAt&limit=200&columns=name,phone${after}`,
    )
    found.push(...page.rows)
    if (page.next === null) break
    after = `&after=${encodeURIComponent(page.next)}`
  }
  return found
    .slice(0, count)
    .map(({ name, phone }) => ({ name, phone }))
    .toReversed()
}

/** Positions at which characters became question marks; nothing else may differ. */
function lossesOf(kept: string, whole: string): number[] {
  const [left, right] = [Array.from(kept), Array.from(whole)]
  expect(left).toHaveLength(right.length)
  const differing = left.flatMap((character, at) => (character === right[at] ? [] : [at]))
  expect(differing.map((at) => left[at])).toEqual(differing.map(() => '?'))
  return differing
}

const company = {
  company: '敏達貿易有限公司',
  country: 'CN',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  locale: 'zh-Hans',
  name: '陈敏',
  email: 'owner@minda.example',
  password: 'a calm grey heron',
}

describe('Lists as they come', { timeout: 300_000 }, () => {
  let product: Product
  let client: Client

  beforeAll(async () => {
    product = await startProduct()
    client = await setUp(product.url, company)
  }, 120_000)

  afterAll(() => product?.close())

  test('400 customers come in from each of seven encodings, with names and phones', async () => {
    const names = readdirSync(join(folder, 'encodings'))
    expect(names).toHaveLength(7)
    const whole = await listIn('customers_utf8.csv')
    for (const name of names) {
      const file = { name, bytes: readFileSync(join(folder, 'encodings', name)) }
      const isLossy = name.includes('big5')
      const run = await bringIn(client, 'customer', file, isLossy ? lossyColumns : {})
      const { status, created, rejected } = run
      expect([name, status, created, rejected]).toEqual([name, 'done', 400, 0])
      const came = await newest(client, 400)
      expect(came).toEqual(isLossy ? await listIn(name) : whole)
      if (!isLossy) continue
      expect(came.map(({ phone }) => phone)).toEqual(whole.map(({ phone }) => phone))
      const losses = came.map((one, at) => lossesOf(one.name, whole[at]?.name ?? ''))
      expect(losses.filter((lost) => lost.length === 0)).toHaveLength(lossless)
      expect(losses.flat()).toHaveLength(lostCharacters)
    }
    const found = await client.get<{ rows: { name: string; phone: string }[] }>(
      '/api/customer?q=qitaihe&columns=name,phone',
    )
    expect(
      found.rows.some(
        (row) => row.name === '七台河市桃山区鑫鑫科技电脑工作室' && row.phone === '+8618162850000',
      ),
    ).toBe(true)
  })

  test('of 3,337 messy rows each is in, or refused with its reason and given back', async () => {
    const path = join(folder, 'chicago_childcare_sites_messy.csv')
    const file = { name: 'messy.csv', bytes: readFileSync(path) }
    const mend = {
      'Site name': 'name',
      Id: 'code',
      Phone: 'phone',
      Address: 'address.street',
      Zip: 'address.postalCode',
    }
    const run = await bringIn(client, 'customer', file, mend)
    expect([run.status, run.total]).toEqual(['done', 3337])
    expect(run.created + run.updated + run.rejected).toBe(3337)
    expect([run.created > 3000, run.rejected > 10]).toEqual([true, true])

    const rows = await rowsOf(await openTable({ path, name: 'messy.csv' }))
    const errors = await client.text(`/api/import/${run.id}/errors.csv`)
    const given = await rowsOf(await parsePasted(errors, { separator: ',' }))
    expect(given).toHaveLength(run.rejected)
    const refused = new Map(given.map(({ cells }) => [Number(cells.at(-2)), cells]))
    const expected = rows.filter(({ row }) => refused.has(row))
    expect(given.map(({ cells }) => cells.slice(0, -2))).toEqual(expected.map(({ cells }) => cells))
    expect(given.filter(({ cells }) => cells.at(-1) === '')).toEqual([])

    const kept = rows.filter(({ row }) => !refused.has(row)).map(({ cells }) => cells)
    await withDatabase(product, async (database) => {
      const { rows: found } = await database.query<{ code: string; name: string }>(
        'select code, name from customer where code is not null order by code::integer',
      )
      expect(found).toEqual(
        kept.map(([code = '', , name = '']) => ({
          code,
          name: name.replaceAll(/\s+/gu, ' ').trim(),
        })),
      )
    })
  })
})
