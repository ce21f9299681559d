/** The log of the program tells each request and each failure, but nothing of people. */
import { expect, test } from 'vitest'
import { useProduct } from './product.ts'

const lines: string[] = []
const product = useProduct({ log: { write: (line) => void lines.push(line) } })
const secret = 'Secretive Harbor'

interface Line {
  level: number
  msg: string
  route?: string
  method?: string
  status?: number
  ms?: number
  err?: Record<string, unknown>
}

test('requests and failures are told without what stood in them', async () => {
  const { ask } = (await product().company('Discreet')).administrator
  const check = `add constraint customer_odd check (name <> '${secret}')`
  await product().asOwner(`alter table customer ${check}`)
  lines.length = 0
  const failed = await ask('POST', '/api/customer', { name: secret, email: 'a@secretive.example' })
  expect(failed.status).toBe(500)
  const query = encodeURIComponent(secret)
  expect((await ask('GET', `/api/customer?q=${query}`)).status).toBe(200)
  expect((await ask('GET', `/api/nowhere/${query}/x/y`)).status).toBe(404)
  expect((await ask('GET', '/healthz')).status).toBe(200)

  expect(lines.join('')).not.toMatch(/secretive|Secretive/u)
  const told = lines.map((line) => JSON.parse(line) as Line)
  const [failure] = told.filter(({ level }) => level >= 50)
  expect(failure).toMatchObject({
    msg: 'request failed',
    route: '/api/:entity',
    err: { code: '23514', constraint: 'customer_odd' },
  })
  expect(failure?.err?.stack).toContain('at ')
  const answers = told.filter(({ msg }) => msg === 'answered')
  expect(answers.map(({ method, route, status }) => [method, route, status])).toEqual([
    ['POST', '/api/:entity', 500],
    ['GET', '/api/:entity', 200],
    ['GET', expect.not.stringContaining('nowhere'), 404],
  ])
  expect(answers.every(({ ms }) => typeof ms === 'number')).toBe(true)
})
