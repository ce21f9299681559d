/** An administrator draws a form of the company's own, and a colleague prints a quote with it. */
import type { ListAnswer } from '#kernel/http/wire.ts'
import { readDrawn } from '#kernel/print/drawn/testing/read-drawn.ts'
import { expect, test } from 'vitest'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { signIn } = useBrowser()
const board = '.drawing-board-place'

async function begin(admin: Visitor, name: string): Promise<void> {
  const { page, t } = admin
  await admin.open('/settings/layouts')
  await admin.findNoFault()
  await admin.press('New layout')
  await admin.fill('Name', name)
  await admin.pick('Of', t('Quotes'))
  await admin.findNoFault()
  await page.getByText(t('An empty page')).click()
  await page.getByRole('button', { name: t('Draw'), exact: true }).click()
  await page.waitForURL('**/draw/*')
  await page.locator(`${board} .pdfme-designer-canvas`).waitFor()
}

const add = ({ page, t }: Visitor, label: string) =>
  page
    .locator('.palette')
    .getByRole('button', { name: t(label), exact: true })
    .click()

const shown = ({ page, t }: Visitor, label: string) =>
  page.locator(`${board} .pdfme-designer-canvas`).getByText(t(label), { exact: true })

test('a form with two fields is drawn, and a colleague prints a quote with it', async () => {
  const admin = await signIn('admin')
  const { page, t } = admin
  await begin(admin, '我們的報價單')
  await add(admin, 'Number')
  await shown(admin, 'Number').waitFor()
  await add(admin, 'Customer')
  await shown(admin, 'Customer').waitFor()
  await page.getByRole('combobox', { name: t('Shows the field') }).waitFor()
  await admin.pick('Shows the field', t('Salesperson'))
  await shown(admin, 'Salesperson').waitFor()
  await admin.press('Undo')
  await shown(admin, 'Customer').waitFor()
  await add(admin, 'Ruled line')
  await admin.press('Undo')
  await admin.press('Undo')
  await shown(admin, 'Customer').waitFor({ state: 'detached' })
  await admin.press('Redo')
  await shown(admin, 'Customer').waitFor()
  await admin.findNoFault(board)
  const previewed = page.waitForResponse('**/api/print-preview')
  await admin.press('Preview')
  expect((await previewed).ok()).toBe(true)
  await page.locator('.layout-preview-paper').waitFor()
  await page.keyboard.press('Escape')
  await admin.press('Save')
  await page.getByText(t('Saved'), { exact: true }).waitFor()
  await add(admin, 'Terms')
  await shown(admin, 'Terms').waitFor()
  await page.reload()
  await page.getByText(t('You left this unsaved. Here it is again.')).waitFor()
  await shown(admin, 'Terms').waitFor()
  await admin.press('Back to what is saved')
  await shown(admin, 'Terms').waitFor({ state: 'detached' })

  const sales = await signIn('sales')
  const { rows, refs } = await sales.ask<ListAnswer>('/api/quote?limit=1&columns=number,customer')
  const [quote] = rows
  const customer = refs['customer']?.[String(quote?.['customer'])]?.title ?? 'nobody'
  await sales.open(`/record/quote/${quote?.id}`)
  await sales.press('Print')
  const printed = sales.page.waitForResponse('**/api/print/**')
  await sales.page.getByRole('menuitem', { name: '我們的報價單' }).click()
  // A browser hands on no bytes of a PDF that it shows.
  const paper = await sales.page.request.get((await printed).url())
  const words = readDrawn(await paper.body()).pages.join('\n')
  expect(words).toContain(String(quote?.['number']))
  expect(words).toContain(customer)
  expect(words).not.toContain(t('Terms'))
  await sales.page.locator('.print-frame').waitFor()
  await sales.findNoFault('.print-frame')
})
