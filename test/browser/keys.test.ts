/** One sheet explains the keys of whatever page one is on, and bare keys never reach a typist. */
import type { ListAnswer } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { useBrowser } from './use-browser.ts'

const { signIn } = useBrowser()

test('the sheet explains the list, the record and the form, by key and from the menu', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  const sheet = page.getByRole('dialog', { name: 'Keyboard' })
  const part = (name: string) => sheet.getByRole('region', { name })
  const close = async () => {
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
  }
  await lead.open('/')
  await page.keyboard.press('?')
  await part('Everywhere').getByText('Search everything…').waitFor()
  await lead.findNoFault()
  await close()
  await lead.open('/list/customer?tab=All')
  await page.locator('.list-row').nth(2).waitFor()
  await page.keyboard.press('?')
  await part('Customers').getByText('Change the cell; in a cell also Enter').waitFor()
  await lead.findNoFault()
  await close()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await lead.recordId('customer')
  await page.keyboard.press('?')
  await part('Customer').getByText('Edit the record').waitFor()
  await part('In the list').getByText('Next record').waitFor()
  await close()
  await lead.open('/new/quote')
  await page.getByRole('button', { name: /^Your menu/ }).click()
  await lead.press('Keyboard')
  await part('The form').getByText('Save').waitFor()
  await part('Lines').getByText('Paste cells from a spreadsheet').waitFor()
  await lead.findNoFault()
})

test('who types a question mark, or reads a window, is left alone', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  const { rows } = await lead.ask<ListAnswer>('/api/customer?limit=1')
  await lead.open('/list/customer?tab=All')
  const box = page.getByRole('textbox', { name: 'Search in this list' })
  await box.press('?')
  await box.press('n')
  expect(await box.inputValue()).toBe('?n')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await lead.open(`/record/customer/${rows[0]?.id}`)
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
  await page.keyboard.press('e')
  expect(await page.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0)
})
