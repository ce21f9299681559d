/** A field of one’s own is added in the settings and is there at once; a choice is renamed. */
import type { ListAnswer } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { rowOf } from './trade.ts'
import { useBrowser } from './use-browser.ts'

const { signIn } = useBrowser()

test('a field is added to customers, filled in, and read in the list', async () => {
  const admin = await signIn('admin', { locale: 'en' })
  const { page } = admin
  await admin.open('/settings/fields')
  await admin.findNoFault()
  await page.getByRole('combobox', { name: 'Add a field to' }).click()
  await page.keyboard.type('Customers')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name of the field' }).fill('Fair')
  await dialog.getByRole('combobox', { name: 'Kind' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: 'One of several' }).click()
  await admin.findNoFault()
  await dialog.getByRole('textbox', { name: 'Choice, line 1' }).fill('Taipei Food')
  await dialog.getByRole('switch', { name: 'Column of the list' }).press('Space')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await page.getByText('xFair').waitFor()

  await admin.open('/new/customer')
  await admin.fill('Name', '展會訪客有限公司')
  await page.getByRole('combobox', { name: 'Fair' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: 'Taipei Food' }).click()
  await admin.press('Save')
  const id = await admin.recordId('customer')
  expect(await rowOf(admin, 'customer', id)).toMatchObject({ xFair: 'Taipei Food' })
  await admin.findNoFault()
  await admin.open('/list/customer?tab=All&sort=-createdAt')
  await page.getByRole('columnheader', { name: 'Fair' }).waitFor()
  await page.getByRole('gridcell', { name: 'Taipei Food' }).first().waitFor()

  const { rows } = await admin.ask<ListAnswer>('/api/custom-field?q=Fair')
  const headers = { 'X-Shangmai': '1' }
  const at = `/api/custom-field/${rows[0]?.id}`
  expect((await page.request.delete(at, { headers, data: {} })).status()).toBe(200)
  // Whoever has the list open sees it go.
  await page.getByRole('columnheader', { name: 'Fair' }).waitFor({ state: 'detached' })
})

test('a choice is renamed for everybody, and is itself again', async () => {
  const admin = await signIn('admin', { locale: 'en' })
  const { page } = admin
  await admin.open('/settings/choices')
  await admin.pick('List', 'Level', 'Customer · Level')
  await page.getByRole('textbox', { name: 'Choice 1' }).fill('Key account')
  await page.getByRole('button', { name: 'Move Key account down' }).click()
  await admin.findNoFault()
  await admin.press('Save')
  await page.getByRole('button', { name: 'Back to the standard list' }).waitFor()
  await admin.open('/new/customer')
  await page.getByRole('combobox', { name: 'Level' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: 'Key account' }).waitFor()
  await admin.open('/settings/choices')
  await admin.pick('List', 'Level', 'Customer · Level')
  await admin.press('Back to the standard list')
  await expect.poll(() => page.getByRole('textbox', { name: 'Choice 1' }).inputValue()).toBe('A')
})

test('a field is required for everybody from now on, and free again', async () => {
  const admin = await signIn('admin', { locale: 'en' })
  const { page } = admin
  await admin.open('/settings/required')
  const industry = page.getByRole('list', { name: 'Customer' }).getByRole('switch', {
    name: 'Industry',
  })
  await industry.press('Space')
  await page.locator('.ant-switch-loading').waitFor({ state: 'detached' })
  await admin.findNoFault()
  await admin.open('/new/customer')
  await admin.fill('Name', '少了行業的客戶')
  await admin.press('Save')
  await page.getByText('Please fill this in.').first().waitFor()
  await admin.open('/settings/required')
  await industry.press('Space')
  await expect
    .poll(async () => (await admin.ask<ListAnswer>('/api/required-field?columns=required')).rows)
    .toMatchObject([{ required: false }])
})
