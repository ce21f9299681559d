/** Chinese is typed into the line grid as into a spreadsheet, and a spreadsheet pasted into it. */
import { expect, test } from 'vitest'
import { compose } from './compose.ts'
import { cell, sums } from './trade.ts'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { signIn } = useBrowser()

test('an input method writes into a cell not opened before, first character and all', async () => {
  const lead = await signIn('lead')
  await lead.open('/new/quote')
  await lead.page.getByRole('textbox', { name: '商品，第 1 行' }).focus()
  await lead.page.keyboard.press('ArrowRight')
  await compose(lead.page, ['ㄊ', 'ㄊㄜ', '特', '特ㄓ', '特製'], '特製')
  await lead.page.keyboard.press('Tab')
  expect(await (await cell(lead, 1, 'Description')).textContent()).toBe('特製')
})

test('what is composed in the product cell finds the product', async () => {
  const lead = await signIn('lead')
  await lead.open('/new/quote')
  await lead.page.getByRole('textbox', { name: '商品，第 1 行' }).focus()
  await compose(lead.page, ['ㄓ', '軸', '軸承'], '軸承')
  const offer = lead.page.getByRole('option').filter({ hasText: '深溝滾珠軸承' })
  await offer.and(lead.page.locator('[aria-selected=true]')).waitFor()
  await lead.findNoFault()
  await lead.page.keyboard.press('Tab')
  expect(await (await cell(lead, 1, 'Product')).textContent()).toBe('深溝滾珠軸承')
  await (await cell(lead, 1, 'Unit price')).filter({ hasText: '68' }).waitFor()
})

test('cells of a spreadsheet become lines, products found by their codes', async () => {
  const lead = await signIn('lead')
  await lead.open('/new/quote')
  await lead.page.getByRole('textbox', { name: '商品，第 1 行' }).focus()
  await paste(lead, 'B-1108\t\t10\nT-5210\t皮帶(急)\t4\nK-2200\t\t1')
  const names = ['深溝滾珠軸承', '同步皮帶', '彈性聯軸器']
  for (const [at, name] of names.entries()) {
    await (await cell(lead, at + 1, 'Product')).filter({ hasText: name }).waitFor()
  }
  expect(await (await cell(lead, 2, 'Description')).textContent()).toBe('皮帶(急)')
  // 10 × 68 + 4 × 145 + 320, and five percent of it.
  await expect.poll(() => sums(lead)).toEqual(['1580', '79', '1659'])
})

async function paste({ page }: Visitor, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((cells) => navigator.clipboard.writeText(cells), text)
  await page.keyboard.press('Control+V')
}
