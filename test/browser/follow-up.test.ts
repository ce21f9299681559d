/** From the page of a customer to a word with it, and to what is best done next. */
import type { ListAnswer } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { rowOf } from './trade.ts'
import { useBrowser } from './use-browser.ts'
import type { Looks } from './visitor.ts'

const { signIn } = useBrowser(/\/api\/stage-rule\//u)
const looks: Looks[] = [{}, { size: 'phone', theme: 'dark', locale: 'zh-Hans' }]

test.each(looks)('a word is written down, and what is best done next follows, %o', async (look) => {
  const seller = await signIn('sales', look)
  const { page, t } = seller
  await seller.open('/new/customer')
  const name = `首次來電 ${Object.keys(look).length}`
  await seller.fill('Name', name)
  await seller.press('Save')
  const customer = await seller.recordId('customer')
  const glance = page.getByRole('region', { name: t('At a glance') })
  await glance.getByText(t('Make the first contact')).waitFor()
  await seller.findNoFault()
  await glance.getByRole('link', { name: t('Write a contact record') }).click()
  await seller.fill('Summary', '詢問軸承交期與價格')
  await seller.fill('Next step', '寄出報價單')
  await seller.fill('Speak again on', seller.meta.today)
  // A mouse that happens to rest on the calendar chooses nothing.
  await page.locator('.ant-picker-cell-in-view:not(.ant-picker-cell-selected)').first().hover()
  await page.keyboard.press('Tab')
  await seller.findNoFault()
  await seller.press('Save')
  await seller.recordId('interaction')
  await seller.open(`/record/customer/${customer}`)
  await glance.getByText('寄出報價單').waitFor()
  expect(await rowOf(seller, 'customer', customer)).toMatchObject({
    nextContactOn: seller.meta.today,
  })
})

test('a customer in the pool is claimed, and is the salesperson’s', async () => {
  const seller = await signIn('sales')
  await seller.open('/list/pool-entry')
  await seller.findNoFault()
  const where = encodeURIComponent('{"status":"waiting"}')
  const { rows } = await seller.ask<ListAnswer>(`/api/pool-entry?limit=1&where=${where}`)
  await seller.open(`/record/pool-entry/${rows[0]?.id}`)
  await seller.press('Claim')
  await seller.seeState('Claimed')
  const kept = await rowOf(seller, 'pool-entry', rows[0]?.id ?? '')
  expect(kept).toMatchObject({ status: 'claimed', claimedBy: seller.meta.user.id })
  const claimed = await rowOf(seller, 'customer', String(kept['customer']))
  expect(claimed).toMatchObject({ owner: seller.meta.user.id, pool: null })
})

test('a stage rule is written, shows whom it moves, and is put in force', async () => {
  const manager = await signIn('manager', { locale: 'en' })
  const { page } = manager
  await manager.open('/new/stage-rule')
  await manager.fill('Name', '沒有人適用')
  await page.getByRole('combobox', { name: 'Into stage' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: 'Lost' }).click()
  await manager.findNoFault()
  await manager.press('Save')
  const id = await manager.recordId('stage-rule')
  await manager.press('See whom it moves tonight')
  await page.waitForURL(/\/list\/customer/u)
  await page.getByRole('gridcell').first().waitFor()
  await manager.open(`/record/stage-rule/${id}`)
  await manager.press('Put in force')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Put in force' }).click()
  // It would move everybody, so that the number of all has to be entered.
  await dialog.getByText(/Tonight this would touch \d+ of \d+ customers/u).waitFor()
  await manager.findNoFault()
})
