/** The same pages on a phone: cards for tables, a sheet for cells, nothing sideways. */
import type { ListAnswer } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { rowOf, sums } from './trade.ts'
import { useBrowser } from './use-browser.ts'

const { signIn } = useBrowser()
const phone = { size: 'phone' } as const

test('from the list over a card to the record, which is changed on the way', async () => {
  const lead = await signIn('lead', phone)
  await lead.open('/list/customer')
  const card = lead.page.locator('.cards .card').first()
  await card.waitFor()
  await lead.findNoFault()
  await card.click()
  const id = await lead.recordId('customer')
  await lead.findNoFault()
  await lead.press('Edit')
  await lead.fill('Industry', '航太')
  await lead.findNoFault()
  await lead.press('Save')
  await lead.page.getByText('航太').waitFor()
  expect(await rowOf(lead, 'customer', id)).toMatchObject({ industry: '航太' })
})

test('lines are cards, and a line is filled in a sheet', async () => {
  const lead = await signIn('lead', phone)
  await lead.open('/new/quote')
  await lead.press('Add line')
  const sheet = lead.page.getByRole('dialog')
  await lead.pick('Product', 'B-1108')
  await lead.fill('Quantity', '25')
  await lead.findNoFault()
  await sheet.getByRole('button', { name: lead.t('Done') }).click()
  await sheet.waitFor({ state: 'detached' })
  const line = lead.page.getByRole('list', { name: lead.t('Lines') }).getByRole('button')
  expect(await line.textContent()).toContain('深溝滾珠軸承')
  expect(await sums(lead)).toEqual(['1700', '85', '1785'])
  await lead.findNoFault()
})

test('no page scrolls sideways', async () => {
  const admin = await signIn('admin', phone)
  const { rows } = await admin.ask<ListAnswer>('/api/order?sort=-number&limit=1')
  const pages = [
    '/',
    '/list/order',
    `/record/order/${rows[0]?.id}`,
    '/report/sales-by-customer',
    '/import/customer',
    '/settings/roles',
    '/bin',
  ]
  for (const path of pages) {
    await admin.open(path)
    await admin.findNoFault()
  }
})
