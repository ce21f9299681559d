/** What is entered without a connection waits, over a reload too, and arrives exactly once. */
import type { ListAnswer, WireRow } from '#kernel/http/wire.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from './use-browser.ts'
import { signInOn, type Visitor } from './visitor.ts'

const { signIn } = useBrowser()
const headers = { 'X-Shangmai': '1' }
const slow = 240_000

async function make({ page }: Visitor, name: string): Promise<WireRow> {
  const answer = await page.request.post('/api/customer', { data: { name }, headers })
  expect(answer.status()).toBe(201)
  return ((await answer.json()) as { row: WireRow }).row
}

/** Her lead may throw away what a test has entered. */
async function drop(ids: readonly string[]): Promise<void> {
  const { page } = await signIn('lead')
  for (const id of ids) {
    const answer = await page.request.delete(`/api/customer/${id}`, { headers })
    expect(answer.status()).toBe(200)
  }
}

async function rowsOf(visitor: Visitor, entity: string, where: object): Promise<WireRow[]> {
  const query = encodeURIComponent(JSON.stringify(where))
  return (await visitor.ask<ListAnswer>(`/api/${entity}?where=${query}`)).rows
}

const commentsOn = async (visitor: Visitor, record: string) =>
  (await rowsOf(visitor, 'comment', { entity: 'customer', record })).map(({ text }) => text)

/** What a page has read is kept beside its work: it takes a moment. */
async function readForLater(visitor: Visitor, id: string): Promise<void> {
  const { page } = visitor
  await visitor.open('/')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await visitor.open(`/record/customer/${id}`)
  await expect
    .poll(() =>
      page.evaluate(async (part) => {
        const names = (await caches.keys()).filter((name) => name.startsWith('shangmai-kept'))
        const shelves = await Promise.all(names.map((name) => caches.open(name)))
        const kept = (await Promise.all(shelves.map((shelf) => shelf.keys()))).flat()
        return kept.some(({ url }) => url.endsWith(part))
      }, `/api/customer/${id}`),
    )
    .toBe(true)
}

async function say({ page, t, press }: Visitor, text: string): Promise<void> {
  await page.getByRole('textbox', { name: t('Comment') }).fill(text)
  await press('Send')
  await page.locator('.outbox-entry').filter({ hasText: text }).waitFor()
}

const waiting = ({ page, t }: Visitor, count: number) =>
  page.getByText(t('Waiting to be sent: {count}', { count })).waitFor()

const allSent = ({ page }: Visitor) =>
  page.locator('.notice a[href="/outbox"]').waitFor({ state: 'detached', timeout: 60_000 })

async function changeNote(visitor: Visitor, note: string): Promise<void> {
  const { page, press, t } = visitor
  await page
    .locator('.page-actions')
    .getByRole('button', { name: t('Edit') })
    .click()
  await page.getByRole('textbox', { name: t('Note'), exact: true }).fill(note)
  await press('Save')
  await page.getByRole('button', { name: t('Save'), exact: true }).waitFor({ state: 'detached' })
}

const offline = (page: Page, isOut: boolean) => page.context().setOffline(isOut)

test(
  'a comment, a change and a new record wait over a reload and arrive once',
  async () => {
    const seller = await signIn('sales', { keepsProgram: true })
    const { page, t, fill, press } = seller
    const { id } = await make(seller, '離線文具行')
    await readForLater(seller, id)
    await offline(page, true)
    await say(seller, '路上寫的留言')
    await changeNote(seller, '下週送樣品')
    await page.goto('/new/customer')
    await fill('Name', '山城書店')
    await press('Save')
    await page.waitForURL(/\/record\/customer\/00000000-/)
    await page.getByText(t('Not sent yet'), { exact: true }).first().waitFor()
    await say(seller, '新客戶的第一則留言')
    await seller.findNoFault()
    await page.reload()
    await waiting(seller, 4)
    await page.getByRole('heading', { level: 1, name: '山城書店' }).waitFor()
    await page.goto(`/record/customer/${id}`)
    await page.getByText('下週送樣品').first().waitFor()
    await page.goto('/outbox')
    await expect.poll(() => page.locator('.outbox-entry').count()).toBe(4)
    await seller.findNoFault()
    const first = page.locator('.outbox-entry').first()
    await first.getByRole('button', { name: t('Edit') }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('路上寫的留言，改過')
    await seller.confirm('Keep it like this')
    await first.filter({ hasText: '改過' }).waitFor()
    await offline(page, false)
    await allSent(seller)
    const made = await rowsOf(seller, 'customer', { name: '山城書店' })
    expect(made).toHaveLength(1)
    const shop = made[0]?.id ?? ''
    expect(await commentsOn(seller, id)).toEqual(['路上寫的留言，改過'])
    expect(await commentsOn(seller, shop)).toEqual(['新客戶的第一則留言'])
    const { row } = await seller.ask<{ row: WireRow }>(`/api/customer/${id}`)
    expect([row['note'], row.version]).toEqual(['下週送樣品', 2])
    await drop([id, shop])
  },
  slow,
)

test(
  'an answer that is lost on its way does not double what was sent',
  async () => {
    const seller = await signIn('sales', { size: 'phone', theme: 'dark', keepsProgram: true })
    const { page } = seller
    const { id } = await make(seller, '斷線五金行')
    await readForLater(seller, id)
    let lost = 0
    await page.route('**/api/comment', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue()
      lost += 1
      expect((await route.fetch()).status()).toBe(201)
      return route.abort('internetdisconnected')
    })
    await page.getByRole('tab', { name: seller.t('Timeline') }).click()
    await offline(page, true)
    await say(seller, '訊號很差')
    await seller.findNoFault()
    await offline(page, false)
    await expect.poll(() => lost, { timeout: 60_000 }).toBe(1)
    await allSent(seller)
    expect(await commentsOn(seller, id)).toEqual(['訊號很差'])
    await drop([id])
  },
  slow,
)

test(
  'a change that met another one is compared field by field',
  async () => {
    const seller = await signIn('sales', { keepsProgram: true })
    const { page, t, press } = seller
    const { id, version } = await make(seller, '雙版本商行')
    await readForLater(seller, id)
    await offline(page, true)
    await changeNote(seller, '我的備註')
    const data = { version, note: '別人的備註' }
    const answer = await page.request.patch(`/api/customer/${id}`, { data, headers })
    expect(answer.status()).toBe(200)
    await offline(page, false)
    await page.getByText(t('Needs you: {count}', { count: 1 })).waitFor({ timeout: 60_000 })
    await page.goto('/outbox')
    await press('Compare both versions')
    const row = page.getByRole('dialog').getByRole('row', { name: t('Note') })
    await row.getByText('別人的備註').waitFor()
    await seller.findNoFault()
    await row.getByRole('radio', { name: '我的備註' }).check()
    await seller.confirm('Go on with this choice')
    await allSent(seller)
    const { row: now } = await seller.ask<{ row: WireRow }>(`/api/customer/${id}`)
    expect([now['note'], now.version]).toEqual(['我的備註', 3])
    await drop([id])
  },
  slow,
)

test(
  'who signs in next on the device neither sees nor sends it',
  async () => {
    const seller = await signIn('sales', { keepsProgram: true })
    const { page, t, press } = seller
    const { id } = await make(seller, '換人登入商行')
    await readForLater(seller, id)
    await offline(page, true)
    await say(seller, '只有我會送')
    await page.getByRole('button', { name: t('Your menu, {name}', seller.meta.user) }).click()
    await press('Sign out')
    await page.getByRole('dialog').waitFor()
    await seller.confirm('Stay signed in')
    const lead = await signInOn(page, 'lead', {})
    await offline(page, false)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.goto('/outbox')
    await page.getByText(t('Nothing waits to be sent')).waitFor()
    expect(await commentsOn(lead, id)).toEqual([])
    await signInOn(page, 'sales', {})
    await page.goto(`/record/customer/${id}`)
    await expect.poll(() => commentsOn(seller, id), { timeout: 60_000 }).toEqual(['只有我會送'])
    await drop([id])
  },
  slow,
)
