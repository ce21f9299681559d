/** On the road: checked in without a connection, sent once, finished with its contact record. */
import type { ListAnswer, WireRow } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { carry } from './carry.ts'
import { rowOf } from './trade.ts'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { signIn } = useBrowser()
const headers = { 'X-Shangmai': '1' }
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function make({ page }: Visitor, entity: string, data: object): Promise<WireRow> {
  const answer = await page.request.post(`/api/${entity}`, { data, headers })
  expect(answer.status()).toBe(201)
  return ((await answer.json()) as { row: WireRow }).row
}

test('a visit is checked in without a connection and finished when it is back', async () => {
  const seller = await signIn('sales', { size: 'phone' })
  const { page, t } = seller
  const customer = await make(seller, 'customer', { name: '路上拜訪有限公司' })
  const today = { customer: customer.id, purpose: '送樣品', plannedOn: seller.meta.today }
  const { id } = await make(seller, 'visit', today)
  await seller.open(`/record/visit/${id}`)
  await seller.findNoFault()
  await page.context().setOffline(true)
  await seller.press('Check in')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: t('Position') }).fill('25.0330, 121.5654')
  // The picture waits beside the check-in and is sent before it.
  await dialog.locator('input[type=file]').setInputFiles({
    name: '門口.png',
    mimeType: 'image/png',
    buffer: onePixel,
  })
  await dialog.getByRole('button', { name: t('Check in') }).click()
  await page.getByText(t('Waiting to be sent: {count}', { count: 2 })).waitFor()
  expect(await rowOf(seller, 'visit', id)).toMatchObject({ status: 'planned' })
  await page.context().setOffline(false)
  await page.locator('.notice a[href="/outbox"]').waitFor({ state: 'detached' })
  await expect.poll(async () => (await rowOf(seller, 'visit', id))['status']).toBe('there')
  const there = await rowOf(seller, 'visit', id)
  expect(there['picture']).not.toBeNull()
  expect(there['checkedInPlace']).toMatchObject({ lat: 25.033, lng: 121.5654 })
  await seller.open(`/record/visit/${id}`)
  await seller.press('Finish the visit')
  await dialog.getByRole('textbox', { name: t('Summary') }).fill('樣品已送達，下週追蹤')
  await seller.findNoFault()
  await dialog.getByRole('button', { name: t('Finish the visit') }).click()
  await seller.seeState('Visited')
  const done = await rowOf(seller, 'visit', id)
  const record = await rowOf(seller, 'interaction', String(done['interaction']))
  expect(record).toMatchObject({ kind: 'visit', summary: '樣品已送達，下週追蹤' })
})

test('the visits of a day are put in order', async () => {
  const seller = await signIn('sales')
  const { page, t } = seller
  const planned = encodeURIComponent(JSON.stringify({ status: 'planned' }))
  await seller.open(`/list/visit?tab=Today&where=${planned}`)
  await seller.findNoFault()
  await page.getByRole('checkbox', { name: t('Select all rows') }).check()
  await seller.press('Order the way')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: t('Order the way') }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.waitForURL(/\/list\/visit/u)
  await page.getByRole('gridcell', { name: '1', exact: true }).first().waitFor()
})

test('customers are carried from beside the calendar onto days, by hand and by keys', async () => {
  const seller = await signIn('sales', { locale: 'en' })
  const { page } = seller
  const customer = await make(seller, 'customer', { name: '本週要去的客戶' })
  await seller.open('/list/visit?shape=calendar&span=week&tab=Mine')
  await seller.press('Plan a visit')
  const tray = page.getByRole('complementary', { name: 'Customers' })
  await tray.getByRole('textbox', { name: 'What for' }).fill('每週例行拜訪')
  await tray.getByRole('textbox', { name: 'Search Customers' }).fill('本週要去')
  const card = tray.locator(`[data-card="tray ${customer.id}"]`)
  await card.waitFor()
  await seller.findNoFault()
  const { today } = seller.meta
  const day = page.locator(`[role=gridcell][data-place="${today}"]`)
  await carry(page, card, day, 60)
  await page.getByText('Plan a visit: ', { exact: false }).first().waitFor()
  const where = encodeURIComponent(JSON.stringify({ customer: customer.id }))
  const found = async () => {
    const url = `/api/visit?where=${where}&columns=plannedOn,purpose`
    return (await seller.ask<ListAnswer>(url)).rows
  }
  expect(await found()).toMatchObject([{ plannedOn: today, purpose: '每週例行拜訪' }])
  await day.getByText('每週例行拜訪').first().waitFor()
  await seller.press('Undo')
  await expect.poll(found).toEqual([])

  await card.getByRole('link').focus()
  for (const key of ['Space', 'ArrowRight', 'Space']) await page.keyboard.press(key)
  await expect.poll(found).toMatchObject([{ purpose: '每週例行拜訪' }])
})
