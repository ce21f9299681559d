/** Makes the pictures of docs/gallery from the demo company: `node test/browser/gallery.ts`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { launchBrowser } from '#kernel/testing/browser.ts'
import type { ChainAnswer, ListAnswer } from '#kernel/http/wire.ts'
import type { Browser } from 'playwright-core'
import { startProduct } from '../scenarios/product.ts'
import { smallPicture } from './small-picture.ts'
import { typeLine, type TypedLine } from './trade.ts'
import { openWindow, signInOn, type Looks, type Visitor } from './visitor.ts'

const folder = 'docs/gallery'

interface Scene {
  name: string
  who: string
  open(visitor: Visitor, isPhone: boolean): Promise<void>
  /** What stands there when the page is complete. */
  shows: string
}

const looks: Record<string, Looks> = {
  light: {},
  dark: { theme: 'dark' },
  phone: { size: 'phone' },
}

const go =
  (path: string): Scene['open'] =>
  ({ open }) =>
    open(path)

const scenes: Scene[] = [
  { name: 'home', who: 'lead', open: go('/'), shows: '.home-rows' },
  { name: 'list', who: 'lead', open: go('/list/customer'), shows: '.list-row, .card' },
  {
    name: 'calendar',
    who: 'lead',
    open: go('/list/order?tab=All&shape=calendar'),
    shows: '.calendar-line, .agenda-day',
  },
  { name: 'map', who: 'lead', open: go('/list/customer?tab=All&shape=map'), shows: '.map-pin' },
  { name: 'record', who: 'manager', open: openOrder, shows: '[role=tabpanel]' },
  { name: 'customer', who: 'lead', open: openCustomer, shows: '.next-step' },
  {
    name: 'board',
    who: 'lead',
    open: go('/list/opportunity?tab=All&shape=board'),
    shows: '.board-card',
  },
  {
    name: 'week',
    who: 'sales',
    open: go('/list/visit?tab=Mine&shape=calendar&span=week'),
    shows: '.calendar-week, .agenda-day',
  },
  { name: 'calling', who: 'lead', open: callSomebody, shows: '.calling-who' },
  { name: 'form', who: 'lead', open: fillOrder, shows: '.sums' },
  { name: 'import', who: 'lead', open: mapColumns, shows: '.mapping' },
  {
    name: 'report',
    who: 'manager',
    open: go('/report/sales-by-customer'),
    shows: '.report-chart text',
  },
  { name: 'roles', who: 'admin', open: go('/settings/roles'), shows: '.right-cell' },
]

/** The order of the demo company that has come furthest, with the most papers about it. */
async function openOrder({ ask, open }: Visitor): Promise<void> {
  const { rows } = await ask<ListAnswer>('/api/order?sort=-total&limit=50')
  const deals = await Promise.all(
    rows.map(async ({ id }) => ({ id, ...(await ask<ChainAnswer>(`/api/order/${id}/chain`)) })),
  )
  const papers = Math.max(...deals.map(({ documents }) => documents.length))
  const longest = deals.find(({ documents }) => documents.length === papers)
  await open(`/record/order/${longest?.id}`)
}

/** The customer of the demo company that has been spoken with most lately. */
async function openCustomer({ ask, open }: Visitor): Promise<void> {
  const where = encodeURIComponent(JSON.stringify({ lastDealOn: { empty: false } }))
  const { rows } = await ask<ListAnswer>(`/api/customer?where=${where}&sort=-lastContactAt&limit=1`)
  await open(`/record/customer/${rows[0]?.id}`)
}

/** Pictures are made at any hour. */
async function callSomebody({ ask, open, page }: Visitor): Promise<void> {
  const { rows } = await ask<ListAnswer>('/api/calling-hours')
  await page.request.patch(`/api/calling-hours/${rows[0]?.id}`, {
    data: { days: ['0', '1', '2', '3', '4', '5', '6'], begins: '00:00', ends: '23:59' },
    headers: { 'x-shangmai': '1' },
  })
  await open('/telesales/calling')
}

const products: TypedLine[] = [
  { product: 'M-2041', quantity: '4' },
  { product: 'L-9001', quantity: '8', discount: '5' },
  { product: 'B-1108', quantity: '60' },
]

async function fillOrder(lead: Visitor, isPhone: boolean): Promise<void> {
  await lead.open('/new/order')
  await lead.pick('Customer', '東聯', '東聯精密機械股份有限公司')
  if (isPhone) {
    for (const line of products) await fillSheet(lead, line)
    await lead.page.getByRole('list', { name: lead.t('Lines') }).scrollIntoViewIfNeeded()
    return
  }
  await lead.page.getByRole('textbox', { name: '商品，第 1 行' }).focus()
  for (const line of products) await typeLine(lead, line)
  await lead.page.keyboard.type('軸')
  await lead.page.getByRole('option').first().filter({ hasText: '軸' }).waitFor()
}

async function fillSheet(lead: Visitor, { product, quantity }: TypedLine): Promise<void> {
  await lead.press('Add line')
  await lead.pick('Product', product)
  await lead.fill('Quantity', quantity)
  await lead.confirm('Done')
}

async function mapColumns(lead: Visitor): Promise<void> {
  const rows = [
    '公司名稱,電話,E-mail,統編,業務,備註',
    '鴻昇精密有限公司,03-5771200,sales@hs.example,53212539,張雅婷,展覽認識',
    '大同齒輪廠,04-23590011,info@gear.example,22099131,王志明,',
    '力行自動化,07-3381200,hello@lx.example,84149961,張雅婷,月結 60 天',
  ]
  await lead.open('/import/customer')
  const buffer = Buffer.from(rows.join('\r\n'))
  await lead.page
    .locator('input[type=file]')
    .setInputFiles({ name: '舊系統客戶.csv', mimeType: 'text/csv', buffer })
  await lead.page.locator('.mapping').waitFor()
}

async function take(browser: Browser, url: string, scene: Scene, look: string): Promise<void> {
  const context = await openWindow(browser, url, looks[look] ?? {})
  const page = await context.newPage()
  await scene.open(await signInOn(page, scene.who, looks[look] ?? {}), look === 'phone')
  await page.locator(scene.shows).first().waitFor()
  await page.waitForLoadState('networkidle')
  const bytes = await smallPicture(page)
  await writeFile(`${folder}/${scene.name}-${look}.png`, bytes)
  console.log(`${scene.name}-${look}.png ${Math.ceil(bytes.length / 1024)} kB`)
  await context.close()
}

const running = process.env['PRODUCT_URL']
const product = running ? { url: running, close: () => undefined } : await startProduct('demo')
const browser = await launchBrowser()
try {
  await mkdir(folder, { recursive: true })
  for (const scene of scenes)
    for (const look of Object.keys(looks)) await take(browser, product.url, scene, look)
} finally {
  await browser.close()
  await product.close()
}
