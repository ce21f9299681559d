/** The bell rings live; without a connection one reads on, and who leaves takes all along. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { signIn } = useBrowser()
const headers = { 'X-Shangmai': '1' }

async function firstCustomer({ ask }: Visitor): Promise<{ id: string; name: string }> {
  const { rows } = await ask<{ rows: { id: string; name: string }[] }>('/api/customer?limit=1')
  return rows[0] ?? expect.fail('the demo has no customers')
}

/** What she has seen of a list is kept beside the work of the page: it takes a moment. */
async function waitUntilKept(page: Page, address: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async (part) => {
        const names = await caches.keys()
        const shelves = await Promise.all(names.map((name) => caches.open(name)))
        const kept = (await Promise.all(shelves.map((shelf) => shelf.keys()))).flat()
        return kept.some(({ url }) => url.includes(part))
      }, address),
    )
    .toBe(true)
}

test('a mention rings the bell at once, leads to the record and is read then', async () => {
  const seller = await signIn('sales', { locale: 'en' })
  const lead = await signIn('lead', { locale: 'en' })
  const { id, name } = await firstCustomer(seller)
  await seller.open('/list/order')
  await lead.open(`/record/customer/${id}`)
  await lead.page.getByRole('textbox', { name: 'Comment' }).click()
  await lead.page.keyboard.type('Please call, @zyt')
  await expect.poll(() => lead.page.getByRole('option').count()).toBe(1)
  await lead.page.keyboard.press('Enter')
  await lead.page.keyboard.press('Control+Enter')
  const bell = seller.page.getByRole('button', { name: /^Notifications, \d+ unread$/ })
  await bell.click()
  const line = seller.page.getByRole('link', { name: new RegExp(`mentioned you.*${name}`) })
  await line.first().waitFor()
  await seller.findNoFault()
  await line.first().press('Enter')
  await seller.page.waitForURL(new RegExp(`/record/customer/${id}`))
  await seller.page.getByText('Please call').first().waitFor()
  await seller.page.request.post('/api/notification/read', { headers, data: {} })
  await seller.page.getByRole('button', { name: 'Notifications', exact: true }).waitFor()
})

test('without a connection one reads on, and not all can wait; who leaves takes all', async () => {
  const seller = await signIn('sales', { locale: 'en', keepsProgram: true })
  const { page } = seller
  const { id, name } = await firstCustomer(seller)
  await seller.open(`/record/customer/${id}`)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await seller.open('/list/customer')
  await page.getByText(name).first().waitFor()
  await waitUntilKept(page, '/api/customer?')
  await seller.open(`/record/customer/${id}`)
  await waitUntilKept(page, `/api/customer/${id}`)
  await page.context().setOffline(true)
  await page.reload()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByText(/What you see is as of \d\d:\d\d/).waitFor()
  await page.getByRole('button', { name: /^(?:Follow|Unfollow)$/ }).click()
  await page.getByText(/There is no connection, so this was not saved/).waitFor()
  await page.goto('/list/customer')
  await page.getByText(name).first().waitFor()
  await page.context().setOffline(false)
  await page.reload()
  await page.getByText(/as of/).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^Your menu/ }).click()
  await seller.press('Sign out')
  await page.waitForURL(/sign-in/)
  const names = await page.evaluate(() => caches.keys())
  expect(names.filter((one) => one.startsWith('shangmai-kept'))).toEqual([])
})
