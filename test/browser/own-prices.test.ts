/** A lead agrees a price with one customer, and the next quote for that customer takes it. */
import type { WriteAnswer } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { cell, rowOf, typeLine } from './trade.ts'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { signIn } = useBrowser()
const name = '明泰機電股份有限公司'

async function addCustomer({ page }: Visitor): Promise<string> {
  const headers = { 'X-Shangmai': '1', 'Idempotency-Key': crypto.randomUUID() }
  const data = { name, discountPercent: '5', serviceTerms: '到貨兩年保固' }
  const answer = await page.request.post('/api/customer', { data, headers })
  expect(answer.status()).toBe(201)
  return ((await answer.json()) as WriteAnswer).row?.id ?? ''
}

test('an own price is agreed on the page of the customer, and a quote takes it', async () => {
  const lead = await signIn('lead')
  const { page, t } = lead
  const customer = await addCustomer(lead)
  await lead.open(`/record/customer/${customer}`)
  await page.getByText('到貨兩年保固').waitFor()
  await lead.press('New')
  await page.getByRole('menuitem', { name: t('Customer price'), exact: true }).click()
  await lead.pick('Product', 'L-9001', '線性滑軌')
  await lead.fill('Price', '1600')
  await lead.findNoFault()
  await lead.press('Save')
  const price = await lead.recordId('customer-price')
  expect(await rowOf(lead, 'customer-price', price)).toMatchObject({ customer, price: '1600' })
  await lead.findNoFault()

  await lead.open('/new/quote')
  await lead.pick('Customer', '明泰', name)
  await page.getByRole('textbox', { name: '商品，第 1 行' }).focus()
  await typeLine(lead, { product: 'L-9001', quantity: '2' })
  await (await cell(lead, 1, 'Unit price')).getByText('1,600').waitFor()
  await lead.findNoFault()
  await lead.press('Save')
  const { lines } = await rowOf(lead, 'quote', await lead.recordId('quote'))
  expect(lines).toMatchObject([{ unitPrice: '1600', discountPercent: null, net: '3200' }])
})

test('who sells reads the own prices of her customers, on the phone too', async () => {
  const seller = await signIn('sales', { size: 'phone', theme: 'dark' })
  await seller.open('/list/customer-price')
  await seller.page.getByText('精密滾珠螺桿').first().waitFor()
  expect(await seller.page.getByText(name).count()).toBe(0)
  await seller.findNoFault()
})
