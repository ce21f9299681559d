/** The week on paper: planned, reported with what was seen, answered; and a suggestion upward. */
import type { ListAnswer } from '#kernel/http/wire.ts'
import { addDays, startOf } from '#kernel/time/date.ts'
import { expect, test } from 'vitest'
import { rowOf } from './trade.ts'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { signIn } = useBrowser()

/** Says something in the dialog of an action, and does it. */
async function answer({ page, t }: Visitor, action: string, field: string, words: string) {
  await page.getByRole('button', { name: t(action), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: t(field) }).fill(words)
  await dialog.getByRole('button', { name: t(action), exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

test('a week is planned on the phone, filled in, handed in and accepted', async () => {
  const seller = await signIn('sales', { size: 'phone' })
  const later = addDays(startOf('week', seller.meta.today), 70)
  await seller.open(`/new/work-plan?with=${encodeURIComponent(JSON.stringify({ on: later }))}`)
  await seller.fill('Goals', '拜訪十位沉默客戶')
  await seller.findNoFault()
  await seller.press('Save')
  const id = await seller.recordId('work-plan')
  await seller.findNoFault()
  await seller.press('Hand in')
  await seller.seeState('Handed in')

  const lead = await signIn('lead', { theme: 'dark' })
  await lead.open(`/record/work-plan/${id}`)
  await lead.findNoFault()
  await answer(lead, 'Accept', 'A word on it', '先從北區開始')
  await lead.seeState('Accepted')
  const about = encodeURIComponent(JSON.stringify({ record: id }))
  const { rows } = await lead.ask<ListAnswer>(`/api/comment?where=${about}&columns=text`)
  expect(rows).toMatchObject([{ text: '先從北區開始' }])
  expect(await rowOf(lead, 'work-plan', id)).toMatchObject({ status: 'accepted' })
})

test('a report stands on the figures that were seen, and is sent back with a word', async () => {
  const seller = await signIn('sales', { locale: 'zh-Hans' })
  const { page, meta } = seller
  const on = addDays(meta.today, -21)
  const wish = JSON.stringify({ kind: 'daily', on })
  await seller.open(`/new/work-report?with=${encodeURIComponent(wish)}`)
  await seller.fill('Results of the work', '完成三家报价')
  await seller.findNoFault()
  await seller.press('Save')
  const id = await seller.recordId('work-report')
  await page.locator('.record-overview').first().waitFor()
  await seller.findNoFault()
  await seller.press('Hand in')
  await seller.seeState('Handed in')

  const lead = await signIn('lead', { locale: 'en' })
  await lead.open(`/record/work-report/${id}`)
  await lead.findNoFault()
  await answer(lead, 'Send back', 'What to change', 'Which three?')
  expect(await rowOf(lead, 'work-report', id)).toMatchObject({ status: 'returned' })
  await seller.open(`/record/work-report/${id}`)
  await page.getByText('Which three?').first().waitFor()
  await seller.findNoFault()
})

test('a suggestion goes to the superior and is taken up; a page tells of a colleague', async () => {
  const seller = await signIn('sales', { locale: 'en', size: 'phone' })
  await seller.open('/new/suggestion')
  await seller.fill('In a few words', '樣品室加一台磅秤')
  await seller.fill('Suggestion', '寄樣品時常要跑倉庫秤重。')
  await seller.findNoFault()
  await seller.press('Save')
  const id = await seller.recordId('suggestion')

  const lead = await signIn('lead', { locale: 'en' })
  await lead.open('/list/suggestion?tab=To+answer')
  await lead.page.getByText('樣品室加一台磅秤').first().waitFor()
  await lead.open(`/record/suggestion/${id}`)
  await lead.findNoFault()
  await answer(lead, 'Take up', 'What will be done', 'Ordered, comes on Friday')
  expect(await rowOf(lead, 'suggestion', id)).toMatchObject({ status: 'accepted' })
  await seller.open(`/record/suggestion/${id}`)
  await seller.page.getByText('Ordered, comes on Friday').first().waitFor()
  await seller.findNoFault()

  await lead.open(`/record/user/${seller.meta.user.id}`)
  await lead.page.getByRole('region', { name: 'Recent work' }).waitFor()
  await lead.findNoFault()
})
