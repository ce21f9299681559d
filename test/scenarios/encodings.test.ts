/** A customer list in seven encodings and a messy one of 3,337 rows: every row is accounted for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setUp, type Client } from './client.ts'
import { bringIn } from './northwind/import-masters.ts'
import { startProduct, type Product } from './product.ts'

const folder = join(resolve(process.env.REAL_FILES ?? '../shared/data'), 'messy')
const isHere = existsSync(folder)
if (!isHere) console.error('The messy lists are not here: the scenario stands aside.')

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

describe.runIf(isHere)('Lists as they come', { timeout: 300_000 }, () => {
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
    for (const [index, name] of names.entries()) {
      const file = { name, bytes: readFileSync(join(folder, 'encodings', name)) }
      // The Big5 file has lost characters, also in its header: there a person maps by hand.
      const mend = name.includes('big5') ? { '#0': 'name', '#2': 'phone' } : {}
      const run = await bringIn(client, 'customer', file, mend)
      expect([name, run.status, run.created + run.rejected, run.rejected]).toEqual([
        name,
        'done',
        400,
        0,
      ])
      const list = await client.get<{ count: { value: number; capped: boolean } }>(
        '/api/customer?limit=1&count=1',
      )
      expect(list.count.value).toBe(Math.min(400 * (index + 1), 1000))
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
    const file = {
      name: 'messy.csv',
      bytes: readFileSync(join(folder, 'chicago_childcare_sites_messy.csv')),
    }
    const mend = {
      'Site name': 'name',
      Id: 'code',
      Phone: 'phone',
      Address: 'address.street',
      Zip: 'address.postalCode',
    }
    const run = await bringIn(client, 'customer', file, mend)
    expect(run.status).toBe('done')
    expect(run.total).toBe(3337)
    expect(run.created + run.rejected).toBe(3337)
    const answer = await client.text(
      `/api/import/${(run as unknown as { id: string }).id}/errors.csv`,
    )
    const given = answer.trim().split('\r\n').length - 1
    expect(given).toBeGreaterThanOrEqual(run.rejected)
    console.log(
      `Of 3,337 messy rows ${run.created} came in, ${run.rejected} were refused with a reason`,
    )
  })
})
