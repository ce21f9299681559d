/** From the page of a customer a message goes out, and stands on the timeline at once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ListAnswer, WireRow } from '#kernel/http/wire.ts'
import { openOtherProgram, type OtherProgram } from '#kernel/http/testing/other-program.ts'
import { useBrowser } from './use-browser.ts'
import type { Looks, Visitor } from './visitor.ts'

const { signIn } = useBrowser()
const looks: Looks[] = [{ locale: 'en' }, { size: 'phone', theme: 'dark', locale: 'zh-Hans' }]

let provider: OtherProgram
beforeAll(async () => {
  provider = await openOtherProgram()
})
afterAll(() => provider.close())

const rowsOf = async ({ ask }: Visitor, entity: string): Promise<WireRow[]> =>
  (await ask<ListAnswer>(`/api/${entity}?limit=100`)).rows

/** An administrator sets one up on its page, once for all looks. */
async function setUpGateway(): Promise<void> {
  const admin = await signIn('admin', { locale: 'en' })
  if ((await rowsOf(admin, 'message-gateway')).some(({ key }) => key === 'journey')) return
  await admin.open('/new/message-gateway')
  await admin.fill('Name', 'Journey')
  await admin.fill('Key of the gateway', 'journey')
  await admin.fill('Messages go to', provider.url)
  await admin.findNoFault()
  await admin.press('Save')
  await admin.recordId('message-gateway')
  await admin.press('Enter the secret')
  await admin.fill('Secret', 'agreed upon by both')
  await admin.findNoFault()
  await admin.confirm('Enter the secret')
}

test.each(looks)('a message goes out and stands on the timeline, %o', async (look) => {
  await setUpGateway()
  const seller = await signIn('sales', look)
  const { page, t } = seller
  await seller.open('/new/customer')
  await seller.fill('Name', `簡訊客戶 ${Object.keys(look).length}`)
  await seller.fill('Phone', '0912-345-001')
  await seller.press('Save')
  await seller.recordId('customer')
  await act(seller, 'Send a message')
  const text = `貨已送達，請點收 ${Object.keys(look).length}`
  await seller.fill('Text', text)
  await seller.findNoFault()
  await seller.confirm('Send a message')
  await page.getByText(text).first().waitFor()
  await seller.findNoFault()
  await expect.poll(() => provider.brought.map(({ body }) => body).join()).toContain(text)
  const message = (await rowsOf(seller, 'message')).find((row) => row['text'] === text)
  await seller.open(`/record/message/${message?.id}`)
  await seller.seeState('Sent')
  await seller.findNoFault()
  await seller.open('/list/message')
  await page
    .getByText(t('On its way'))
    .or(page.getByText(t('Sent')))
    .first()
    .waitFor()
  await seller.findNoFault()
})

/** A button of the record, or an entry of its menu where there is no room. */
async function act({ page, t }: Visitor, label: string): Promise<void> {
  const button = page.getByRole('button', { name: t(label), exact: true })
  const entry = page.getByRole('menuitem', { name: t(label), exact: true })
  if (!(await button.isVisible())) await page.getByRole('button', { name: t('More') }).click()
  await button.or(entry).first().click()
}
