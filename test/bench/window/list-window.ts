/** The big company's list of customers in a browser: how soon it stands, opens and filters. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from '../http.ts'
import { median, slowDown, timeOf, timeToStand, untilQuiet } from './clock.ts'

const turns = 5
const row = '.list-rows .list-row'
const rowTitle = `${row} [data-field="name"]`
const words = ['鼎', '博', '永', '瑞', '春']

export interface Times {
  ready: number
  open: number
  filter: number
}

export interface Visit {
  browser: Browser
  origin: string
  email: string
  password: string
}

/** @param slow the processor is so many times slower */
export async function visitList(visit: Visit, slow: number): Promise<Times> {
  const ready: number[] = []
  for (let turn = 0; turn < turns; turn += 1) ready.push(await firstList(visit, slow))
  const { context, page } = await openList(visit)
  await slowDown(page, slow)
  try {
    return { ready: median(ready), open: await openRecords(page), filter: await filterBy(page) }
  } finally {
    await context.close()
  }
}

async function newPage(visit: Visit): Promise<{ context: BrowserContext; page: Page }> {
  const { browser, origin, email, password } = visit
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-TW',
  })
  const headers = { 'X-Shangmai': '1' }
  const answer = await context.request.post('/api/session', { data: { email, password }, headers })
  expect(answer.ok(), `nobody signs in: ${answer.status()}`)
  return { context, page: await context.newPage() }
}

/** Compressed bytes of script until the first page stands and nothing more comes. */
export async function scriptOfFirstPage(visit: Visit): Promise<number> {
  const { context, page } = await newPage(visit)
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await untilQuiet(page)
  const bytes = await page.evaluate(() => {
    const end = performance.getEntriesByName('first-page-stands')[0]?.startTime ?? Infinity
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime < end)
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, one) => sum + (one as PerformanceResourceTiming).encodedBodySize, 0)
  })
  await context.close()
  expect(bytes > 0, 'no script came')
  return bytes
}

/** With nothing kept from an earlier visit. */
async function firstList(visit: Visit, slow: number): Promise<number> {
  const { context, page } = await newPage(visit)
  await slowDown(page, slow)
  await page.goto('/list/customer', { waitUntil: 'commit' })
  const time = await timeToStand(page, row)
  await context.close()
  return time
}

export async function openList(visit: Visit) {
  const opened = await newPage(visit)
  await opened.page.goto('/list/customer')
  await opened.page.locator(row).first().waitFor()
  await untilQuiet(opened.page)
  return opened
}

/** One after the other, each from the list. */
async function openRecords(page: Page): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const link = page.locator(`${rowTitle} a`).nth(turn)
    const name = (await link.textContent()) ?? ''
    const sight = { selector: 'main h1', text: name }
    times.push(await timeOf(page, 'pointerdown', () => link.click(), sight))
    await page.goBack()
    await page.locator(row).first().waitFor()
    await untilQuiet(page)
  }
  return median(times)
}

/** From the character to rows that all contain it. */
async function filterBy(page: Page): Promise<number> {
  const field = page.locator('#list-search')
  const times: number[] = []
  for (const text of words.slice(0, turns)) {
    await field.focus()
    const type = () => page.keyboard.insertText(text)
    times.push(await timeOf(page, 'input', type, { selector: rowTitle, text }))
    await field.fill('')
    await page.waitForFunction(
      ([selector = '', character = '']) =>
        [...document.querySelectorAll(selector)].some(
          (one) => !(one.textContent ?? '').includes(character),
        ),
      [rowTitle, text],
    )
    await untilQuiet(page)
  }
  return median(times)
}
