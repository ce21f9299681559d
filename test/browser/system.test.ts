/** An administrator looks after the program: how it fares, and what to do about what is wrong. */
import { expect, test } from 'vitest'
import { useBrowser } from './use-browser.ts'

const { signIn } = useBrowser()

interface Told {
  warnings: { rule: string; text: string }[]
}

test('an administrator sees how the program fares, and goes where a warning leads', async () => {
  const admin = await signIn('admin')
  const { page, t } = admin
  await admin.open('/settings/health')
  const warnings = page.getByRole('list', { name: t('What needs somebody') })
  await warnings.waitFor()
  await page.getByText('PostgreSQL 1').waitFor()
  const work = page.getByRole('row').filter({ hasText: t('Check of the books') })
  await work.getByText(t('daily at {time}', { time: '02:40' })).waitFor()
  await admin.findNoFault()
  const waiting = page.locator('.health-facts dl > div').filter({ hasText: t('Mails that wait') })
  await waiting.getByRole('link').click()
  await page.waitForURL(/\/list\/mail\?tab=Waiting/u)
  await page.goBack()
  const health = await admin.ask<Told>('/api/health')
  const words = health.warnings.find(({ rule }) => rule === 'health.no-mail-server')?.text
  const warning = warnings.getByRole('listitem').filter({ hasText: words ?? 'none' })
  await warning.getByRole('link', { name: t('Go there') }).click()
  await page.waitForURL(/\/settings\/mail$/u)
})

test('a backup is made while one looks on, and one every day from now on', async () => {
  const admin = await signIn('admin')
  const { page, t } = admin
  await admin.open('/settings/backup')
  const byHand = page.getByRole('row').filter({ hasText: t('by hand') })
  const before = await byHand.count()
  await admin.press('Back up now')
  await page.getByRole('progressbar').waitFor()
  await byHand.nth(before).waitFor()
  await page.getByRole('progressbar').waitFor({ state: 'detached' })
  const daily = page.getByRole('switch', { name: t('A backup every day') })
  await daily.click()
  await page.getByRole('spinbutton', { name: t('How many are kept') }).fill('3')
  await admin.findNoFault()
  await admin.press('Save')
  await page.getByText(t('Saved'), { exact: true }).waitFor()
  await page.reload()
  await page.locator('[aria-checked=true]').waitFor()
  expect(await admin.ask('/api/backup')).toMatchObject({ plan: { hour: 1, kept: 3 } })
  await daily.click()
  await admin.press('Save')
  await page.locator('[aria-checked=false]').waitFor()
  const health = await admin.ask<Told>('/api/health')
  expect(health.warnings.map(({ rule }) => rule)).not.toContain('health.no-backup')
})

test('who is no administrator sees nothing of it', async () => {
  const seller = await signIn('sales', { size: 'phone' })
  const { page, t } = seller
  await seller.open('/settings')
  await page.getByRole('link', { name: t('My account') }).waitFor()
  expect(await page.getByRole('link', { name: t('System health') }).count()).toBe(0)
  const answer = await page.request.get('/api/health')
  expect(answer.status()).toBe(403)
})

test('on a phone, in the dark and in English, nothing is out of line', async () => {
  const admin = await signIn('admin', { size: 'phone', locale: 'en', theme: 'dark' })
  await admin.open('/settings/health')
  await admin.page.getByText('Work in the background').waitFor()
  await admin.findNoFault()
  await admin.open('/settings/backup')
  await admin.findNoFault()
})
