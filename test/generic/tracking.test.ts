/** The address of a consignment opens to the customer alone who has it, and gives nothing more. */
import { beforeAll, expect, test } from 'vitest'
import { useProduct, type Answer, type Company } from './product.ts'

const product = useProduct()
let company: Company
let key = ''

beforeAll(async () => {
  company = await product().company('On the road')
  const ask = company.administrator.ask
  const customer = (
    (await ask('POST', '/api/customer', { name: 'Quay' })).body.row as { id: string }
  ).id
  const draft = { number: 'W 1', carrier: 'Blue Van', customer }
  key = ((await ask('POST', '/api/waybill', draft)).body.row as { trackingKey: string }).trackingKey
})

function look(address: string, language = 'en'): Promise<Answer> {
  const headers = { 'accept-language': language }
  return product().nobody.send({ method: 'GET', url: address, headers })
}

test('it is a page of whichever language is asked for, and runs nothing', async () => {
  const page = await look(`/track/${company.tenant}/${key}`)
  expect(page.status).toBe(200)
  expect(String(page.headers['content-type'])).toContain('text/html')
  expect(String(page.headers['content-security-policy'])).toContain("default-src 'none'")
  expect(page.headers['cache-control']).toBe('no-store')
  expect(page.text).not.toContain('<script')
  expect(page.text).toContain('Blue Van')
  expect(page.text).not.toContain('Quay')
  for (const [language, words] of [
    ['zh-TW', '運送中'],
    ['zh-CN', '运送中'],
  ] as const)
    expect((await look(`/track/${company.tenant}/${key}`, language)).text).toContain(words)
})

test('another address is told nothing, whatever stands in it', async () => {
  const other = await product().company('Another road')
  const wrong = [
    `/track/${other.tenant}/${key}`,
    `/track/${company.tenant}/${key.slice(1)}`,
    `/track/${company.tenant}/${'x'.repeat(43)}`,
    `/track/x/${key}`,
    `/track/${company.tenant}/%00`,
    `/track/${company.tenant}/${'x'.repeat(90)}`,
  ]
  for (const address of wrong) {
    const { status, text } = await look(address)
    expect([address, status]).toEqual([address, 404])
    expect(text).not.toContain('Blue Van')
  }
})
