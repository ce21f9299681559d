/** An administrator hands over what somebody who leaves looked after. */
import type { ListAnswer } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { useBrowser } from './use-browser.ts'

const { signIn } = useBrowser()
const headers = { 'X-Shangmai': '1' }

test('a leaver is kept from exporting, and the customers go to a colleague', async () => {
  const admin = await signIn('admin')
  const { page, t } = admin
  const made = await page.request.post('/api/user', {
    data: { name: '離職者', email: 'leaver@demo.local', roles: ['sales'] },
    headers,
  })
  const { row } = (await made.json()) as { row: { id: string } }
  const owned = { name: '交接客戶有限公司', owner: row.id }
  expect((await page.request.post('/api/customer', { data: owned, headers })).status()).toBe(201)
  await admin.open('/settings/handover')
  await admin.findNoFault()
  await admin.pick('Who leaves', '離職者')
  await admin.press('Keep {name} from exporting', { name: '離職者' })
  const kept = '{name} exports nothing any more, since {day} stands as the last day.'
  await page.getByText(t(kept, { name: '離職者', day: admin.meta.today })).waitFor()
  await admin.pick('Who takes over', '張雅婷')
  await admin.findNoFault()
  await admin.press('Hand over {count, plural, one {# record} other {# records}}', { count: 1 })
  const users = await admin.ask<ListAnswer>('/api/user?limit=200')
  const heir = users.rows.find(({ email }) => email === 'sales@demo.local')
  const where = encodeURIComponent(JSON.stringify({ name: { has: '交接客戶' } }))
  await expect
    .poll(async () => {
      const { rows } = await admin.ask<ListAnswer>(`/api/customer?columns=owner&where=${where}`)
      return rows[0]?.['owner']
    })
    .toBe(heir?.id)
})

test('customers of a leaver go to several colleagues in turn', async () => {
  const admin = await signIn('admin', { locale: 'en' })
  const { page } = admin
  const data = { name: '輪流交接者', email: 'turns@demo.local', roles: ['sales'] }
  const made = await page.request.post('/api/user', { data, headers })
  const { row } = (await made.json()) as { row: { id: string } }
  for (const name of ['輪流甲公司', '輪流乙公司'])
    await page.request.post('/api/customer', { data: { name, owner: row.id }, headers })
  await admin.open('/settings/handover')
  await admin.pick('Who leaves', '輪流交接者')
  await admin.press('To several, by a rule')
  const box = page.getByRole('combobox', { name: 'To whom' })
  for (const heir of ['張雅婷', '王志明']) {
    await box.fill(heir)
    const offer = page.locator('.ant-select-item-option').filter({ hasText: heir, visible: true })
    await offer.first().click()
  }
  await page.keyboard.press('Escape')
  await admin.findNoFault()
  await admin.press('Transfer')
  const where = encodeURIComponent(JSON.stringify({ name: { has: '輪流' } }))
  await expect
    .poll(async () => {
      const { rows } = await admin.ask<ListAnswer>(`/api/customer?columns=owner&where=${where}`)
      return new Set(rows.map((one) => one['owner'])).size === 2
        ? rows.some((one) => one['owner'] === row.id)
        : null
    })
    .toBe(false)
})
