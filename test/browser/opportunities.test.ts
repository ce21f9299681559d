/** A deal from the customer's page to its end: what a stage lacks is named before it is entered. */
import type { WriteAnswer } from '#kernel/http/wire.ts'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { carry } from './carry.ts'
import { rowOf } from './trade.ts'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

// A refusal is what is looked at here.
const { signIn } = useBrowser(/enter-stage/u)

async function add({ page }: Visitor, entity: string, data: object): Promise<string> {
  const headers = { 'X-Shangmai': '1', 'Idempotency-Key': crypto.randomUUID() }
  const answer = await page.request.post(`/api/${entity}`, { data, headers })
  expect([entity, answer.status()]).toEqual([entity, 201])
  return ((await answer.json()) as WriteAnswer).row?.id ?? ''
}

test('a deal is made at a customer, goes on when it may, and is won', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  const customer = await add(lead, 'customer', { name: '港灣機械廠' })
  await lead.open(`/record/customer/${customer}`)
  await lead.press('New')
  await page.getByRole('menuitem', { name: 'Opportunity', exact: true }).click()
  await lead.fill('Subject', '新包裝線')
  await lead.findNoFault()
  await lead.press('Save')
  const id = await lead.recordId('opportunity')
  expect(await rowOf(lead, 'opportunity', id)).toMatchObject({ customer, status: 'open' })
  await lead.findNoFault()

  await lead.press('Next stage')
  const dialog = page.getByRole('dialog', { name: 'Next stage' })
  await dialog.getByRole('button', { name: 'Next stage', exact: true }).click()
  const why = 'Recent contact records within 30 days (0 of 1)'
  await dialog.getByText(why).first().waitFor()
  await lead.findNoFault()
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click()

  await add(lead, 'interaction', { customer, kind: 'visit', summary: 'They want two lines' })
  await lead.open('/list/opportunity?shape=board')
  const [first, second, third] = ['初步接洽', '需求確認', '方案評估'].map((name) =>
    page.getByRole('region', { name }),
  ) as [Locator, Locator, Locator]
  const card = (column: Locator) => column.locator(`[data-card="${id}"]`)
  await card(first).scrollIntoViewIfNeeded()
  await carry(page, card(first), second)
  await card(second).waitFor()
  await expect.poll(() => rowOf(lead, 'opportunity', id)).toMatchObject({ probability: '25' })
  await lead.findNoFault()
  await carry(page, card(second), third)
  await page.getByText('is entered once there is: Products and Amount is known.').waitFor()
  await card(second).waitFor()

  await lead.open(`/record/opportunity/${id}`)
  await lead.press('Deal won')
  await lead.confirm('Deal won')
  await lead.seeState('Deal won')
  await lead.findNoFault()
  expect(await rowOf(lead, 'opportunity', id)).toMatchObject({ status: 'won' })
})
