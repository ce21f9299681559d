/** A task from a customer's page: seen in the calendar, put off, done; and read by a calendar. */
import type { ListAnswer } from '#kernel/http/wire.ts'
import { addDays } from '#kernel/time/date.ts'
import { expect, test } from 'vitest'
import { rowOf } from './trade.ts'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { signIn } = useBrowser()

async function ownCustomer({ ask, meta }: Visitor): Promise<string> {
  const where = encodeURIComponent(JSON.stringify({ owner: meta.user.id }))
  const { rows } = await ask<ListAnswer>(`/api/customer?where=${where}&limit=1`)
  return rows[0]?.id ?? ''
}

/** Opens a customer and begins a task of hers. */
async function beginTask(visitor: Visitor, title: string): Promise<string> {
  const { page, t } = visitor
  const customer = await ownCustomer(visitor)
  await visitor.open(`/record/customer/${customer}`)
  // The lists below come in; until they stand the button moves.
  await page.locator('.tab-count').first().waitFor()
  await page.waitForLoadState('networkidle')
  await visitor.press('New')
  await page.getByRole('menuitem', { name: t('Task'), exact: true }).click()
  await page
    .getByRole('heading', { level: 1, name: t('New {entity}', { entity: t('Task') }) })
    .waitFor()
  await visitor.fill('Task to do', title)
  return customer
}

test('made for a customer, seen by the hour, put off and done', async () => {
  const sales = await signIn('sales', { locale: 'en' })
  const { page } = sales
  const customer = await beginTask(sales, '電話確認樣品')
  await sales.fill('Begins at', '10:30')
  await sales.findNoFault()
  await sales.press('Save')
  const id = await sales.recordId('task')
  const made = await rowOf(sales, 'task', id)
  expect(made).toMatchObject({ entity: 'customer', record: customer, time: '10:30' })
  const day = String(made['dueOn'])
  await sales.open(`/record/customer/${customer}`)
  await page.getByRole('tab', { name: /^Tasks/u }).click()
  await page.getByRole('link', { name: '電話確認樣品' }).waitFor()
  await sales.findNoFault()
  await sales.open(`/list/task?tab=Mine&shape=calendar&span=week&day=${day}`)
  const card = page.locator(`[data-card="${id}"]`)
  await card.waitFor()
  await sales.findNoFault()
  await card.getByRole('link').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.getByText('Due on is now').waitFor()
  expect(await rowOf(sales, 'task', id)).toMatchObject({ dueOn: day, time: '11:30' })
  await page.getByRole('link', { name: 'Day view' }).click()
  await card.waitFor()
  await sales.findNoFault()
  await sales.open(`/record/task/${id}`)
  await sales.press('Postpone')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Days').fill('1')
  await dialog.getByRole('switch').press('Space')
  await sales.confirm('Postpone')
  await expect.poll(() => rowOf(sales, 'task', id)).toMatchObject({ dueOn: addDays(day, 1) })
  await sales.press('Complete')
  await page.getByRole('dialog').getByLabel('Result').fill('要兩箱')
  await sales.confirm('Complete')
  await sales.seeState('Done')
  await sales.open(`/record/customer/${customer}`)
  await page.locator('.timeline-event').getByText('電話確認樣品').waitFor()
})

test('an address for another calendar gives the tasks until it is revoked', async () => {
  const sales = await signIn('sales', { locale: 'en' })
  const { page } = sales
  await sales.open('/tasks/other-calendars')
  await sales.fill('For which program', 'My phone')
  await sales.press('New calendar address')
  const address = (await page.locator('.calendar-link-made code').textContent()) ?? ''
  await sales.findNoFault()
  const read = () => fetch(address)
  const answer = await read()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/calendar; charset=utf-8',
  ])
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/u)
  const file = {
    name: 'theirs.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(
      ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:fair', 'SUMMARY:Fair in Taichung']
        .concat(['DTSTART;VALUE=DATE:20991231', 'END:VEVENT', 'END:VCALENDAR', ''])
        .join('\r\n'),
    ),
  }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('1 appointments read, 1 new tasks.').waitFor()
  await sales.press('Revoke')
  await page.locator('.ant-popover').getByRole('button', { name: 'Revoke' }).click()
  await expect.poll(async () => (await read()).status).toBe(404)
})

test('on the phone a task is made, found day by day, and done', async () => {
  const sales = await signIn('sales', { size: 'phone' })
  const { page } = sales
  await beginTask(sales, '確認樣品')
  await sales.findNoFault()
  await sales.press('Save')
  const id = await sales.recordId('task')
  await sales.findNoFault()
  await sales.open('/list/task?tab=Mine&shape=calendar')
  await page.locator(`.agenda [data-card="${id}"]`).waitFor()
  await sales.findNoFault()
  await sales.open(`/record/task/${id}`)
  await sales.press('Complete')
  await sales.confirm('Complete')
  await expect.poll(() => rowOf(sales, 'task', id)).toMatchObject({ status: 'done' })
})
