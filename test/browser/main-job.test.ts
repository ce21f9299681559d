/** From the first call to money in the bank: the whole main job, by the people who do it. */
import { plus } from '#kernel/money/decimal.ts'
import { describe, expect, test } from 'vitest'
import { demoPassword } from '../../demo/people.ts'
import { invoicedAndReceived, rowOf, sums, typeLine } from './trade.ts'
import { useBrowser } from './use-browser.ts'
import { visitorOf } from './visitor.ts'

const { newPage, signIn } = useBrowser()
const customer = '晨光精工股份有限公司'
const made = { customer: '', quote: '', order: '', shipment: '', invoice: '' }

describe('the main job', () => {
  test('the sales lead signs in and enters a customer', async () => {
    // She may have read in another language in a test before this one.
    await signIn('lead')
    const page = await newPage()
    await page.goto('/list/customer')
    await page.getByLabel('電子郵件').fill('lead@demo.local')
    await page.getByLabel('密碼', { exact: true }).fill(demoPassword)
    await page.getByRole('button', { name: '登入' }).click()
    await page.getByRole('grid', { name: '客戶' }).waitFor()
    const lead = await visitorOf(page)
    await lead.findNoFault()
    await page.getByRole('link', { name: '新增客戶' }).click()
    await lead.fill('Name', customer)
    await lead.fill('Phone', '02-2712-8899')
    await lead.findNoFault()
    await lead.press('Save')
    made.customer = await lead.recordId('customer')
    await lead.findNoFault()
    expect((await rowOf(lead, 'customer', made.customer))['name']).toBe(customer)
  })

  test('she types a quote by keyboard; its sums are those of the server', async () => {
    const lead = await signIn('lead')
    await lead.open('/new/quote')
    await lead.pick('Customer', '晨光', customer)
    await lead.page.getByRole('textbox', { name: '商品，第 1 行' }).focus()
    await typeLine(lead, {
      product: 'L-9001',
      quantity: '3',
      unitPrice: '1688.88',
      discount: '7.5',
    })
    await typeLine(lead, { product: 'T-5210', quantity: '12' })
    const shown = await sums(lead)
    await lead.findNoFault()
    await lead.press('Save')
    made.quote = await lead.recordId('quote')
    const { net, tax, total, lines } = await rowOf(lead, 'quote', made.quote)
    expect(lines).toHaveLength(2)
    expect(shown).toEqual([net, tax, total])
    await lead.findNoFault()
  })

  test('the quote is sent and becomes a confirmed order, whose form is a PDF', async () => {
    const lead = await signIn('lead')
    await lead.open(`/record/quote/${made.quote}`)
    await lead.press('Mark as sent')
    await lead.seeState('Sent')
    await lead.press('Make order')
    made.order = await lead.recordId('order')
    await lead.press('Confirm')
    await lead.seeState('Confirmed')
    await lead.findNoFault()
    const printed = lead.page.waitForResponse(/\/api\/print\/order\//)
    await lead.press('Print')
    // The browser shows a PDF itself and does not give it away: it is asked for once more.
    const form = await lead.page.request.get((await printed).url())
    expect(form.headers()['content-type']).toBe('application/pdf')
    expect((await form.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await lead.page.locator('iframe[src^="blob:"]').waitFor()
    await lead.findNoFault()
  })

  test('the storekeeper ships it', async () => {
    const store = await signIn('store')
    await store.open(`/record/order/${made.order}`)
    await store.press('Ship')
    made.shipment = await store.recordId('shipment')
    await store.press('Send goods')
    await store.seeState('Goods sent')
    await store.findNoFault()
    const { status, lines } = await rowOf(store, 'order', made.order)
    expect(status).toBe('shipped')
    expect(lines).toMatchObject([{ shippedQuantity: '3' }, { shippedQuantity: '12' }])
  })

  test('finance invoices it and receives the money; the report shows it', async () => {
    const finance = await signIn('finance')
    const before = await invoicedAndReceived(finance)
    await finance.open(`/record/order/${made.order}`)
    await finance.press('Invoice')
    await finance.confirm('Invoice')
    made.invoice = await finance.recordId('invoice')
    await finance.press('Issue')
    await finance.seeState('Issued')
    await finance.press('Receive payment')
    await finance.findNoFault()
    await finance.confirm('Receive payment')
    await finance.seeState('Paid')
    await finance.findNoFault()

    const { baseTotal, open } = await rowOf(finance, 'invoice', made.invoice)
    expect(open).toBe('0')
    const after = await invoicedAndReceived(finance)
    expect(after.invoiced).toBe(plus(before.invoiced, String(baseTotal)))
    expect(after.received).toBe(plus(before.received, String(baseTotal)))
  })
})
