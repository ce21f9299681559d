/** What people do with any record: find it, follow it, say something, throw it away, tidy up. */
import type { ListAnswer, WireRow } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { rowOf } from './trade.ts'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { signIn } = useBrowser()
const customers = '/list/customer?tab=All&q='

/** Enters a record beside the screens, so that a test begins where its own matter does. */
async function make({ page }: Visitor, entity: string, data: object): Promise<string> {
  const answer = await page.request.post(`/api/${entity}`, { data, headers: { 'X-Shangmai': '1' } })
  expect(answer.status()).toBe(201)
  return ((await answer.json()) as { row: WireRow }).row.id
}

const item = ({ page, t }: Visitor, name: string) =>
  page.getByRole('menuitem', { name: t(name), exact: true })

/** Waits for the word that it is done. */
const done = ({ page, t }: Visitor, words: string, values = {}) =>
  page
    .locator('.ant-message-success')
    .filter({ hasText: t(words, values) })
    .first()
    .waitFor()

async function tick({ page, t }: Visitor, names: readonly string[]): Promise<void> {
  for (const name of names)
    await page.getByRole('checkbox', { name: t('Select {name}', { name }) }).check()
}

test('anything is found by pinyin, phone and number, and opened from there', async () => {
  const lead = await signIn('lead')
  const { page, t } = lead
  const name = '朝陽機電有限公司'
  const id = await make(lead, 'customer', { name, phone: '02-8797-3355' })
  const [order] = (await lead.ask<ListAnswer>('/api/order?limit=1')).rows
  const wishes = [
    ...['cyjd', 'chaoyang', '8797 3355'].map((typed) => ({ typed, entity: 'customer', id })),
    { typed: String(order?.['number']), entity: 'order', id: order?.id },
  ]
  await lead.open('/')
  for (const wish of wishes) {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: t('Search everything…') }).fill(wish.typed)
    const found = wish.entity === 'order' ? wish.typed : name
    await page.getByRole('option', { selected: true }).filter({ hasText: found }).waitFor()
    if (wish.entity === 'order') await lead.findNoFault()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/record/${wish.entity}/${wish.id}`)
  }
  await page.getByRole('heading', { level: 1, name: String(order?.['number']) }).waitFor()
  await lead.findNoFault()
})

test('the search box does what the open page can do, found by pinyin', async () => {
  const lead = await signIn('lead')
  const { page, t } = lead
  const name = '和泰五金行'
  const id = await make(lead, 'customer', { name })
  await lead.open(`/record/customer/${id}`)
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox', { name: t('Search everything…') })
  await page
    .getByRole('option')
    .filter({ hasText: t('Edit') })
    .first()
    .waitFor()
  await lead.findNoFault()
  await box.fill('shanchu')
  await page
    .getByRole('option', { selected: true })
    .filter({ hasText: t('Delete') })
    .waitFor()
  await page.keyboard.press('Enter')
  await done(lead, 'Moved to the recycle bin')
  await page.keyboard.press('Control+k')
  await box.fill('baojiadan')
  await page
    .getByRole('option', { selected: true })
    .filter({ hasText: lead.meta.entities['quote']?.label.many ?? '' })
    .waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/list/quote*')
})

test('what is deleted lies in the recycle bin and comes back', async () => {
  const lead = await signIn('lead')
  const { page, t } = lead
  const name = '暫存貿易有限公司'
  const id = await make(lead, 'customer', { name })
  await lead.open(`/record/customer/${id}`)
  await lead.press('More')
  await item(lead, 'Delete').click()
  await done(lead, 'Moved to the recycle bin')
  await page.waitForURL('**/list/customer*')
  await lead.open('/bin')
  const row = page.getByRole('row').filter({ hasText: name })
  await row.waitFor()
  await lead.findNoFault()
  await row.getByRole('button', { name: t('Restore') }).click()
  await done(lead, '{title} is back', { title: name })
  await lead.open(`${customers}${name}`)
  await page.getByRole('link', { name }).waitFor()
  expect(await rowOf(lead, 'customer', id)).toMatchObject({ name, deletedAt: null })
  await lead.findNoFault()
})

test('a comment stands in the timeline and stays there', async () => {
  const lead = await signIn('lead')
  const { page } = lead
  const id = await make(lead, 'customer', { name: '留言測試有限公司' })
  await lead.open(`/record/customer/${id}`)
  await lead.fill('Comment', '下週二拜訪，帶新型錄')
  await lead.press('Send')
  const said = page.locator('.timeline-items').getByText('下週二拜訪，帶新型錄')
  await said.waitFor()
  await page.reload()
  await said.waitFor()
  await lead.findNoFault()
})

test('the page of a record lists what points to it, and makes more of it in place', async () => {
  const lead = await signIn('lead')
  const { page, t } = lead
  const id = await make(lead, 'customer', { name: '連結科技有限公司' })
  await lead.open(`/record/customer/${id}`)
  await lead.press('New')
  await item(lead, 'Contact').click()
  await lead.fill('Name', '周明達')
  await lead.press('Save')
  const contact = await lead.recordId('contact')
  expect(await rowOf(lead, 'contact', contact)).toMatchObject({ customer: id })
  await page.getByRole('link', { name: '連結科技有限公司' }).click()
  await page.getByRole('tab', { name: t('Contacts') }).click()
  const link = page.getByRole('tabpanel').getByRole('link', { name: '周明達' })
  await link.waitFor()
  await lead.findNoFault()
  await link.click()
  expect(await lead.recordId('contact')).toBe(contact)
})

const sizes = ['desk', 'phone'] as const

test.each(sizes)('the papers of a deal lead to each other, on the %s', async (size) => {
  const manager = await signIn('manager', { size })
  const { page, t } = manager
  const { rows } = await manager.ask<ListAnswer>('/api/receipt?sort=number&limit=1')
  await manager.open(`/record/receipt/${rows[0]?.id}`)
  const deal = page.locator(`nav[aria-label="${t('Documents of this deal')}"]`)
  for (const entity of ['invoice', 'order', 'shipment']) {
    if (size === 'phone') await page.locator('.chain-fold summary').click()
    if (entity === 'invoice') await manager.findNoFault()
    await deal.locator(`a[href*="/record/${entity}/"]`).click()
    await page.waitForURL(`**/record/${entity}/*`)
    const here = page.getByRole('heading', {
      level: 1,
      name: manager.meta.entities[entity]?.label.one ?? '',
    })
    await here.waitFor()
  }
  await manager.findNoFault()
})

test('a report draws its figures', async () => {
  const manager = await signIn('manager')
  await manager.open('/report/sales-by-category')
  const chart = manager.page.getByRole('img', { name: manager.t('Sales by category') })
  const names = manager.page.locator('.report-table tbody tr td:first-child')
  // A bar, or a piece, under the name of the first row.
  const first = (await names.first().textContent()) ?? ''
  await chart.getByText(first).first().waitFor()
  const shapes = chart.locator('svg path')
  expect(await shapes.count()).toBeGreaterThan(await names.count())
  await manager.findNoFault()
})

test('many are changed at once after a look at what would happen, and taken back', async () => {
  const lead = await signIn('lead')
  const { page, t } = lead
  const names = ['聯勝甲有限公司', '聯勝乙有限公司']
  const ids: string[] = []
  for (const name of names) ids.push(await make(lead, 'customer', { name, industry: '塑膠' }))
  const industries = async () => {
    const rows = await Promise.all(ids.map((id) => rowOf(lead, 'customer', id)))
    return rows.map(({ industry }) => industry)
  }
  await lead.open(`${customers}聯勝`)
  await tick(lead, names)
  await lead.press('Change a field')
  await lead.pick('Field', t('Industry'))
  await lead.fill('New value', '航太')
  await lead.press('See what would change')
  const changes = '{count, plural, one {# record} other {# records}} will be changed.'
  await page.getByText(t(changes, { count: 2 })).waitFor()
  await lead.findNoFault()
  expect(await industries()).toEqual(['塑膠', '塑膠'])
  await lead.confirm('Change {count, plural, one {# record} other {# records}}', { count: 2 })
  await done(lead, '{count, plural, one {# record} other {# records}} changed', { count: 2 })
  expect(await industries()).toEqual(['航太', '航太'])
  await lead.press('Undo')
  await done(lead, 'Taken back: {count}', { count: 2 })
  expect(await industries()).toEqual(['塑膠', '塑膠'])
  await lead.findNoFault()
})

test('two customers that are one become one; what hung on the other moves along', async () => {
  const lead = await signIn('lead')
  const { page, t } = lead
  const [kept, dropped] = ['合一電機有限公司', '合一電機公司']
  const id = await make(lead, 'customer', { name: kept })
  const other = await make(lead, 'customer', { name: dropped, phone: '02-2500-7788' })
  const contact = await make(lead, 'contact', { name: '何小姐', customer: other })
  await lead.open(`${customers}合一電機`)
  await tick(lead, [kept, dropped])
  await lead.press('Merge')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: kept, exact: true }).first().check()
  await dialog
    .getByRole('row', { name: t('Phone') })
    .getByRole('radio', { name: '2500' })
    .check()
  await lead.findNoFault()
  await lead.confirm('Merge')
  await done(lead, 'Merged into one')
  expect(await rowOf(lead, 'customer', id)).toMatchObject({ name: kept, phone: '+886225007788' })
  expect(await rowOf(lead, 'contact', contact)).toMatchObject({ customer: id })
  await page.getByRole('link', { name: dropped, exact: true }).waitFor({ state: 'detached' })
  await lead.findNoFault()
})
