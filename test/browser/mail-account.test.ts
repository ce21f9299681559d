/** An administrator gives the company its mail server, tries it, and is told what is wrong. */
import { openMailServer } from '#kernel/mail/testing/mail-server.ts'
import { afterAll, expect, test } from 'vitest'
import { useBrowser } from './use-browser.ts'

const { signIn } = useBrowser(/\/api\/mail-account\/test$/u)
const login = { user: 'office@harbor.example', password: 'seven boats at noon' }
const server = await openMailServer({ login })

afterAll(() => server.close())

test('a mail server is tried, mended where the words say, saved and given up', async () => {
  const admin = await signIn('admin')
  const { page, t } = admin
  const choose = async (label: string) => {
    await page.getByRole('combobox', { name: t('Security') }).click()
    await page.locator('.ant-select-item-option').getByText(t(label), { exact: true }).click()
  }
  await admin.open('/settings/mail')
  await admin.fill('Mail server', '127.0.0.1')
  await choose('none, only inside your own network')
  await admin.fill('Port', String(server.port))
  await admin.fill('User name', login.user)
  await page.getByLabel(t('Password'), { exact: true }).fill('wrong')
  await admin.fill('Sender address', 'office@harbor.example')
  await admin.fill('Sender name', '衡策貿易')
  await admin.press('Send a test mail to me')
  const fault = page.locator('.field-error')
  await fault.filter({ hasText: '535' }).waitFor()
  await admin.findNoFault()
  await page.getByLabel(t('Password'), { exact: true }).fill(login.password)
  await admin.press('Send a test mail to me')
  await page.getByRole('status').filter({ hasText: 'admin@demo.local' }).waitFor()
  expect(server.received[0]?.from?.text).toBe('"衡策貿易" <office@harbor.example>')
  await admin.press('Save')
  await page.getByText(t('Mails of the company leave by this server.')).waitFor()
  await page.reload()
  const password = page.getByLabel(t('Password'), { exact: true })
  await password.waitFor()
  expect(await password.inputValue()).toBe('')
  const health = await admin.ask<{ warnings: { rule: string }[] }>('/api/health')
  expect(health.warnings.map(({ rule }) => rule)).not.toContain('health.no-mail-server')
  await admin.findNoFault()
  await admin.press('Remove the mail account')
  await page
    .locator('.ant-popconfirm')
    .getByRole('button', { name: t('Remove') })
    .click()
  await page
    .getByText(
      t('No mail server is set: invitations, notifications and reports wait until there is one.'),
    )
    .waitFor()
})

test('on a phone in the dark the form is in line', async () => {
  const admin = await signIn('admin', { size: 'phone', theme: 'dark', locale: 'en' })
  await admin.open('/settings/mail')
  await admin.press('Save')
  await admin.page.locator('.field-error').first().waitFor()
  await admin.findNoFault()
})
