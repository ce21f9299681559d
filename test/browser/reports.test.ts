/** A figure of a report opens exactly its records; a report is kept, shared, and opened again. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { ListAnswer, ReportAnswer } from '#kernel/http/wire.ts'
import { useBrowser } from './use-browser.ts'
import type { Looks, Visitor } from './visitor.ts'

const { signIn } = useBrowser()

const looks: Looks[] = [{}, { size: 'phone', locale: 'zh-Hans', theme: 'dark' }]

/** Presses a figure of the first row, and takes what the list then asks for. */
async function behind({ page }: Visitor, figure: number): Promise<ListAnswer> {
  const listed = page.waitForResponse(
    (answer) => answer.url().includes('/api/order?') && answer.url().includes('behind'),
  )
  await page.locator('.report-table tbody tr').first().locator('.report-figure').nth(figure).click()
  const answer = (await (await listed).json()) as ListAnswer
  await page.getByText(String(answer.rows[0]?.['number'])).first().waitFor()
  return answer
}

test.each(looks)('figures open exactly their records, %o', async (look) => {
  const manager = await signIn('manager', look)
  const { page } = manager
  const asked = page.waitForResponse(/\/api\/report\/sales-by-customer/u)
  await manager.open('/report/sales-by-customer')
  const [first] = ((await (await asked).json()) as ReportAnswer).rows
  const orders = await behind(manager, 0)
  expect(orders.count).toEqual({ value: Number(first?.['orders']), capped: false })
  expect(new Set(orders.rows.map(({ customer }) => customer))).toEqual(
    new Set([first?.['customer']]),
  )
  const told = manager.t('{count} in all', { count: String(first?.['orders']) })
  if (look.size !== 'phone') await page.getByText(told).waitFor()
  await manager.findNoFault()
  await page.goBack()
  const revenue = await behind(manager, 1)
  expect(revenue.rows.map(({ id }) => id).sort()).toEqual(orders.rows.map(({ id }) => id).sort())
  expect(Number(revenue.totals?.['behind'])).toBe(Number(first?.['revenue']))
})

test('a report is saved under a name, shared with sellers, and theirs to open', async () => {
  const lead = await signIn('lead')
  const { page, t } = lead
  const name = `本月客戶 ${Date.now()}`
  await lead.open('/report/sales-by-customer')
  await page.locator('.report-table').waitFor()
  await page.locator('.report-table th button').first().click()
  await lead.press('Save')
  await lead.fill('Name of the saved report', name)
  await page.getByRole('combobox', { name: t('Share with') }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '業務員' }).first().click()
  await page.getByText(t('Name of the saved report')).click()
  await lead.findNoFault()
  await page.getByRole('button', { name: t('Save report'), exact: true }).click()
  await page.waitForURL(/saved=/u)
  await page.getByRole('button', { name, exact: true }).waitFor()

  const seller = await signIn('sales')
  await seller.open('/')
  await seller.page.keyboard.press('Control+k')
  await seller.page.getByRole('combobox', { name: t('Search everything…') }).fill(name)
  await seller.page.getByRole('option').filter({ hasText: name }).click()
  await seller.page.waitForURL(/\/report\/sales-by-customer\?.*saved=/u)
  const sorted = seller.page.locator('.report-table th').first()
  await expect.poll(() => sorted.getAttribute('aria-sort')).toMatch(/ascending|descending/u)
  await seller.findNoFault()
  const store = await signIn('store')
  const { rows } = await store.ask<ListAnswer>('/api/saved-report?limit=200')
  expect(rows.some((row) => row['name'] === name)).toBe(false)
})

interface Point {
  x: number
  y: number
}

/** The fullest cell of a heat map is of the strongest colour; null until it is drawn. */
function fullest(page: Page): Promise<Point | null> {
  return page.evaluate(() => {
    const probe = document.createElement('i')
    document.body.append(probe)
    const plain = (colour: string) => {
      probe.style.color = colour
      return getComputedStyle(probe).color
    }
    const strongest = plain(getComputedStyle(document.body).getPropertyValue('--brand'))
    const paths = [...document.querySelectorAll('.report-chart svg path')]
    const found = paths.find((path) => plain(path.getAttribute('fill') ?? '') === strongest)
    probe.remove()
    found?.scrollIntoView({ block: 'center' })
    const { left, top, width, height } = found?.getBoundingClientRect() ?? new DOMRect()
    return found ? { x: left + width / 2, y: top + height / 2 } : null
  })
}

/** Presses it once nothing moves it any more. */
async function pressFullest({ page }: Visitor): Promise<void> {
  let last: Point | null = null
  for (let look = 0; look < 100; look += 1) {
    const now = await fullest(page)
    if (now && now.x === last?.x && now.y === last.y) return page.mouse.click(now.x, now.y)
    last = now
    await page.waitForTimeout(150)
  }
  throw new Error('The heat map never comes to rest')
}

test.each(looks)(
  'a cell of a heat map and a disc on the map open their records, %o',
  async (look) => {
    const manager = await signIn('manager', look)
    const { page, t } = manager
    const opens = async (press: () => Promise<void>) => {
      const listed = page.waitForResponse(
        (answer) => answer.url().includes('/api/order?') && answer.url().includes('behind'),
      )
      await press()
      const { rows } = (await (await listed).json()) as ListAnswer
      return rows
    }
    await manager.open('/report/orders-by-weekday')
    const answer = await manager.ask<ReportAnswer>('/api/report/orders-by-weekday')
    const chart = page.getByRole('img', { name: t('Orders by weekday') })
    await chart.getByText(t('Monday')).first().waitFor()
    await manager.findNoFault()
    const most = Math.max(...answer.rows.map(({ orders }) => Number(orders)))
    const found = await opens(() => pressFullest(manager))
    expect(found).toHaveLength(most)

    await manager.open('/report/sales-by-place')
    const disc = page.locator('.map-disc').last()
    await disc.waitFor()
    await page.locator('.report-unplaced').waitFor()
    await manager.findNoFault()
    const orders = await opens(() => disc.dispatchEvent('click'))
    expect(new Set(orders.map(({ customer }) => customer)).size).toBe(1)
  },
)
