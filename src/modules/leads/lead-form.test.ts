/** A form that visitors fill in: a lead for each answer, none twice, and nothing it did not ask. */
import { expect, test } from 'vitest'
import type { Draft } from '#kernel/entity/entity.ts'
import { createTranslator } from '#kernel/i18n/message.ts'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { newId } from '#kernel/db/new-id.ts'
import { modules } from '#modules/index.ts'
import { closeForm } from './lead-form.action.ts'
import { formAt, formPage, Lead, LeadForm, takeAnswer } from './index.ts'

const world = useWorld(modules)
const asked: Draft<typeof LeadForm> = {
  name: '展會登記',
  heading: '與我們聯絡',
  asks: ['person', 'phone', 'email', 'need'],
}

const columns = Object.keys(Lead.fields)
const leadsOf = (campaign: string) => world().program.list(Lead, { where: { campaign }, columns })

async function opened(more: object = {}) {
  const marketer = await world().as('marketer')
  const { id } = await marketer.create(LeadForm, { ...asked, campaign: '食品展', ...more })
  const { key } = await marketer.see(LeadForm, id)
  const open = () => formAt(world().house, { tenant: world().tenant, key: key ?? '' })
  return { marketer, id, open }
}

const written = { name: '雲帆精密', person: '陳大文', phone: '02-2712-8899', need: '包裝機' }

test('an answer becomes one lead, with what the form says of where it came from', async () => {
  const { open } = await opened({ source: 'fair', medium: '南港' })
  const once = newId(Date.now())
  await takeAnswer(world().house, await open(), written, once)
  await takeAnswer(world().house, await open(), written, once)
  expect(await leadsOf('食品展')).toMatchObject([
    { ...written, phone: '+886227128899', source: 'fair', medium: '南港', owner: null },
  ])
})

test('what was not asked is not taken; what must be answered is missed by name', async () => {
  const { open } = await opened({ campaign: '另一展', musts: ['need'], consent: '同意聯絡' })
  const take = async (answers: Record<string, string>) =>
    takeAnswer(world().house, await open(), answers, newId(Date.now()))
  const refusal = await refuses(take({ name: '  '.trim(), person: '無名' }), 'input.invalid')
  expect(refusal.problems.map(({ field, rule }) => [field, rule])).toEqual([
    ['name', 'field.required'],
    ['need', 'field.required'],
    ['phone', 'lead-form.no-way'],
    ['consent', 'lead-form.no-consent'],
  ])
  const wrong = await refuses(take({ ...written, phone: 'abc', consent: '1' }), 'input.invalid')
  expect(wrong.field).toBe('phone')
  await take({ ...written, consent: '1', score: '100', status: 'converted', jobTitle: '經理' })
  const [lead, ...more] = await leadsOf('另一展')
  expect(more).toEqual([])
  expect(lead).toMatchObject({ status: 'new', jobTitle: null, consentBasis: asked.name })
  expect(lead?.consentOn).not.toBeNull()
})

test('a closed form takes nothing, and an address that is none says no more', async () => {
  const { marketer, id, open } = await opened({ campaign: '閉展' })
  const form = await open()
  await marketer.do(closeForm, id)
  expect((await open()).form.status).toBe('closed')
  const late = takeAnswer(world().house, await open(), written, '')
  await refuses(late, 'lead-form.closed')
  expect(form.form.name).toBe(asked.name)
  const { tenant, house } = world()
  for (const address of [
    { tenant, key: 'x'.repeat(43) },
    { tenant, key: "' or 1=1" },
    { tenant: newId(1), key: form.form.key ?? '' },
  ])
    await refuses(formAt(house, address), 'record.not-found')
})

test('a form needs a way to reach who answers, and demands only what it asks', async () => {
  const marketer = await world().as('marketer')
  const wayless = marketer.create(LeadForm, { ...asked, asks: ['need'] })
  expect((await refuses(wayless, 'lead-form.asks-no-way')).field).toBe('asks')
  const vain = marketer.create(LeadForm, { ...asked, musts: ['website'] })
  expect((await refuses(vain, 'lead-form.must-not-asked')).field).toBe('musts')
})

test('what visitors wrote is shown to them again as text, whatever it is', async () => {
  const { open } = await opened({ campaign: '頁面' })
  const html = formPage(
    {
      ...(await open()),
      locale: 'en',
      t: createTranslator('en', {}),
      answers: { name: '"><script>alert(1)</script>' },
      problems: { phone: '<b>no</b>' },
    },
    1,
  )
  expect(html).not.toContain('<script>')
  expect(html).toContain('&quot;&gt;&lt;script&gt;')
  expect(html).toContain('&lt;b&gt;no&lt;/b&gt;')
})
