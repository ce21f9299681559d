/** Alternatives are put together in the filter bar, read as a sentence, kept and edited again. */
import type { ListAnswer, WireRow } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { signIn } = useBrowser()
const headers = { 'X-Shangmai': '1' }

async function make({ page }: Visitor, values: object): Promise<string> {
  const answer = await page.request.post('/api/customer', { data: values, headers })
  expect(answer.status()).toBe(201)
  return ((await answer.json()) as { row: WireRow }).row.id
}

/** Chooses the field of a line, how it is compared, and with what. */
async function say(
  { page }: Visitor,
  group: string,
  [field, comparison, value]: readonly [string, string, string],
): Promise<void> {
  const lines = page.getByRole('group', { name: group }).locator('.condition-line')
  const line = lines.last()
  const choose = async (list: string, option: string) => {
    await line.getByRole('combobox', { name: list, exact: true }).click()
    if (list === 'Field') await page.keyboard.type(option)
    const offers = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    const fits = new RegExp(`^${option}$`, 'u')
    await offers.locator('.ant-select-item-option').filter({ hasText: fits }).first().click()
  }
  await choose('Field', field)
  if (comparison !== '') await choose('Comparison', comparison)
  if (comparison === 'contains') await line.getByRole('textbox', { name: field }).fill(value)
  else await choose(field, value)
  await page.getByText('All of these hold').click()
}

const dialog = ({ page }: Visitor) => page.locator('.condition-panel')

test('all of these, and any of those, and none of these', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  const ids = [
    await make(lead, { name: '群野商社 A', level: 'A' }),
    await make(lead, { name: '群野商社 B', level: 'B', stage: 'lost' }),
    await make(lead, { name: '群野商社 C', level: 'C' }),
    await make(lead, { name: '群野商社 D', level: 'A', stage: 'dormant' }),
  ]
  await lead.open('/list/customer?tab=All')
  await lead.press('More conditions')
  const [all, any, none] = ['All of these hold', 'at least one of these', 'none of these']
  await say(lead, all, ['Name', 'contains', '群野商社'])
  await lead.press('Add an alternative')
  await say(lead, any, ['Level', '', 'A'])
  await lead.press('Add an alternative')
  await say(lead, any, ['Stage', '', 'Lost'])
  await lead.press('Add a group')
  await page.getByRole('combobox', { name: 'How the alternatives count' }).last().click()
  await page.getByTitle('… and none of these').click()
  await say(lead, none, ['Stage', '', 'Dormant'])
  const sentence = 'Name contains 群野商社 and (Level: A or Stage: Lost) and not (Stage: Dormant)'
  await dialog(lead).getByText(sentence).waitFor()
  await lead.findNoFault()
  await dialog(lead).getByRole('button', { name: 'Apply' }).click()
  const shown = page.locator('.list-row:not(.list-head)')
  await expect.poll(() => shown.count()).toBe(2)
  const where = new URL(page.url()).searchParams.get('where') ?? ''
  const { rows } = await lead.ask<ListAnswer>(`/api/customer?where=${encodeURIComponent(where)}`)
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(ids.slice(0, 2)))
  await lead.findNoFault()

  await page.reload()
  await page.getByRole('button', { name: 'Level: A or Stage: Lost' }).click()
  await dialog(lead).getByText(sentence).waitFor()
  await dialog(lead).getByRole('button', { name: 'Remove the group' }).last().click()
  await dialog(lead).getByRole('button', { name: 'Apply' }).click()
  await expect.poll(() => shown.count()).toBe(3)
  await page.getByRole('button', { name: 'Remove: Level, Stage' }).click()
  await expect.poll(() => shown.count()).toBe(4)
})

test('my team or this week, in the address and in Chinese on the phone', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  const { page } = lead
  await lead.open('/list/customer?tab=All')
  await lead.press('More conditions')
  await lead.press('Add an alternative')
  await say(lead, 'at least one of these', ['Salesperson', '', 'My team'])
  await lead.press('Add an alternative')
  await say(lead, 'at least one of these', ['Created', 'in the period', 'This week'])
  await dialog(lead).getByRole('button', { name: 'Apply' }).click()
  const chip = page.getByRole('button', { name: 'Salesperson: My team or Created: This week' })
  await chip.waitFor()
  const link = page.url()
  const phone = await signIn('lead', { locale: 'zh-Hant', size: 'phone' })
  await phone.open(link.slice(new URL(link).origin.length))
  await phone.page.getByRole('button', { name: '業務員: 我的團隊 或 建立時間: 本週' }).waitFor()
  await phone.findNoFault()
})

test('an address that is no filter is taken for none', async () => {
  const lead = await signIn('lead', { locale: 'en' })
  await lead.open(`/list/customer?tab=All&where=${encodeURIComponent('{"any":{"level":"A"}}')}`)
  await lead.page.locator('.list-row').nth(2).waitFor()
  expect(await lead.page.locator('.chip').count()).toBe(0)
})
