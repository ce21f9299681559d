/** A list of customers comes in from an old program, is looked at first, and is taken back. */
import type { ListAnswer } from '#kernel/http/wire.ts'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { useBrowser } from './use-browser.ts'
import type { Visitor } from './visitor.ts'

const { signIn } = useBrowser()
const table = [
  '客户名称,电话,电子邮件,行业,地区备注',
  '江宁机电有限公司,025-84410021,sales@jiangning.example,机械,华东',
  '太仓精密铸造厂,0512-53209917,不是邮箱,机械,华东',
  '宝安五金制品有限公司,0755-27780035,info@baoan.example,五金,华南',
  '顺德家电配件有限公司,0757-22330918,office@shunde.example,电子,华南',
]
const file = {
  name: '客户.csv',
  mimeType: 'text/csv',
  buffer: iconv.encode(table.join('\r\n'), 'gb18030'),
}

test('a GB18030 table: columns guessed, the bad row shown, three come in and go out', async () => {
  const lead = await signIn('lead')
  const { page, t } = lead
  await lead.open('/import/customer')
  await lead.findNoFault()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('rowheader', { name: '客户名称' }).waitFor()
  expect(await mapping(lead)).toEqual([
    ['客户名称', `${t('Name')} *`],
    ['电话', t('Phone')],
    ['电子邮件', t('Email')],
    ['行业', t('Industry')],
    ['地区备注', t('Note')],
  ])
  await lead.findNoFault()

  await lead.press('Try it without saving')
  await page.getByRole('heading', { name: t('This is what would happen') }).waitFor()
  expect(await figures(lead)).toEqual(['3', '0', '0', '1'])
  expect(await page.locator('.problem-rows tbody tr').allInnerTexts()).toEqual([
    expect.stringMatching(/^3\s.*不是邮箱/),
  ])
  await lead.findNoFault()
  expect(await known(lead)).toEqual([])

  await lead.press('Import {count, plural, one {# row} other {# rows}}', { count: 3 })
  await page.getByRole('heading', { name: t('Done'), exact: true }).waitFor()
  expect(await known(lead)).toHaveLength(3)
  await lead.press('Take everything back')
  await page.getByText(t('Taken back: {count}', { count: 3 })).waitFor()
  expect(await known(lead)).toEqual([])
})

/** Each column with the field it goes into. */
async function mapping({ page }: Visitor): Promise<string[][]> {
  const rows = await page.locator('.mapping tbody tr').all()
  return Promise.all(
    rows.map(async (row) => [
      (await row.getByRole('rowheader').textContent()) ?? '',
      (await row.locator('.ant-select-content-has-value').allTextContents()).join(),
    ]),
  )
}

/** Added, updated, unchanged, rejected. */
function figures({ page }: Visitor): Promise<string[]> {
  return page.locator('.import-figures dd').allTextContents()
}

async function known({ ask }: Visitor): Promise<string[]> {
  const where = JSON.stringify({
    name: ['江宁机电有限公司', '宝安五金制品有限公司', '顺德家电配件有限公司'],
  })
  const { rows } = await ask<ListAnswer>(`/api/customer?where=${encodeURIComponent(where)}`)
  return rows.map(({ name }) => String(name))
}
