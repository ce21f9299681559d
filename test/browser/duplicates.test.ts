/** A customer that is there already: told while it is typed, found by a scan, merged and undone. */
import { expect, test } from 'vitest'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { signIn } = useBrowser()
/** A name of its own for each run, of letters that no other customer has. */
const letters = '甪乐亓仉佟佴俟僖兕冼'
const own = Array.from(String(Date.now()).slice(-6), (digit) => letters[Number(digit)])
const firm = `${own.join('')}精密機械股份有限公司`
const typed = `${own.join('')}精密机械`

async function add({ page }: Visitor, name: string): Promise<string> {
  const data = { name }
  const answer = await page.request.post('/api/customer', { data, headers: { 'X-Shangmai': '1' } })
  expect(answer.status()).toBe(201)
  return ((await answer.json()) as { row: { id: string } }).row.id
}

const notice = ({ page, t }: Visitor) =>
  page.getByRole('status').filter({ hasText: t('It may be there already:') })

test('who types one that is there is told so, and goes to it', async () => {
  const lead = await signIn('lead')
  const id = await add(lead, firm)
  await lead.open('/new/customer')
  await lead.fill('Name', typed)
  await notice(lead).getByText(lead.t('Same name')).waitFor()
  await lead.findNoFault()
  await notice(lead).getByRole('link', { name: firm }).click()
  expect(await lead.recordId('customer')).toBe(id)

  const seller = await signIn('sales', { size: 'phone', theme: 'dark' })
  await seller.open('/new/customer')
  await seller.fill('Name', typed)
  await seller.page.getByText('王志明').first().waitFor()
  expect(await seller.page.getByText(firm).count()).toBe(0)
  await seller.findNoFault()
}, 120_000)

test('a scan finds the pair; it is merged from there, and undone', async () => {
  const lead = await signIn('lead')
  await add(lead, `${own.join('')}精密機械`)
  await lead.open('/list/customer')
  await lead.press('More')
  await lead.page.getByRole('menuitem', { name: lead.t('Look for duplicates') }).click()
  await lead.page.getByRole('link', { name: lead.t('Show them') }).click()
  await lead.page.waitForURL(/duplicate-pair/u)
  const row = lead.page.getByRole('row').filter({ hasText: firm })
  await row.waitFor()
  await lead.findNoFault()
  await row.getByText(firm).click()
  await lead.seeState('Undecided')
  await lead.findNoFault()
  await lead.press('Merge')
  await lead.page.getByRole('dialog').getByText(firm).first().waitFor()
  await lead.findNoFault()
  await lead.confirm('Merge')
  const status = async () => {
    const where = encodeURIComponent(JSON.stringify({ name: { has: firm } }))
    const { rows } = await lead.ask<{ rows: { status: string }[] }>(
      `/api/duplicate-pair?where=${where}`,
    )
    return rows.map((one) => one.status)
  }
  await lead.page.getByText(lead.t('Merged into one')).waitFor()
  await lead.press('Undo')
  await lead.page.getByText(lead.t('Taken back: {count}', { count: 1 })).waitFor()
  expect(await status()).toEqual(['open'])
}, 120_000)
