/** Makes the pictures of docs/gallery from the demo company: `node test/browser/gallery.ts`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { launchBrowser } from '#kernel/testing/browser.ts'
import type { ListAnswer } from '#kernel/http/wire.ts'
import type { Browser } from 'playwright-core'
import { startProduct } from '../scenarios/product.ts'
import { smallPicture } from './small-picture.ts'
import { typeLine } from './trade.ts'
import { openWindow, signInOn, type Looks, type Visitor } from './visitor.ts'

const folder = 'docs/gallery'
const dark = { theme: 'dark' } as const
const phone = { size: 'phone' } as const

interface Picture {
  name: string
  who: string
  looks: Looks
  open(visitor: Visitor): Promise<void>
}

const pictures: Picture[] = [
  { name: 'home', who: 'lead', looks: {}, open: ({ open }) => open('/') },
  { name: 'home-dark', who: 'lead', looks: dark, open: ({ open }) => open('/') },
  { name: 'customers', who: 'lead', looks: {}, open: ({ open }) => open('/list/customer') },
  {
    name: 'orders-dark',
    who: 'lead',
    looks: dark,
    open: ({ open }) => open('/list/order?tab=All'),
  },
  { name: 'order', who: 'lead', looks: {}, open: openOrder },
  { name: 'quote', who: 'lead', looks: {}, open: fillQuote },
  { name: 'import', who: 'lead', looks: {}, open: mapColumns },
  {
    name: 'report',
    who: 'manager',
    looks: {},
    open: ({ open }) => open('/report/sales-by-customer'),
  },
  {
    name: 'phone-customers',
    who: 'lead',
    looks: phone,
    open: ({ open }) => open('/list/customer'),
  },
  { name: 'phone-order', who: 'lead', looks: phone, open: openOrder },
  { name: 'phone-order-dark', who: 'lead', looks: { ...phone, ...dark }, open: openOrder },
]

async function openOrder({ ask, open }: Visitor): Promise<void> {
  const where = encodeURIComponent(JSON.stringify({ status: 'confirmed' }))
  const { rows } = await ask<ListAnswer>(`/api/order?where=${where}&sort=-total&limit=1`)
  await open(`/record/order/${rows[0]?.id}`)
}

async function fillQuote(lead: Visitor): Promise<void> {
  await lead.open('/new/quote')
  await lead.pick('Customer', '東聯', '東聯精密機械股份有限公司')
  await lead.page.getByRole('textbox', { name: '商品，第 1 行' }).focus()
  await typeLine(lead, { product: 'M-2041', quantity: '4' })
  await typeLine(lead, { product: 'L-9001', quantity: '8', discount: '5' })
  await typeLine(lead, { product: 'B-1108', quantity: '60' })
  await lead.page.keyboard.type('軸')
  await lead.page.getByRole('option').first().waitFor()
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

async function take(browser: Browser, url: string, picture: Picture): Promise<void> {
  const { name, who, looks, open } = picture
  const context = await openWindow(browser, url, looks)
  const page = await context.newPage()
  if (looks.size !== 'phone') await page.setViewportSize({ width: 1200, height: 750 })
  await open(await signInOn(page, who, looks))
  await page.waitForLoadState('networkidle')
  const bytes = await smallPicture(page)
  await writeFile(`${folder}/${name}.png`, bytes)
  console.log(`${name}.png ${Math.ceil(bytes.length / 1024)} kB`)
  await context.close()
}

const product = await startProduct('demo')
const browser = await launchBrowser()
try {
  await mkdir(folder, { recursive: true })
  for (const picture of pictures) await take(browser, product.url, picture)
} finally {
  await browser.close()
  await product.close()
}
