/** Chinese is composed in every kind of text entry: nothing acts before the word stands. */
import { expect, test } from 'vitest'
import type { ListAnswer, WireRow } from '#kernel/http/wire.ts'
import { compose, composeSteps } from './compose.ts'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { signIn } = useBrowser()
const headers = { 'X-Shangmai': '1' }
const word = '軸承'
const signs = ['ㄓ', 'ㄓㄡ', '軸', '軸ㄔ', '軸ㄔㄥ', '軸承']

/** What the server was asked from now on, in plain words. */
function asked({ page }: Visitor): string[] {
  const urls: string[] = []
  page.on('request', (request) => urls.push(decodeURIComponent(request.url())))
  return urls
}

/** Signs of the input method are no words: nobody is asked for them. */
function expectNoSigns(urls: readonly string[]): void {
  expect(urls.filter((url) => /[\u3105-\u3129]/u.test(url))).toEqual([])
}

async function customer({ page }: Visitor, name: string): Promise<string> {
  const answer = await page.request.post('/api/customer', { data: { name }, headers })
  return ((await answer.json()) as { row: WireRow }).row.id
}

test('quick search of a list waits for the word', async () => {
  const lead = await signIn('lead')
  const { page } = lead
  await lead.open('/list/product')
  const all = (await lead.ask<ListAnswer>('/api/product?count=1&limit=1')).count?.value
  const urls = asked(lead)
  await page.getByRole('textbox', { name: lead.t('Search in this list') }).focus()
  await composeSteps(page, signs)
  await page.waitForTimeout(400)
  expect(new URL(page.url()).searchParams.get('q')).toBeNull()
  await compose(page, [], word)
  await page.waitForURL(/q=/u)
  const found = (await lead.ask<ListAnswer>(`/api/product?q=${word}&count=1&limit=1`)).count?.value
  expect(found).toBeLessThan(all ?? 0)
  await expect.poll(() => page.locator('.list-rows .list-row').count()).toBe(found)
  expectNoSigns(urls)
})

test('the palette is asked for the word, and Enter of the input method opens nothing', async () => {
  const lead = await signIn('lead')
  const { page } = lead
  await lead.open('/list/product')
  const urls = asked(lead)
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: lead.t('Search everything…') })
  await field.waitFor()
  await composeSteps(page, signs.slice(0, -1))
  await page.waitForTimeout(400)
  // The Enter that ends a word; it is the input method's own.
  await field.evaluate((input) => {
    const enter = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }
    input.dispatchEvent(new KeyboardEvent('keydown', enter))
  })
  expect(await field.isVisible()).toBe(true)
  await compose(page, [], word)
  const find = page.getByRole('option').filter({ hasText: word }).first()
  await find.waitFor()
  expect(await field.inputValue()).toBe(word)
  expectNoSigns(urls)
  await find.click()
  await page.waitForURL(/\/record\//u)
})

test('a text field keeps what was composed', async () => {
  const lead = await signIn('lead')
  await lead.open('/new/customer')
  await lead.page.getByRole('textbox', { name: lead.t('Name'), exact: true }).focus()
  await compose(lead.page, ['ㄏ', '恒', '恆ㄒ', '恆興'], '恆興')
  await compose(lead.page, ['ㄓ', '軸'], '軸承行')
  await lead.page.keyboard.press('Control+s')
  const id = await lead.recordId('customer')
  const { row } = await lead.ask<{ row: WireRow }>(`/api/customer/${id}`)
  expect(row['name']).toBe('恆興軸承行')
})

test('a reference picker offers what the word finds', async () => {
  const lead = await signIn('lead')
  const { page, t } = lead
  const name = `春曉軸承${Date.now()}`
  await customer(lead, name)
  await lead.open('/new/contact')
  const urls = asked(lead)
  await page.getByRole('combobox', { name: t('Customer'), exact: true }).click()
  await composeSteps(page, ['ㄔ', 'ㄔㄨㄣ', '春', '春ㄒ'])
  await page.waitForTimeout(400)
  await compose(page, [], '春曉軸承')
  await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click()
  await page.locator('.ant-select-content').filter({ hasText: name }).waitFor()
  expectNoSigns(urls)
})

test('a comment is written, and who is mentioned by a composed name is found', async () => {
  const lead = await signIn('lead')
  const { page, t } = lead
  const id = await customer(lead, `留言軸承${Date.now()}`)
  await lead.open(`/record/customer/${id}`)
  const urls = asked(lead)
  await page.getByRole('textbox', { name: t('Comment'), exact: true }).focus()
  await compose(page, ['ㄑ', '請'], '請看 ')
  await page.keyboard.type('@')
  await compose(page, ['ㄔ', 'ㄔㄣ', '陳'], '陳')
  const offer = page.locator('.comment-area').getByRole('option').filter({ hasText: '陳' }).first()
  await offer.waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('請看 @陳').first().waitFor()
  expectNoSigns(urls)
})

test('the text of a condition holds the word that was composed', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  await lead.open('/list/product')
  await lead.press('More conditions')
  const line = page.locator('.condition-line').last()
  await line.getByRole('combobox', { name: 'Field', exact: true }).click()
  await page.keyboard.type('Name')
  await page.getByRole('option', { name: 'Name', exact: true }).waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
  await line.getByRole('textbox', { name: 'Name' }).focus()
  await compose(page, signs, word)
  await page.locator('.condition-panel').getByText(`Name contains ${word}`).waitFor()
  await lead.press('Apply')
  const rows = page.locator('.list-rows .list-row')
  await expect.poll(() => rows.filter({ hasNotText: word }).count()).toBe(0)
  expect(await rows.count()).toBeGreaterThan(0)
})
