/** Cells of a list are changed where they stand: by keys, by mouse, by two people at once. */
import type { WireRow } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { rowOf } from './trade.ts'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { signIn } = useBrowser()
const headers = { 'X-Shangmai': '1' }

/** Customers of a name of their own, so that the list holds them alone. */
async function make({ page }: Visitor, names: readonly string[], more: object = {}) {
  const ids: string[] = []
  for (const name of names) {
    const answer = await page.request.post('/api/customer', { data: { name, ...more }, headers })
    expect(answer.status()).toBe(201)
    ids.push(((await answer.json()) as { row: WireRow }).row.id)
  }
  return ids
}

const columns = 'columns=name,phone,level,creditLimit,owner,createdAt'
const address = (word: string) =>
  `/list/customer?tab=All&sort=name&${columns}&q=${encodeURIComponent(word)}`

const cellOf = ({ page }: Visitor, row: number, field: string) =>
  page.locator('.list-row:not(.list-head)').nth(row).locator(`[data-field=${field}]`)

const values = async (lead: Visitor, ids: readonly string[], field: string) =>
  Promise.all(ids.map(async (id) => (await rowOf(lead, 'customer', id))[field]))

test('by keys alone: Enter saves and goes down, Tab right, Escape leaves', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  const ids = await make(lead, ['鍵行商社 1', '鍵行商社 2', '鍵行商社 3'])
  await lead.open(address('鍵行商社'))
  await cellOf(lead, 2, 'name').waitFor()
  const before = await cellOf(lead, 0, 'name').boundingBox()
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.locator('[data-field=phone]:focus').waitFor()
  await lead.findNoFault()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Phone of 鍵行商社 1' }).waitFor()
  await lead.findNoFault()
  expect(await cellOf(lead, 0, 'name').boundingBox()).toEqual(before)
  await page.keyboard.type('02-2345-1111')
  await page.keyboard.press('Enter')
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Phone of 鍵行商社 2' }).waitFor()
  await page.keyboard.type('02-2345-2222')
  await page.keyboard.press('Tab')
  await page.locator('[data-field=level]:focus').waitFor()
  await expect
    .poll(() => values(lead, ids, 'phone'))
    .toEqual(['+886223451111', '+886223452222', null])
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.keyboard.type('02-9999-9999')
  await page.keyboard.press('Escape')
  await page.locator('[data-field=phone]:focus').waitFor()
  expect(await values(lead, ids, 'phone')).toEqual(['+886223451111', '+886223452222', null])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await lead.recordId('customer')
})

test('by mouse: two clicks open a cell, one opens the record; it is taken back', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  const [id = ''] = await make(lead, ['鼠泉商社 1'], { phone: '02-2345-6789' })
  await lead.open(address('鼠泉商社'))
  await cellOf(lead, 0, 'level').dblclick()
  await page.locator('.ant-select-item-option').filter({ hasText: 'B' }).first().click()
  await expect.poll(() => rowOf(lead, 'customer', id)).toMatchObject({ level: 'B' })
  await page.getByText('鼠泉商社 1: Level is now B').waitFor()
  await lead.press('Undo')
  await expect.poll(() => rowOf(lead, 'customer', id)).toMatchObject({ level: null })
  await cellOf(lead, 0, 'creditLimit').hover()
  await lead.press('Change {field}', { field: 'Credit limit' })
  await page.getByRole('textbox', { name: 'Credit limit of 鼠泉商社 1' }).waitFor()
  await page.keyboard.type('a lot')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '“a lot” is not a number.' }).waitFor()
  await lead.findNoFault()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('5000')
  await page.getByRole('heading', { level: 1 }).click()
  await expect.poll(() => rowOf(lead, 'customer', id)).toMatchObject({ creditLimit: '5000' })
  await cellOf(lead, 0, 'owner').click()
  await lead.recordId('customer')
})

test('an input method ends its word with Enter, and the next Enter saves', async () => {
  const lead = await signIn('lead')
  const { page } = lead
  const [id = ''] = await make(lead, ['輸入法商行'])
  await lead.open(address('輸入法商行'))
  await cellOf(lead, 0, 'name').waitFor()
  await page.keyboard.press('F2')
  const box = page.getByRole('textbox', { name: '輸入法商行' })
  await box.waitFor()
  await page.keyboard.press('ControlOrMeta+a')
  const session = await page.context().newCDPSession(page)
  for (const text of ['ㄊ', '特', '特製']) {
    const place = { selectionStart: text.length, selectionEnd: text.length }
    await session.send('Input.imeSetComposition', { text, ...place })
  }
  // What a browser sends for the Enter that ends a composition.
  await box.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true })
  expect(await box.isVisible()).toBe(true)
  await session.send('Input.insertText', { text: '特製行' })
  expect(await rowOf(lead, 'customer', id)).toMatchObject({ name: '輸入法商行' })
  await page.keyboard.press('Enter')
  await expect.poll(() => rowOf(lead, 'customer', id)).toMatchObject({ name: '特製行' })
})

test('who comes second is told in words, keeps what was typed, and may save again', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  const [id = ''] = await make(lead, ['雙疊商社 1'], { creditLimit: '100' })
  await lead.open(address('雙疊商社'))
  await cellOf(lead, 0, 'creditLimit').dblclick()
  const box = page.getByRole('textbox', { name: 'Credit limit of 雙疊商社 1' })
  await box.waitFor()
  await page.keyboard.type('300')
  const data = { creditLimit: '200' }
  const other = await page.request.patch(`/api/customer/${id}`, { data, headers })
  expect(other.status()).toBe(200)
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: 'it is now “200”' }).waitFor()
  expect(await rowOf(lead, 'customer', id)).toMatchObject({ creditLimit: '200' })
  expect(await box.inputValue()).toBe('300')
  await lead.findNoFault()
  await box.press('Enter')
  await expect.poll(() => rowOf(lead, 'customer', id)).toMatchObject({ creditLimit: '300' })
})

test('what may not be changed says why, and the phone has only cards', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  const where = encodeURIComponent('{"status":"confirmed"}')
  await lead.open(`/list/order?tab=All&where=${where}&columns=number,status,total,customer,note`)
  await cellOf(lead, 0, 'number').waitFor()
  expect(await cellOf(lead, 0, 'customer').getAttribute('aria-readonly')).toBe('true')
  expect(await cellOf(lead, 0, 'note').getAttribute('aria-readonly')).toBe('false')
  for (const words of ['given by the program', 'buttons on the record', 'worked out by']) {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F2')
    await page.locator('.ant-message').getByText(words).waitFor()
  }
  await cellOf(lead, 0, 'note').dblclick()
  await page.getByRole('textbox', { name: /^Note of/ }).waitFor()
  const phone = await signIn('lead', { locale: 'en', size: 'phone' })
  await phone.open('/list/customer?tab=All')
  await phone.page.locator('.card').first().waitFor()
  expect(await phone.page.locator('[data-field]').count()).toBe(0)
})
