/** The same list on a map: pins, the list beside them, what is on no map, pictures if there are. */
import type { ListAnswer } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { rowOf } from './trade.ts'
import { useBrowser } from './use-browser.ts'

const { signIn } = useBrowser()

test('the nearest stand first, and a chosen one opens in map programs', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  await lead.open('/list/customer?tab=All')
  await page.getByRole('link', { name: 'Map' }).click()
  await page.locator('.map-pin').first().waitFor()
  await lead.findNoFault()
  const pins = await page.locator('.map-pin').count()
  expect(await page.locator('.places-head .count').textContent()).toBe(String(pins))
  const second = page.locator('.place-choose').nth(1)
  const name = await second.locator('.place-title').textContent()
  await second.press('Enter')
  const first = page.locator('.place').first()
  await first.locator('.place-way').getByText('0 m').waitFor()
  expect(await first.locator('.place-title').textContent()).toBe(name)
  await page.locator('.map-pin.is-chosen').waitFor()
  const google = await first.getByRole('link', { name: 'Google Maps' }).getAttribute('href')
  expect(google).toMatch(/query=-?[\d.]+,-?[\d.]+$/)
  await lead.findNoFault()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.locator('.place-choose:focus').count()).toBe(1)
})

test('who is on no map gets a position, and then stands on it', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  await lead.open('/list/customer?tab=All&shape=map')
  await page.locator('.unplaced summary').click()
  const link = page.locator('.unplaced li a').first()
  const name = (await link.textContent()) ?? ''
  await link.click()
  const id = await lead.recordId('customer')
  await lead.press('Edit')
  await lead.fill('Position', 'somewhere')
  await page
    .locator('.address-position[aria-invalid=true], .address-position input[aria-invalid=true]')
    .waitFor()
  await lead.fill('Position', '25.0330, 121.5654')
  await lead.press('Save')
  await expect
    .poll(() => rowOf(lead, 'customer', id))
    .toMatchObject({
      address: { lat: 25.033, lng: 121.5654 },
    })
  await lead.open('/list/customer?tab=All&shape=map')
  await page.locator('.places-list').getByText(name).waitFor()
})

test('of a long list the first are looked at, which is said', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  const rows = Array.from({ length: 200 }, (_, at) => ({
    id: `r${at}`,
    version: 1,
    name: `C${at}`,
  }))
  let pages = 0
  await page.route('**/api/customer?**limit=200**', async (route) => {
    pages += 1
    const own = rows.map((row, at) => ({
      ...row,
      id: `${row.id}-${pages}`,
      address: { lat: 22 + at / 100, lng: 120 + pages / 10 },
    }))
    await route.fulfill({ json: { rows: own, refs: {}, next: `page ${pages}` } })
  })
  await lead.open('/list/customer?tab=All&shape=map')
  await page.getByText('The first 1000 of the list').waitFor()
  expect(pages).toBe(5)
  expect(await page.locator('.place').count()).toBe(100)
  await page.getByText('900 more farther away').waitFor()
})

test('on the phone the list stands below the map', async () => {
  const sales = await signIn('sales', { size: 'phone' })
  const { rows } = await sales.ask<ListAnswer>('/api/customer?limit=200&columns=name,address')
  const hasPlace = (row: Record<string, unknown>) =>
    typeof (row['address'] as { lat?: unknown } | null)?.lat === 'number'
  await sales.open('/list/customer?shape=map')
  await sales.page.locator('.map-pin').first().waitFor()
  expect(await sales.page.locator('.map-pin').count()).toBe(rows.filter(hasPlace).length)
  await sales.page.locator('.place-choose').first().click()
  await sales.findNoFault()
})
