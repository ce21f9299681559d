/** An administrator tries things out in the practice company, and throws it away. */
import type { HouseMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { signIn } = useBrowser(/\/api\/customer$/u)
const companyOf = async ({ ask }: Visitor) => (await ask<HouseMeta>('/api/meta')).company

test('it is made, marked on every page, left, and thrown away', async () => {
  const admin = await signIn('admin', { locale: 'en' })
  const { page, t } = admin
  const home = await companyOf(admin)
  await admin.open('/settings/practice')
  await admin.findNoFault()
  await admin.press('Make a practice company')
  const enter = page.getByRole('button', { name: t('Go to the practice company') })
  await enter.waitFor()
  await admin.findNoFault()
  await enter.click()
  const notice = page.locator('.practice-notice')
  await notice.waitFor()
  expect(await companyOf(admin)).toMatchObject({ name: home.name, isPractice: true })
  expect(await page.getByRole('dialog').count()).toBe(0)
  for (const path of ['/', '/list/customer', '/list/order', '/settings/company', '/new/quote']) {
    await admin.open(path)
    await notice.getByText('Practice').waitFor()
    await admin.findNoFault()
  }

  // Another tab goes back; this one must not write into the real company.
  await admin.open('/new/customer')
  await admin.fill('Name', 'Only for practice')
  const tab = await page.context().newPage()
  await tab.goto('/')
  await tab.getByRole('button', { name: t('Back to {name}', { name: home.name }) }).click()
  await tab.locator('.practice-notice').waitFor({ state: 'detached' })
  expect(await companyOf(admin)).toMatchObject({ id: home.id, isPractice: false })
  await admin.press('Save')
  await page.getByText('In another tab you went to another company').waitFor()
  const found = await admin.ask<{ rows: object[] }>('/api/customer?q=Only%20for%20practice')
  expect(found.rows).toEqual([])

  await admin.open('/settings/practice')
  await admin.press('Throw away')
  await page.locator('.ant-popconfirm').getByRole('button', { name: 'Throw away' }).click()
  await page.getByRole('button', { name: 'Make a practice company' }).waitFor()
})

test('on a phone in the dark it is marked as well', async () => {
  const admin = await signIn('admin', { size: 'phone', theme: 'dark' })
  const { page, t } = admin
  await admin.open('/settings/practice')
  await admin.press('Make a practice company')
  await page.getByRole('button', { name: t('Go to the practice company') }).click()
  await page.locator('.practice-notice').waitFor()
  await admin.open('/list/customer')
  await admin.findNoFault()
  const { name } = await companyOf(admin)
  await page.getByRole('button', { name: t('Back to {name}', { name }) }).click()
  await page.locator('.practice-notice').waitFor({ state: 'detached' })
  await admin.open('/settings/practice')
  await admin.press('Throw away')
  await page
    .locator('.ant-popconfirm')
    .getByRole('button', { name: t('Throw away') })
    .click()
  await page.getByRole('button', { name: t('Make a practice company') }).waitFor()
})

test('who is no administrator is not offered it', async () => {
  const seller = await signIn('sales')
  await seller.open('/')
  await seller.press('Your menu, {name}', { name: seller.meta.user.name })
  await seller.page.getByText(seller.t('Take the tour')).waitFor()
  expect(await seller.page.getByText(seller.t('Practice company')).count()).toBe(0)
})
