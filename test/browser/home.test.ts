/** The home page: laid out for a role, rearranged by a person, and given back. */
import { expect, test } from 'vitest'
import type { ListAnswer } from '#kernel/http/wire.ts'
import { useBrowser } from './use-browser.ts'
import type { Looks, Visitor } from './visitor.ts'

const { signIn } = useBrowser()
const headers = { 'X-Shangmai': '1' }

const titles = ({ page }: Visitor) =>
  page
    .locator('.home-tile :is(h2, .figure-name)')
    .evaluateAll((found) => found.map((one) => (one.textContent ?? '').replace(/[\d,+]+$/u, '')))

const looks: [string, Looks][] = [
  ['finance', {}],
  ['lead', { size: 'phone', theme: 'dark', locale: 'en' }],
]

test.each(looks)('%s moves tiles, takes one away, and has them so next time', async (who, look) => {
  const person = await signIn(who, look)
  const { page, t } = person
  await person.open('/')
  await person.press('Arrange')
  await page.locator('.home-tile').first().waitFor()
  const before = await titles(person)
  expect(before.length).toBeGreaterThan(1)
  await page
    .getByRole('button', { name: new RegExp(`^${t('Move later')}`) })
    .first()
    .click()
  const swapped = [before[1], before[0], ...before.slice(2)]
  await expect.poll(() => titles(person)).toEqual(swapped)
  await page
    .getByRole('button', { name: new RegExp(`^${t('Take away')}`) })
    .last()
    .click()
  await expect.poll(() => titles(person)).toEqual(swapped.slice(0, -1))
  await person.findNoFault()
  await person.press('Done')
  await person.open('/')
  await expect.poll(() => titles(person)).toEqual(swapped.slice(0, -1))
  await person.press('Arrange')
  await person.press('Back to the usual page')
  await page.locator('.home-tile').first().waitFor({ state: 'detached' })
})

test('a role begins with tiles of shared views, counted as each person may see them', async () => {
  const admin = await signIn('admin')
  const { page } = admin
  const name = `未結訂單 ${Date.now()} 份`
  const view = { entity: 'order', name, where: { status: ['confirmed'] }, columns: ['customer'] }
  const made = await page.request.post('/api/views', { data: { ...view, shared: true }, headers })
  const { id } = (await made.json()) as { id: string }
  const roles = await admin.ask<ListAnswer>('/api/role?limit=200')
  const role = roles.rows.find(({ key }) => key === 'sales')?.id
  await page.request.patch('/api/rights/home', { data: { role, tiles: [] }, headers })
  await admin.open('/settings/roles')
  await admin.press('Home page')
  await admin.press('Add a tile')
  const label = admin.meta.entities['order']?.label.many
  await page.getByRole('menuitem', { name: `檢視：${label} · ${name}` }).click()
  await page.locator('.home-tile').filter({ hasText: name }).waitFor()
  await admin.findNoFault()

  const seller = await signIn('sales')
  await seller.open('/')
  const own = await seller.ask<ListAnswer>(
    `/api/order?count=1&limit=1&where=${JSON.stringify(view.where)}`,
  )
  const tile = seller.page.locator('.home-tile').filter({ hasText: name })
  await tile.locator('.count').getByText(String(own.count?.value), { exact: true }).waitFor()
  expect(await tile.locator('tbody tr').count()).toBe(Math.min(6, own.count?.value ?? 0))
  await seller.findNoFault()
  await seller.press('Arrange')
  await seller.press('Add a tile')
  await seller.page.getByRole('menuitem').first().click()
  await seller.press('Back to the home page of {role}', { role: '業務員' })
  await expect.poll(() => titles(seller)).toEqual([name])
  await tile.getByRole('link', { name: seller.t('All') }).click()
  await seller.page.waitForURL(/\/list\/order\?.*view=/u)

  await admin.press('Back to the usual page')
  await page.locator('.home-tile').waitFor({ state: 'detached' })
  await page.request.delete(`/api/views/${id}`, { headers })
})
