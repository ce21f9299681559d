/** Goods on their way: staff make a waybill and write down where it is; the customer follows it. */
import type { ListAnswer } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { barriers, overhangs } from './faults.ts'
import { rowOf } from './trade.ts'
import { useBrowser } from './use-browser.ts'

// An address that is none is looked at too.
const { newPage, signIn } = useBrowser(/\/track\//u)
const mark = Date.now().toString(36).toUpperCase()

test('a shipment gets its waybill, and the customer sees on the phone where it is', async () => {
  const store = await signIn('store', { locale: 'en' })
  const { page } = store
  const where = encodeURIComponent(JSON.stringify({ status: 'sent', carrier: { empty: true } }))
  const { rows } = await store.ask<ListAnswer>(`/api/shipment?where=${where}&columns=number`)
  const shipment = rows[0]?.id ?? ''
  await store.open(`/record/shipment/${shipment}`)
  await store.press('Make a waybill')
  await store.fill('Carrier', '港都物流')
  await store.fill('Waybill number', `WB-${mark}`)
  await store.findNoFault()
  await store.confirm('Make a waybill')
  const id = await store.recordId('waybill')
  await page.getByRole('region', { name: 'For the customer' }).waitFor()
  await store.findNoFault()
  const waybill = await rowOf(store, 'waybill', id)
  expect(waybill).toMatchObject({ number: `WB-${mark}`, status: 'underway' })
  expect(waybill['lines']).toMatchObject([{ shipment }])

  await store.press('Write down where it is')
  await store.fill('Where it was', '台中轉運站')
  await store.findNoFault()
  await store.confirm('Write down where it is')
  const link = page.getByRole('link', { name: 'Open as the customer sees it' })
  const address = new URL((await link.getAttribute('href')) ?? '').pathname

  const outside = await newPage({ size: 'phone', locale: 'zh-Hans', theme: 'dark' })
  await outside.goto(address)
  await outside.getByRole('status').filter({ hasText: '运送中' }).waitFor()
  await outside.getByText('台中轉運站').waitFor()
  expect(await barriers(outside)).toEqual([])
  expect(await overhangs(outside)).toEqual([])

  await store.press('Delivered')
  await store.fill('Signed by', '王小姐')
  await store.confirm('Delivered')
  await store.seeState('Delivered')
  await store.findNoFault()
  await outside.reload()
  await outside.getByRole('status').filter({ hasText: '已送达' }).waitFor()
  expect(await outside.getByText('王小姐').count()).toBe(0)
  await outside.goto(address.slice(0, -1))
  await outside.getByRole('heading', { name: '查无此货件' }).waitFor()

  await store.open(`/record/shipment/${shipment}`)
  await page.getByRole('tab', { name: /Waybills/u }).click()
  await page.getByText(`WB-${mark}`).first().waitFor()
  await store.findNoFault()
})
