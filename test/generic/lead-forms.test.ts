/** The address of a form takes what visitors send, whatever it is, and brings nothing else. */
import { beforeAll, expect, test } from 'vitest'
import { useProduct, type Answer, type Company } from './product.ts'

const product = useProduct()
let company: Company
let address = ''

const urlencoded = 'application/x-www-form-urlencoded'

beforeAll(async () => {
  company = await product().company('Open to all')
  const draft = { name: 'Site', heading: 'Hello', asks: ['phone', 'need'], campaign: 'c' }
  const { body } = await company.administrator.ask('POST', '/api/lead-form', draft)
  address = `/form/${company.tenant}/${(body.row as { key: string }).key}`
})

function send(payload: Buffer | string, type = urlencoded): Promise<Answer> {
  const headers = { 'content-type': type }
  return product().nobody.send({ method: 'POST', url: address, payload, headers })
}

async function leads(): Promise<number> {
  const { body } = await company.administrator.ask('GET', '/api/lead?count=1')
  return (body.count as { value: number }).value
}

test('it is a page that any site may frame, and that runs nothing', async () => {
  const page = await product().nobody.send({ method: 'GET', url: address })
  expect(page.status).toBe(200)
  expect(String(page.headers['content-type'])).toContain('text/html')
  const policy = String(page.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('frame-ancestors *')
  expect(page.headers['x-frame-options']).toBeUndefined()
  expect(page.text).not.toContain('<script')
})

test.each([
  ['nothing', '', urlencoded],
  ['NUL bytes', 'name=a%00b&phone=0912345678', urlencoded],
  ['broken UTF-8', Buffer.from([0x6e, 0x3d, 0xff, 0xfe]), urlencoded],
  ['a megabyte', `name=${'x'.repeat(1024 * 1024)}`, urlencoded],
  ['a long name', `name=${'x'.repeat(500)}&phone=0912345678`, urlencoded],
  ['a list', '[]', 'application/json'],
  ['an object', '{"name":"x","phone":"0912345678"}', 'application/json'],
  ['half an object', '{"name":', 'application/json'],
  ['XML', '<a/>', 'application/xml'],
  ['a prototype', '__proto__=x&constructor=y', urlencoded],
])('%s is refused and changes nothing', async (_, payload, type) => {
  const before = await leads()
  const { status } = await send(payload, type)
  expect([400, 413, 415, 422]).toContain(status)
  expect(await leads()).toBe(before)
})

test('a whole answer is one lead, sent twice too; a trapped program brings none', async () => {
  const once = '01a22c32-d63d-73a9-aa2d-475433fc6963'
  const answer = `name=Quay&phone=0912345678&owner=x&once=${once}`
  const before = await leads()
  for (const turn of [1, 2]) {
    const { status, headers } = await send(answer)
    expect([turn, status, headers['location']]).toEqual([turn, 303, '?sent'])
  }
  expect(await leads()).toBe(before + 1)
  expect((await send(`${answer}&homepage=http%3A%2F%2Fx`)).status).toBe(303)
  expect(await leads()).toBe(before + 1)
})
