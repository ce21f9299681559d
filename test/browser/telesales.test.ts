/** An agent calls from a list by keyboard, and sees who is calling while it rings. */
import { expect, test } from 'vitest'
import type { ListAnswer } from '#kernel/http/wire.ts'
import { useBrowser } from './use-browser.ts'

const { signIn } = useBrowser()
const headers = { 'X-Shangmai': '1' }

test('from the queue to the contact record, and on to the next', async () => {
  const agent = await signIn('sales')
  const { page, t } = agent
  // The hours of the demo company are over at night: whoever called is due at any time.
  const results = await agent.ask<ListAnswer>('/api/call-result?sort=order')
  const [first, second] = results.rows
  const mine = await agent.ask<ListAnswer>(
    `/api/call-entry?where=${encodeURIComponent('{"owner":"me","status":"waiting"}')}`,
  )
  const hours = await agent.ask<ListAnswer>('/api/calling-hours')
  const lead = await signIn('lead')
  await lead.page.request.patch(`/api/calling-hours/${hours.rows[0]?.id}`, {
    data: { days: ['0', '1', '2', '3', '4', '5', '6'], begins: '00:00', ends: '23:59' },
    headers,
  })
  expect([mine.rows.length > 1, Boolean(second)]).toEqual([true, true])
  await agent.open('/telesales/calling')
  const desk = page.locator('.calling-who')
  const name = await desk.getByRole('heading', { level: 2 }).innerText()
  await agent.findNoFault()
  await page.keyboard.press('1')
  await page
    .getByRole('button', { name: new RegExp(String(first?.['name'])), pressed: true })
    .waitFor()
  await agent.fill('Summary', '庫存剩一週，先訂一箱')
  await agent.press('Save and call the next')
  await desk.getByRole('heading', { level: 2, name }).waitFor({ state: 'detached' })
  const talks = await agent.ask<ListAnswer>('/api/interaction?sort=-happenedAt&limit=1')
  expect(talks.rows[0]).toMatchObject({ kind: 'call', summary: '庫存剩一週，先訂一箱' })
  await agent.press('Quick order')
  await page.getByRole('dialog').getByText(t('Order'), { exact: false }).first().waitFor()
})

test('on the phone an unknown caller pops up, and becomes a lead', async () => {
  const admin = await signIn('admin')
  const agent = await signIn('sales', { size: 'phone' })
  const { page, t } = agent
  await agent.open('/list/customer')
  const told = { callId: `browser-${Date.now()}`, number: '02-2999-1234', extension: '201' }
  const answer = await admin.page.request.post('/api/phone-call/incoming', {
    data: { input: told },
    headers,
  })
  expect(answer.ok()).toBe(true)
  const pop = page.getByRole('complementary', { name: t('Incoming call') })
  await pop.getByText('+886229991234').waitFor()
  await agent.findNoFault()
  await pop.getByRole('link', { name: t('New lead') }).click()
  await page.waitForURL(/\/new\/lead/u)
  await admin.page.request.post('/api/phone-call/ended', {
    data: { input: { ...told, result: 'missed' } },
    headers,
  })
  await pop.waitFor({ state: 'detached' })
})
