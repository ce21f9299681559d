/** More customers than can be done at once: watched, found again, cancelled, taken back. */
import type { ListAnswer, RunAnswer } from '#kernel/http/wire.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { signIn } = useBrowser()
const mark = `批次${Date.now().toString(36)}`
const many = 3000
const list = `/list/customer?q=${encodeURIComponent(mark)}`

/** What a program would send with the sign-in of this person. */
async function send<T>({ page }: Visitor, path: string, data: object = {}): Promise<T> {
  const answer = await page.request.post(path, { data, headers: { 'X-Shangmai': '1' } })
  if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}: ${await answer.text()}`)
  return (await answer.json()) as T
}

/** Waits until the server says so. */
async function until<T>(look: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await look()
    if (isSo(found)) return found
    await new Promise((resolve) => {
      setTimeout(resolve, 300)
    })
  }
}

beforeAll(async () => {
  const admin = await signIn('admin')
  const lines = Array.from({ length: many }, (_, at) => `${mark} ${at}`)
  const pasted = ['Name', ...lines].join('\n')
  const { id } = await send<{ id: string }>(admin, '/api/import', { entity: 'customer', pasted })
  await send(admin, `/api/import/${id}/run`, { mapping: { 0: 'name' }, mode: 'create' })
  const state = () => admin.ask<{ status: string }>(`/api/import/${id}`)
  await until(state, ({ status }) => status !== 'running')
}, 240_000)

afterAll(async () => {
  const admin = await signIn('admin')
  const where = { name: { starts: mark } }
  await send(admin, '/api/customer/bulk', { where, delete: true })
  await until(() => runs(admin), isAtRest)
}, 300_000)

function isAtRest(all: readonly RunAnswer[]): boolean {
  return all.every(({ status }) => status !== 'running')
}

/** How many of them are in the recycle bin. */
async function binned({ ask }: Visitor): Promise<number> {
  const where = encodeURIComponent(JSON.stringify({ name: { starts: mark } }))
  const path = `/api/customer?where=${where}&limit=1&count=1&deleted=1`
  const { count } = await ask<ListAnswer>(path)
  return count?.value ?? 0
}

async function runs({ ask }: Visitor): Promise<RunAnswer[]> {
  return (await ask<{ runs: RunAnswer[] }>('/api/run')).runs
}

/** All that match; counting them stops at a thousand. */
async function tickAll({ page, t, open }: Visitor) {
  await open(list)
  await page.getByRole('checkbox', { name: t('Select all rows') }).check()
  const all = t('Select all {count} that match', { count: '1,000+' })
  await page.getByRole('button', { name: all }).click()
}

async function seeTrial({ page, t, findNoFault }: Visitor) {
  const words = t('{total, number} records are chosen.', { total: many })
  await page.getByRole('dialog').getByText(words).waitFor({ timeout: 60_000 })
  await findNoFault()
}

const stripOf = ({ page, t }: Visitor) =>
  page.getByRole('region', { name: t('Work on many records') })

test('a deletion of many is watched, cancelled and taken back', async () => {
  const admin = await signIn('admin')
  const { page, t, press } = admin
  await tickAll(admin)
  await press('Delete')
  await seeTrial(admin)
  const button = t('Delete {count, plural, one {# record} other {# records}}', { count: many })
  await page.getByRole('dialog').getByRole('button', { name: button }).click()
  const strip = stripOf(admin)
  await strip.getByRole('progressbar').first().waitFor()
  await strip.getByRole('button', { name: t('Cancel'), exact: true }).click()
  const [run] = await until(() => runs(admin), isAtRest)
  expect(run?.status).toBe('cancelled')
  expect(run?.changed).toBeLessThan(many)
  await strip.getByText(endText(run, t)).waitFor()
  await admin.findNoFault()
  if (run?.changed === 0) return
  await strip
    .getByRole('button', { name: t('Undo'), exact: true })
    .first()
    .click()
  await until(
    () => binned(admin),
    (count) => count === 0,
  )
}, 300_000)

/** What has been done begins the account of it. */
function endText(run: RunAnswer | undefined, t: Visitor['t']): RegExp {
  return new RegExp(t('{count, number} done', { count: run?.changed ?? 0 }), 'u')
}

test('a change of many goes on when one leaves, is found again and told by the bell', async () => {
  const admin = await signIn('admin')
  const { page, t, press, open } = admin
  await tickAll(admin)
  await press('Change a field')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').first().click()
  await page.keyboard.type(t('Note'))
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: t('Note') })
    .first()
    .click()
  await dialog.locator('#bulk-value').fill('批次')
  await press('See what would change')
  await seeTrial(admin)
  const button = t('Change {count, plural, one {# record} other {# records}}', { count: many })
  await dialog.getByRole('button', { name: button }).click()
  await dialog.waitFor({ state: 'detached' })
  await open('/settings/operations')
  const change = t('Change: {fields}', { fields: t('Note') })
  await stripOf(admin).getByText(change).first().waitFor()
  await open(list)
  const words = t('{count, number} done', { count: many })
  await stripOf(admin).getByText(words, { exact: true }).first().waitFor({ timeout: 120_000 })
  await admin.findNoFault()
  const { notices } = await admin.ask<{ notices: { text: string }[] }>('/api/notification')
  expect(notices[0]?.text).toContain(many.toLocaleString('en'))
}, 300_000)
