/** A form for visitors: made by a colleague, filled in by somebody without an account, a lead. */
import type { ListAnswer } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { barriers } from './faults.ts'
import { useBrowser } from './use-browser.ts'

// What a visitor left out is refused, and an address that is none.
const { newPage, signIn } = useBrowser(/\/form\//u)
const mark = Date.now().toString(36)

test('a form is made, filled in by a visitor on the phone, and its lead is there', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  await lead.open('/new/lead-form')
  await lead.fill('Name of the form', `Fair ${mark}`)
  await lead.fill('Heading', '歡迎與我們聯絡')
  await lead.page.getByRole('textbox', { name: 'Consent' }).fill('我同意貴公司與我聯絡。')
  await lead.fill('Campaign', mark)
  await lead.findNoFault()
  await lead.press('Save')
  await lead.recordId('lead-form')
  await lead.page.getByRole('region', { name: 'For visitors' }).waitFor()
  await lead.findNoFault()
  const link = lead.page.getByRole('link', { name: 'Open as visitors see it' })
  const address = new URL((await link.getAttribute('href')) ?? '').pathname

  const page = await newPage({ size: 'phone', locale: 'zh-Hans' })
  await page.goto(address)
  await page.getByRole('heading', { name: '歡迎與我們聯絡' }).waitFor()
  expect(await barriers(page)).toEqual([])
  await page.getByLabel('公司名称').fill(`访客${mark}`)
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('请留下电话').waitFor()
  expect(await barriers(page)).toEqual([])
  expect(await page.getByLabel('公司名称').inputValue()).toBe(`访客${mark}`)
  await page.getByLabel('电话').fill('0912 345 678')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '提交' }).click()
  await page.waitForURL(/\?sent$/u)
  await page.getByRole('status').waitFor()

  const where = encodeURIComponent(JSON.stringify({ campaign: mark }))
  const { rows } = await lead.ask<ListAnswer>(`/api/lead?where=${where}&columns=phone,source`)
  expect(rows).toMatchObject([{ phone: '+886912345678', source: 'website' }])
  await lead.page.getByRole('button', { name: 'More', exact: true }).click()
  await lead.page.getByRole('menuitem', { name: 'Close the form' }).click()
  await lead.confirm('Close the form')
  await lead.page.getByText('Closed to visitors').first().waitFor()
  await page.goto(address)
  await page.getByText('表单已关闭').waitFor()
  await page.goto(address.slice(0, -1))
  await page.getByRole('heading', { name: '没有这个表单' }).waitFor()
})
