/** A lead on the phone: entered, qualified, and made a customer without typing anything again. */
import { expect, test } from 'vitest'
import { useBrowser } from './use-browser.ts'

// The first try is refused, since a customer may be the same.
const { signIn } = useBrowser(/\/api\/lead\//u)
const mark = Date.now().toString(36)
const firm = `海雅${mark}儀器`

test('a salesperson converts a lead; a customer that is there is named first', async () => {
  const seller = await signIn('sales', { size: 'phone' })
  await seller.open('/new/lead')
  await seller.fill('Company or person', firm)
  await seller.fill('Person to speak with', '林大偉')
  await seller.fill('Phone', '02-2777-1234')
  await seller.findNoFault()
  await seller.press('Save')
  const id = await seller.recordId('lead')
  await seller.press('Qualify')
  await seller.seeState('Qualified')
  await seller.findNoFault()

  const headers = { 'X-Shangmai': '1' }
  const data = { name: `${firm}有限公司` }
  await seller.page.request.post('/api/customer', { data, headers })
  await seller.press('Convert to customer')
  const dialog = seller.page.getByRole('dialog')
  const send = () =>
    dialog.getByRole('button', { name: seller.t('Convert to customer'), exact: true }).click()
  await send()
  await dialog.getByText(`${firm}有限公司`).first().waitFor()
  await seller.findNoFault()
  await dialog.getByRole('switch', { name: seller.t('It is a new customer') }).press('Space')
  await send()
  const customer = await seller.recordId('customer')
  const { row } = await seller.ask<{ row: Record<string, unknown> }>(`/api/lead/${id}`)
  expect(row).toMatchObject({ status: 'converted', customer })
}, 120_000)
