/** The first minutes with an empty product: set up, shown around, and a first quote on paper. */
import type { HouseMeta } from '#kernel/http/wire.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProduct, type Product } from '../scenarios/product.ts'
import { typeLine } from './trade.ts'
import { useBrowser } from './use-browser.ts'
import { visitorOf, type Looks, type Visitor } from './visitor.ts'

let product: Product
const { newPage } = useBrowser(/\/api\/user$/u, () => product.url)
const owner = { email: 'mei@harbor.example', password: 'seven boats at noon' }

beforeAll(async () => {
  product = await startProduct('none')
}, 120_000)
afterAll(() => product.close())

async function signIn(looks: Looks): Promise<Visitor> {
  const page = await newPage(looks)
  const headers = { 'X-Shangmai': '1' }
  const { locale = 'en', theme = 'light' } = looks
  await page.request.post('/api/session', { data: owner, headers })
  await page.request.patch('/api/session/preferences', { data: { locale, theme }, headers })
  return visitorOf(page)
}

async function setUp(): Promise<Visitor> {
  const page = await newPage({ locale: 'en' })
  await page.goto('/')
  await page.getByLabel('Company name').fill('Harbor Books')
  await page.getByLabel('Your name').fill('Mei Chen')
  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Open the house' }).click()
  await page.waitForURL('**/begin')
  return visitorOf(page)
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Full name' }).first().focus()
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', given)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)
}

async function stepOf({ ask }: Visitor) {
  return (await ask<HouseMeta>('/api/meta')).company.setUp
}

test('the guide leads from company to records, and keeps its place', async () => {
  const mei = await setUp()
  const { page } = mei
  await mei.fill('Tax number', '12345675')
  await mei.findNoFault()
  await mei.press('Save and go on')
  await page.waitForURL('**/begin/look')
  await page.reload()
  await mei.open('/begin')
  await page.getByText('Dark', { exact: true }).waitFor()
  expect(await stepOf(mei)).toBe('look')
  await mei.press('Go on')
  await page.waitForURL('**/begin/people')

  await paste(page, 'Ann Lee\tann@harbor.example\tSalesperson\nBob Wu\tmei@harbor.example\tFinance')
  await mei.press('Add and invite ({count})', { count: 2 })
  await page.getByRole('status').getByText('ann@harbor.example').waitFor()
  // The second one has the address of somebody else: it stays, with the reason.
  await page.getByRole('alert').waitFor()
  await mei.findNoFault()
  await page.getByRole('textbox', { name: 'E-mail' }).first().fill('bob@harbor.example')
  await mei.press('Add and invite ({count})', { count: 1 })
  await page.getByRole('status').getByText('bob@harbor.example').waitFor()
  const users = await mei.ask<{ rows: { name: string; roles: string[] }[] }>(
    '/api/user?sort=name&columns=name,roles',
  )
  expect(users.rows).toMatchObject([
    { name: 'Ann Lee', roles: ['sales'] },
    { name: 'Bob Wu', roles: ['finance'] },
    { name: 'Mei Chen' },
  ])
  await mei.press('Go on')
  await page.waitForURL('**/begin/records')
  await mei.findNoFault()
  await page.getByRole('link', { name: 'Import Customers' }).click()
  await page.waitForURL('**/import/customer')
  await mei.press('Go on')
  await page.waitForURL('**/begin/records')
  await mei.press('Back')
  await page.waitForURL('**/begin/people')
  await mei.press('Go on')
  await page.waitForURL('**/begin/records')
  await mei.press('Go on')
  await page.waitForURL('**/begin/ready')
  await mei.findNoFault()
  await mei.press('To the first page')
  await page.waitForURL(`${product.url}/`)
  expect(await stepOf(mei)).toBe('done')
})

test('the tour comes once by itself, and goes on Escape', async () => {
  const mei = await signIn({ locale: 'en' })
  await mei.open('/')
  const { page } = mei
  const tour = page.getByRole('dialog', { name: 'All your work is in this menu' })
  await tour.waitFor()
  await page.keyboard.press('Escape')
  await tour.waitFor({ state: 'detached' })
  await mei.open('/')
  const kept = await mei.ask<{ preferences: object }>('/api/session')
  expect(kept.preferences).toMatchObject({ tour: 'seen' })
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('an empty list says what it is for, and leads to the first record', async () => {
  const mei = await signIn({ locale: 'en' })
  await mei.open('/list/shipment')
  await mei.page.getByText('They begin at a confirmed order').waitFor()
  await mei.findNoFault()
  await mei.page.getByRole('link', { name: 'Go to Orders' }).click()
  await mei.page.waitForURL('**/list/order*')
  await mei.open('/list/customer')
  await mei.page.getByText('Whoever buys from you').waitFor()
  await mei.findNoFault()
  expect(await mei.page.getByRole('link', { name: 'Import from a file' }).count()).toBe(1)
})

test('customer, product and quote are entered, and the quote is printed', async () => {
  const mei = await signIn({ locale: 'en' })
  const { page } = mei
  await mei.open('/list/customer')
  await page.keyboard.press('n')
  await mei.fill('Name', 'Lighthouse Café')
  await mei.press('Save')
  await mei.recordId('customer')
  await mei.open('/new/product')
  await mei.fill('Code', 'B-1')
  await mei.fill('Name', 'Sea charts')
  await mei.press('Save')
  await mei.recordId('product')
  await mei.open('/new/quote')
  await mei.pick('Customer', 'Light', 'Lighthouse Café')
  await page.getByRole('textbox', { name: 'Product, line 1' }).focus()
  await typeLine(mei, { product: 'B-1', quantity: '3', unitPrice: '480' })
  await mei.press('Save')
  await mei.recordId('quote')
  const printed = page.waitForResponse(/\/api\/print\/quote\//)
  await mei.press('Print')
  const form = await page.request.get((await printed).url())
  expect((await form.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

/** Goes through the whole tour; at each stop the card lies beside what is lit. */
async function walk(visitor: Visitor): Promise<string[]> {
  const { page, t } = visitor
  const titles: string[] = []
  const heading = page.locator('.tour h2')
  for (;;) {
    await page.locator('.tour-card:not(.is-waiting)').waitFor()
    titles.push((await heading.textContent()) ?? '')
    const [card, light] = await Promise.all(
      ['.tour-card', '.tour-light'].map((part) => page.locator(part).boundingBox()),
    )
    if (!card || !light) throw new Error('nothing is lit')
    const beside =
      card.x >= light.x + light.width ||
      light.x >= card.x + card.width ||
      card.y >= light.y + light.height ||
      light.y >= card.y + card.height
    expect([titles.at(-1), beside]).toEqual([titles.at(-1), true])
    await visitor.findNoFault()
    if ((await page.locator('.tour-foot .ant-btn-primary').textContent()) === t('Done')) break
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(
      (was) => document.querySelector('.tour h2')?.textContent !== was,
      titles.at(-1),
    )
  }
  await page.keyboard.press('ArrowLeft')
  await heading.filter({ hasText: titles.at(-2) ?? '' }).waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.tour').waitFor({ state: 'detached' })
  return titles
}

test.each([
  ['desk', 'en', 'light', 'Help is close'],
  ['phone', 'zh-Hant', 'dark', '隨時查看說明'],
] as const)('the tour is taken again from the menu: %s', async (size, locale, theme, last) => {
  const mei = await signIn({ size, locale, theme })
  await mei.open('/')
  await mei.press('Your menu, {name}', { name: 'Mei Chen' })
  await mei.press('Take the tour')
  const titles = await walk(mei)
  expect(titles).toHaveLength(6)
  expect(titles.at(-1)).toBe(last)
})
