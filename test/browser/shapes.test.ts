/** The same list in other shapes: carried by mouse and by keys, kept in the address. */
import type { ListAnswer } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { carry } from './carry.ts'
import { rowOf } from './trade.ts'
import { useBrowser } from './use-browser.ts'

const { signIn } = useBrowser()

test('a card is carried to another column and taken back', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  await lead.open('/list/customer')
  await lead.page.getByRole('link', { name: 'Board' }).click()
  const column = (name: string) => lead.page.getByRole('region', { name })
  const card = column('Interested').locator('.board-card').first()
  const name = (await card.locator('.board-title').textContent()) ?? ''
  const id = (await card.getAttribute('data-card')) ?? ''
  await lead.findNoFault()
  await carry(lead.page, card, column('Dormant'))
  await column('Dormant').getByText(name).waitFor()
  await lead.page.getByText(`${name}: Stage is now Dormant`).waitFor()
  expect(await rowOf(lead, 'customer', id)).toMatchObject({ stage: 'dormant' })
  await lead.press('Undo')
  await column('Interested').getByText(name).waitFor()
  // The card is there before the server has answered.
  await expect.poll(() => rowOf(lead, 'customer', id)).toMatchObject({ stage: 'prospect' })
  await lead.page.reload()
  await column('Lost').waitFor()
})

test('by keys a card goes where an action leads, and the others say why not', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const where = encodeURIComponent('{"status":"confirmed"}')
  const { rows } = await lead.ask<ListAnswer>(`/api/order?where=${where}&sort=-number&limit=1`)
  await lead.open('/list/order?tab=All&shape=board')
  const card = lead.page.locator(`[data-card="${rows[0]?.id}"] a`)
  await card.focus()
  await lead.page.keyboard.press('Space')
  await lead.page.keyboard.press('ArrowRight')
  await lead.page.locator('.board-why').getByText('leads to Shipped').waitFor()
  await lead.page.keyboard.press('ArrowRight')
  await lead.page.keyboard.press('Space')
  const dialog = lead.page.getByRole('dialog', { name: 'Close order' })
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click()
  const confirmed = lead.page.getByRole('region', { name: 'Confirmed' })
  await confirmed.locator(`[data-card="${rows[0]?.id}"]`).waitFor()
})

test('rows are gathered in bands, opened and ticked by keys', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  await lead.open('/list/order?tab=All')
  await lead.press('Group by')
  await page.getByRole('menuitem', { name: 'Status' }).click()
  await page.getByRole('button', { name: /^Confirmed/ }).focus()
  await page.keyboard.press('ArrowRight')
  await page.locator('.band-rows .list-row').first().waitFor()
  await lead.findNoFault()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByText('1 selected').waitFor()
  await page.keyboard.press('k')
  await page.keyboard.press('ArrowLeft')
  await page.locator('.band-rows').waitFor({ state: 'detached' })
  expect(page.url()).toContain('group=status')
})

test('products are gone through as pictures', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  await lead.open('/list/product?shape=gallery')
  await page.locator('.gallery-card').first().waitFor()
  await lead.findNoFault()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await lead.recordId('product')
  await page.goBack()
  await page.locator('.gallery-card').first().waitFor()
})

test('on the phone a menu moves the card, and the columns are tabs', async () => {
  const lead = await signIn('lead', { locale: 'en', size: 'phone' })
  await lead.open('/list/customer?shape=board')
  const { page } = lead
  const card = page.locator('.board-card').first()
  const id = (await card.getAttribute('data-card')) ?? ''
  await lead.findNoFault()
  await card.getByRole('button', { name: 'Move to' }).click()
  await page.getByRole('menuitem', { name: 'Lost' }).click()
  await page.locator('.board-tabs').getByRole('button', { name: 'Lost' }).click()
  await page.locator(`[data-card="${id}"]`).waitFor()
  await expect.poll(() => rowOf(lead, 'customer', id)).toMatchObject({ stage: 'lost' })
})
