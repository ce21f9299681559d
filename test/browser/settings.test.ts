/** What an administrator sets up: rights, people, numbers, the company; each works at once. */
import type { HouseMeta } from '#kernel/http/wire.ts'
import { formatNumber } from '#kernel/numbering/pattern.ts'
import { expect, test } from 'vitest'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { newPage, signIn } = useBrowser()

/** Does something that is kept, and waits until it is. */
async function kept({ page }: Visitor, path: string, act: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse(
    (response) => response.url().includes(path) && response.request().method() !== 'GET',
  )
  await act()
  expect((await answer).ok()).toBe(true)
}

test('a right is given and taken away again', async () => {
  const admin = await signIn('admin')
  const { page, t } = admin
  const sales = await signIn('sales')
  const mayMerge = async () =>
    (await sales.ask<HouseMeta>('/api/meta')).entities['customer']?.may.merge
  await admin.open('/settings/roles')
  await admin.fill('Search records', t('Customers'))
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: t('Customers'), exact: true }) })
  const choose = (label: string) =>
    kept(admin, '/api/grant', async () => {
      await row.locator('.right-cell').last().click()
      await page.locator('.ant-select-item-option').getByText(t(label), { exact: true }).click()
    })
  expect(await mayMerge()).toBe(false)
  await choose('all')
  await page.locator('.right-changed').waitFor()
  expect(await mayMerge()).toBe(true)
  await admin.findNoFault()
  await choose('—')
  await page.locator('.right-changed').waitFor({ state: 'detached' })
  expect(await mayMerge()).toBe(false)
})

test('a colleague is entered and invited, and the link opens the door', async () => {
  const admin = await signIn('admin')
  const { page } = admin
  await admin.open('/settings/users')
  await admin.press('New user')
  await admin.fill('Name', '許庭瑋')
  await admin.fill('E-mail', 'invited@demo.local')
  await admin.press('Create')
  await admin.press('Send the invitation')
  const link = await page.locator('.secret').textContent()
  await admin.findNoFault()
  await page.locator('.ant-modal-footer').getByRole('button').click()
  await page.getByText('invited@demo.local').waitFor()
  const guest = await newPage()
  await guest.goto(new URL(link ?? '').pathname)
  await guest.getByText('許庭瑋').waitFor()
  await admin.findNoFault()
})

test('documents are numbered as the pattern previews it', async () => {
  const admin = await signIn('admin')
  const { page, t, meta } = admin
  const quote = meta.entities['quote']?.label.one ?? ''
  const line = page.getByRole('row').filter({ hasText: quote }).first()
  const pattern = line.getByRole('textbox', {
    name: t('Pattern of {document}', { document: quote }),
  })
  await admin.open('/settings/numbering')
  await pattern.fill('{year}-{month')
  await page.locator('.field-error').waitFor()
  await pattern.fill('報{year}-{000}')
  const preview = formatNumber('報{year}-{000}', meta.today, 1)
  await line.getByText(preview, { exact: true }).waitFor()
  await kept(admin, '/api/company', () => admin.press('Save'))
  await page.reload()
  await line.getByText(preview, { exact: true }).waitFor()
  await line.getByRole('button', { name: t('Standard') }).click()
  await kept(admin, '/api/company', () => admin.press('Save'))
  await line.getByText(preview, { exact: true }).waitFor({ state: 'detached' })
  await admin.findNoFault()
})

test('the company takes another name, and its own again', async () => {
  const admin = await signIn('admin')
  const { page, meta } = admin
  const rename = async (name: string) => {
    await admin.fill('Name', name)
    await kept(admin, '/api/company', () => admin.press('Save'))
    await page.locator('.rail').getByText(name).waitFor()
  }
  await admin.open('/settings/company')
  await rename('新名商行')
  await rename(meta.company.name)
  await admin.findNoFault()
})
