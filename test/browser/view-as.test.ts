/** An administrator looks at what a salesperson sees, and asks why of one record. */
import { expect, test } from 'vitest'
import type { ListAnswer } from '#kernel/http/wire.ts'
import { useBrowser } from './use-browser.ts'
import type { Looks } from './visitor.ts'

const { signIn } = useBrowser()

const looks: Looks[] = [{}, { size: 'phone', theme: 'dark', locale: 'zh-Hans' }]

test.each(looks)('counts, rights and hidden fields of a salesperson, %o', async (look) => {
  const admin = await signIn('admin', look)
  const { page, t } = admin
  const users = await admin.ask<ListAnswer>('/api/user?limit=200')
  const seller = users.rows.find(({ email }) => email === 'sales@demo.local')
  const name = String(seller?.['name'])
  await admin.open('/settings/roles')
  await admin.press('View as')
  await admin.pick('Person', name)
  await page.getByText(t('What {name} sees and may do now:', { name })).waitFor()
  const seen = await (await signIn('sales', look)).ask<ListAnswer>('/api/customer?count=1&limit=1')
  const kind = admin.meta.entities['customer']?.label.many ?? ''
  const customers = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: kind, exact: true }) })
  const told = await customers.last().getByRole('cell').first().textContent()
  expect(told).toBe(String(seen.count?.value))
  await admin.findNoFault()
  const record = page.getByRole('region', { name: t('One record') })
  const [first] = seen.rows
  await admin.pick('Kind of record', kind)
  await admin.pick(admin.meta.entities['customer']?.label.one ?? '', String(first?.['name']))
  await record.getByText(t('This person can see it:')).waitFor()
})
