/** Whoever runs the program can ask how it is, and its answers are safe in a browser. */
import type { FastifyInstance, InjectOptions } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWeb } from '#app/open-web.ts'
import { readSettings } from '#app/settings.ts'
import { sql } from '#kernel/db/sql.ts'
import { withClient } from '#kernel/db/with-client.ts'
import { useProduct, type Company } from './product.ts'

const product = useProduct()

let company: Company
const apps: FastifyInstance[] = []

beforeAll(async () => {
  company = await product().company('Operated')
})

afterAll(async () => {
  for (const app of apps) await app.close()
})

const ask = (url: string) => product().nobody.ask('GET', url)

test('it says that it is alive, ready, and what it did', async () => {
  const alive = await ask('/healthz')
  expect([alive.status, alive.body]).toEqual([200, { ok: true }])
  const ready = await ask('/readyz')
  expect([ready.status, ready.body]).toEqual([200, { ok: true }])
  const { status, text, headers } = await ask('/metrics')
  expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/plain')])
  const count = 'shangmai_requests_total{method="GET",route="/healthz",status="200"} 1'
  expect(text).toContain(count)
  expect(text).toContain('shangmai_request_seconds_bucket{le="0.005",method="GET",route="/readyz"}')
  expect(text).toContain('process_resident_memory_bytes')
})

test('it says what differed from the books, and when they were checked', async () => {
  const [checkedAt, differences] = ['2026-11-23T18:40:00Z', 3]
  await product().house.database.control(
    sql`update company set books_checked_at = ${checkedAt}, book_differences = ${differences}
      where tenant = ${company.tenant}`,
  )
  const { text } = await ask('/metrics')
  expect(text).toContain('\nshangmai_book_differences 3\n')
  expect(text).toContain(`\nshangmai_books_checked_seconds ${Date.parse(checkedAt) / 1000}\n`)
})

/** Cuts every line to the database, and lets none be opened until the work is done. */
async function withoutDatabase(work: () => Promise<void>): Promise<void> {
  const { house, access } = product()
  const { options } = house.database.pool
  const { host } = options
  options.host = '/nowhere'
  await withClient({ ...access.owner, database: 'postgres' }, (client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      access.app.database,
    ]),
  )
  try {
    await work()
  } finally {
    Object.assign(options, { host })
  }
}

test('without its database it is alive but not ready, and tells no secrets', async () => {
  await withoutDatabase(async () => {
    const ready = await ask('/readyz')
    expect([ready.status, ready.body]).toEqual([503, { ok: false }])
    expect((await ask('/healthz')).status).toBe(200)
    expect((await ask('/metrics')).text).toContain('shangmai_book_differences Nan')
    const { status, body, text } = await company.administrator.ask('GET', '/api/customer')
    expect([status, body.rule]).toEqual([503, 'database.busy'])
    expect(text).not.toContain('nowhere')
  })
  expect((await ask('/readyz')).status).toBe(200)
  expect((await company.administrator.ask('GET', '/api/customer')).status).toBe(200)
})

const guarded: [what: string, url: string][] = [
  ['a page of rows', '/api/customer'],
  ['a refusal', '/api/nothing'],
  ['the state', '/healthz'],
]

test.each(guarded)('a browser is told what it may do with %s', async (_, url) => {
  const { headers } = await company.administrator.ask('GET', url)
  const policy = String(headers['content-security-policy']).split(';')
  expect(policy).toEqual(
    expect.arrayContaining(["default-src 'self'", "script-src 'self'", "object-src 'none'"]),
  )
  expect(policy).toContain("frame-ancestors 'self'")
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'no-referrer',
  })
  expect(headers['strict-transport-security']).toBeUndefined()
  expect(headers['x-powered-by']).toBeUndefined()
  if (url.startsWith('/api')) expect(headers['cache-control']).toBe('no-store')
})

test('each answer has a number of its own, which a refusal repeats', async () => {
  const [one, other] = [await ask('/api/customer'), await ask('/api/customer')]
  for (const { headers, body } of [one, other]) {
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/u)
    expect(body.requestId).toBe(headers['x-request-id'])
  }
  expect(one.body.requestId).not.toBe(other.body.requestId)
})

/** The same house behind another server with these settings. */
async function served(environment: Record<string, string>): Promise<FastifyInstance> {
  const settings = readSettings({ DATA_DIR: 'data', ...environment })
  const logger = pino({ level: 'silent' })
  const app = await openWeb(product().house, settings, 'a key for tests, long enough', logger)
  apps.push(app)
  return app
}

test('pictures of maps come from the named server alone', async () => {
  const policyOf = async (environment: Record<string, string>) => {
    const app = await served(environment)
    const { headers } = await app.inject({ url: '/healthz' })
    const rules = String(headers['content-security-policy']).split(';')
    return rules.find((rule) => rule.startsWith('img-src'))
  }
  const own = "img-src 'self' data: blob:"
  expect(await policyOf({})).toBe(own)
  const path = '{z}/{x}/{y}.png'
  expect(await policyOf({ MAP_TILES_URL: `https://maps.example:8443/a/${path}` })).toBe(
    `${own} https://maps.example:8443`,
  )
  expect(await policyOf({ MAP_TILES_URL: `https://{s}.tiles.example/${path}` })).toBe(
    `${own} https://*.tiles.example`,
  )
})

test('one address may ask only so often in a minute', async () => {
  const app = await served({ RATE_LIMIT: '3', TRUST_PROXY: 'on' })
  const from = (address: string): InjectOptions => ({
    url: '/api/session',
    headers: { 'x-forwarded-for': address },
  })
  const statuses: number[] = []
  for (let nth = 0; nth < 3; nth += 1)
    statuses.push((await app.inject(from('203.0.113.1'))).statusCode)
  expect(statuses).toEqual([401, 401, 401])
  const answer = await app.inject(from('203.0.113.1'))
  expect([answer.statusCode, answer.json().rule]).toEqual([429, 'request.too-many'])
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect((await app.inject(from('203.0.113.2'))).statusCode).toBe(401)
})

test('behind a proxy with https, browsers are told to stay with it', async () => {
  const app = await served({ TRUST_PROXY: 'on' })
  const { headers } = await app.inject({ url: '/healthz' })
  expect(headers['strict-transport-security']).toContain('max-age=31536000')
})
