/** The same list by its days: gone through by keys, carried by hand, added to by a click. */
import type { ListAnswer, WireRow } from '#kernel/http/wire.ts'
import { addDays, startOf } from '#kernel/time/date.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { carry } from './carry.ts'
import { rowOf } from './trade.ts'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { signIn } = useBrowser()

/** The newest quote or order in this state, as the server knows it. */
async function newest({ ask }: Visitor, entity: string, status: string): Promise<WireRow> {
  const where = encodeURIComponent(JSON.stringify({ status }))
  const { rows } = await ask<ListAnswer>(`/api/${entity}?where=${where}&sort=-number&limit=1`)
  const [row] = rows
  if (!row) throw new Error(`No ${entity} is ${status}`)
  return row
}

const dayAt = (page: Page, day: string) => page.locator(`[role=gridcell][data-place="${day}"]`)

test('a draft is carried to another day and taken back', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { id, orderedOn } = await newest(lead, 'order', 'draft')
  const day = String(orderedOn)
  const other = day.endsWith('01') ? addDays(day, 1) : addDays(day, -1)
  await lead.open('/list/order?tab=All')
  await lead.page.getByRole('link', { name: 'Calendar', exact: true }).click()
  await lead.page.locator(`[data-place="${day}"] [data-card="${id}"]`).waitFor()
  await lead.findNoFault()
  await carry(lead.page, lead.page.locator(`[data-card="${id}"]`), dayAt(lead.page, other), 40)
  await lead.page.getByText('Ordered on is now').waitFor()
  await lead.page.locator(`[data-place="${other}"] [data-card="${id}"]`).waitFor()
  expect(await rowOf(lead, 'order', id)).toMatchObject({ orderedOn: other })
  await lead.press('Undo')
  await lead.page.locator(`[data-place="${day}"] [data-card="${id}"]`).waitFor()
  await expect.poll(() => rowOf(lead, 'order', id)).toMatchObject({ orderedOn: day })
})

test('by keys one goes from day to day, and a frozen record says why it stays', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  const { id, orderedOn } = await newest(lead, 'order', 'confirmed')
  const day = String(orderedOn)
  await lead.open(`/list/order?tab=All&shape=calendar&span=week&day=${day}`)
  await dayAt(page, day).focus()
  await lead.findNoFault()
  await page.keyboard.press('Enter')
  const card = page.locator(`[data-card="${id}"] a`)
  await card.focus()
  await page.keyboard.press('Space')
  const step = (await dayAt(page, addDays(day, 1)).count()) > 0 ? 'ArrowRight' : 'ArrowLeft'
  await page.keyboard.press(step)
  await page.locator('.calendar-why').getByText('frozen').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.calendar-why').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await page.keyboard.press('PageUp')
  await page.waitForURL((url) => !url.href.includes(`day=${day}`))
  await page.locator('.calendar-day:focus').waitFor()
  await page.keyboard.press('t')
  await page.locator('.calendar-day.is-today:focus').waitFor()
  expect(await rowOf(lead, 'order', id)).toMatchObject({ orderedOn: day })
})

test('an empty day begins a record of that day, filters narrow the days', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  const today = await lead.ask<ListAnswer>('/api/quote?limit=1&sort=-quotedOn')
  const month = startOf('month', String(today.rows[0]?.['quotedOn']))
  await lead.open(`/list/quote?tab=All&shape=calendar&day=${month}`)
  await page.locator('.calendar-line').first().waitFor()
  const empty = page.locator('.calendar-day:not(:has([data-card]))').first()
  const day = (await empty.getAttribute('data-place')) ?? ''
  await empty.click({ position: { x: 60, y: 60 } })
  await page.waitForURL('**/new/quote**')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByLabel('Quoted on').inputValue()).toBe(day)
  await page.goBack()
  const lines = page.locator('.calendar-line')
  await lines.first().waitFor()
  await page.getByRole('textbox', { name: 'Search in this list' }).fill('zzzz')
  await page.getByText('Nothing matches').waitFor()
})

test('a month with more records than fit counts them and opens the day', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  const { orderedOn } = await newest(lead, 'order', 'draft')
  const day = String(orderedOn)
  const many = Array.from({ length: 7 }, (_, at) => ({
    id: `00000000-0000-7000-8000-00000000000${at}`,
    version: 1,
    number: `SO-${at}`,
    orderedOn: day,
    status: 'draft',
  }))
  const asked: string[] = []
  // A full page that ends in the middle of the day: the day is then asked for by itself.
  await page.route('**/api/order?**', async (route) => {
    const query = new URL(route.request().url()).searchParams
    const where = JSON.parse(query.get('where') ?? '{}') as Record<string, { from?: string }>
    const from = where['orderedOn']?.from
    if (from === undefined) return route.continue()
    asked.push(from)
    const isPage = query.get('limit') === '200'
    const rows = isPage || from === day ? many : []
    const count = { value: from === day ? 1000 : 0, capped: from === day }
    return route.fulfill({ json: { rows, refs: {}, next: isPage ? 'more' : null, count } })
  })
  await lead.open(`/list/order?tab=All&shape=calendar&day=${day}`)
  const more = dayAt(page, day).getByRole('link', { name: /more$/ })
  await more.getByText('99', { exact: false }).waitFor()
  expect(asked.slice(1).every((one) => one >= day)).toBe(true)
  await page.unroute('**/api/order?**')
  await more.click()
  await page.locator('.list-row[aria-rowindex="2"]').waitFor()
  expect(decodeURIComponent(page.url())).toContain(`"orderedOn":{"from":"${day}","until":"${day}"}`)
})

test('on the phone the days stand below a strip of the month', async () => {
  const lead = await signIn('lead', { size: 'phone' })
  const { page } = lead
  const { id, orderedOn } = await newest(lead, 'order', 'draft')
  const day = String(orderedOn)
  await lead.open(`/list/order?tab=All&shape=calendar&day=${day}`)
  const section = page.locator(`.agenda-day[data-place="${day}"]`)
  await section.locator(`[data-card="${id}"]`).waitFor()
  await lead.findNoFault()
  await page.locator('.day-strip').getByRole('button').nth(1).click()
  await page.locator('.agenda-day').nth(0).waitFor()
  await section.locator(`[data-card="${id}"] a`).click()
  expect(await lead.recordId('order')).toBe(id)
})

test('on the phone a finger that stays lifts a record, and the strip takes it', async () => {
  const lead = await signIn('lead', { size: 'phone' })
  const { page } = lead
  const { id, orderedOn } = await newest(lead, 'order', 'draft')
  const day = String(orderedOn)
  await lead.open(`/list/order?tab=All&shape=calendar&day=${day}`)
  const card = page.locator(`.agenda-day[data-place="${day}"] [data-card="${id}"]`)
  await card.waitFor()
  const other = day.endsWith('01') ? addDays(day, 1) : addDays(day, -1)
  const from = await card.boundingBox()
  const goal = await page.locator(`.day-strip [data-place="${other}"]`).boundingBox()
  if (!from || !goal) throw new Error('Nothing to carry')
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
    })
  const [startX, startY] = [from.x + 80, from.y + 30]
  const [goalX, goalY] = [goal.x + goal.width / 2, goal.y + goal.height / 2]
  await touch('touchStart', startX, startY)
  await page.locator('.carried').waitFor()
  for (const part of [0.2, 0.5, 0.8, 1])
    await touch('touchMove', startX + (goalX - startX) * part, startY + (goalY - startY) * part)
  await page.locator(`.strip-day.is-over[data-place="${other}"]`).waitFor()
  await touch('touchEnd', goalX, goalY)
  await expect.poll(() => rowOf(lead, 'order', id)).toMatchObject({ orderedOn: other })
  await lead.press('Undo')
  await expect.poll(() => rowOf(lead, 'order', id)).toMatchObject({ orderedOn: day })
})
