/** A lead from the card to the customer: scored, judged, dealt, converted once and for all. */
import { expect, test } from 'vitest'
import { refuses, useWorld, type Actor } from '#kernel/testing/world.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { Contact, Customer } from '#modules/customers/index.ts'
import { modules } from '#modules/index.ts'
import { Opportunity, Pipeline, PipelineStage } from '#modules/opportunities/index.ts'
import {
  assignLead,
  convertLead,
  dealLeads,
  discardLead,
  Lead,
  leadsBySource,
  qualifyLead,
  takeUpLead,
} from './index.ts'

const world = useWorld(modules)
const card = {
  name: '雲帆精密股份有限公司',
  person: '陳大文',
  jobTitle: '採購經理',
  phone: '02-2712-8899',
  email: 'wen@yunfan.com.tw',
  source: 'fair',
  medium: '台北國際工具機展',
  need: '想汰換兩台包裝機',
} as const
const me = ({ caller }: Actor) => caller.person.id ?? ''

test('the score follows from what is known, and says from what', async () => {
  const seller = await world().as('sales')
  const { id } = await seller.create(Lead, { name: '小明', kind: 'person', source: 'referral' })
  expect(await seller.see(Lead, id)).toMatchObject({
    score: 15,
    scoreReasons: ['person', 'referral'],
  })
  await seller.update(Lead, id, { phone: '0912345678', need: '桌椅', estimate: '9000' })
  expect(await seller.see(Lead, id)).toMatchObject({
    score: 65,
    scoreReasons: ['phone', 'person', 'need', 'amount', 'referral'],
  })
  const { score } = await seller.create(Lead, {
    ...card,
    source: 'referral',
    estimate: '1',
    wantedOn: '2026-12-31',
  })
  expect(score).toBe(100)
})

test('one that nobody can reach is not qualified; one discarded is taken up again', async () => {
  const seller = await world().as('sales')
  const { id } = await seller.create(Lead, { name: 'Nowhere' })
  expect((await refuses(seller.do(qualifyLead, id), 'lead.no-way')).field).toBe('phone')
  await seller.do(discardLead, id, { discardReason: 'unreachable' })
  expect(await seller.see(Lead, id)).toMatchObject({ discardReason: 'unreachable' })
  await refuses(seller.update(Lead, id, { phone: '0912345678' }), 'record.locked')
  await seller.do(takeUpLead, id)
  expect(await seller.see(Lead, id)).toMatchObject({ status: 'new', discardReason: null })
})

test('converted, all that is known is with customer, contact and opportunity', async () => {
  const seller = await world().as('sales')
  const pipeline = await world().program.create(Pipeline, { name: 'Usual' })
  await world().program.create(PipelineStage, { pipeline: pipeline.id, name: 'First', position: 1 })
  const { id } = await seller.create(Lead, { ...card, estimate: '500000' })
  await seller.do(qualifyLead, id)
  await seller.do(convertLead, id, { withOpportunity: true })
  const lead = await seller.see(Lead, id)
  expect(lead).toMatchObject({ status: 'converted' })
  expect(await seller.see(Customer, lead.customer ?? '')).toMatchObject({
    name: card.name,
    phone: '+886227128899',
    email: card.email,
    owner: me(seller),
    source: 'Trade fair · 台北國際工具機展',
  })
  expect(await seller.see(Contact, lead.contact ?? '')).toMatchObject({
    customer: lead.customer,
    name: card.person,
    jobTitle: card.jobTitle,
  })
  expect(await seller.see(Opportunity, lead.opportunity ?? '')).toMatchObject({
    name: card.need,
    customer: lead.customer,
    contact: lead.contact,
    estimate: '500000',
  })
  await refuses(seller.do(convertLead, id), 'action.wrong-state')
})

test('a customer that may be the same is named, and taken instead of a second one', async () => {
  const seller = await world().as('sales')
  const named = { name: '松濤貿易股份有限公司' }
  const { id: customer } = await seller.create(Customer, named)
  const { id: contact } = await seller.create(Contact, { customer, name: card.person })
  const { id } = await seller.create(Lead, { ...card, name: '松涛贸易', phone: null, email: null })
  const refusal = await refuses(seller.do(convertLead, id), 'lead.customer-is-there')
  expect([refusal.field, refusal.facts.title]).toEqual(['customer', named.name])
  await seller.do(convertLead, id, { customer })
  expect(await seller.see(Lead, id)).toMatchObject({ customer, contact })
  expect(await seller.list(Contact, { where: { customer } })).toHaveLength(1)

  const other = await world().as('sales', 'Other')
  const again = await other.create(Lead, { name: '松涛贸易' })
  const hidden = await refuses(other.do(convertLead, again.id), 'lead.customer-of-colleague')
  expect(hidden.facts).toEqual({})
  await other.do(convertLead, again.id, { isNew: true })
  expect((await other.see(Lead, again.id)).customer).not.toBe(customer)
})

test('what was said with a lead stands with the customer from then on', async () => {
  const seller = await world().as('sales')
  const { id } = await seller.create(Lead, { ...card, name: '先談後成', refuses: ['fax'] })
  const talk = { summary: '有興趣，下週寄型錄', nextOn: '2026-11-30' }
  await refuses(seller.create(Interaction, talk), 'interaction.with-nobody', 'customer')
  const { id: interaction } = await seller.create(Interaction, { ...talk, lead: id })
  await seller.do(convertLead, id, { isNew: true })
  const { customer } = await seller.see(Lead, id)
  expect(await seller.see(Interaction, interaction)).toMatchObject({ lead: id, customer })
  expect(await seller.see(Customer, customer ?? '')).toMatchObject({
    refuses: ['fax'],
    nextContactOn: '2026-11-30',
  })
})

test('leads that are nobody’s are dealt in turn, or assigned', async () => {
  const [lead, ann, bob] = [
    await world().as('sales-lead'),
    await world().as('sales', 'Ann'),
    await world().as('sales', 'Bob'),
  ]
  const made = []
  for (const name of ['N1', 'N2', 'N3', 'N4'])
    made.push((await world().program.create(Lead, { name, owner: null })).id)
  expect(await ann.list(Lead)).toEqual([])
  await refuses(lead.do(dealLeads, null, { rule: 'round', most: 9 }), 'lead.nobody-to-deal-to')
  const deal = { rule: 'round', most: 9, to: [me(ann), me(bob)] } as const
  const { result } = await lead.do(dealLeads, null, { ...deal, to: [...deal.to] })
  expect(result).toEqual({ dealt: 4 })
  expect([(await ann.list(Lead)).length, (await bob.list(Lead)).length]).toEqual([2, 2])
  await refuses(lead.do(dealLeads, null, { ...deal, to: [...deal.to] }), 'lead.nothing-to-deal')
  const manager = await world().as('manager')
  const [first] = await ann.list(Lead)
  await manager.do(assignLead, first?.id ?? '', { owner: me(bob) })
  await refuses(manager.do(assignLead, first?.id ?? '', { owner: me(bob) }), 'lead.same-owner')
  expect((await bob.list(Lead)).length).toBe(3)
})

test('the report counts each source by what became of its leads', async () => {
  const marketer = await world().as('marketer')
  const [one, two] = [
    await marketer.create(Lead, { name: 'A1', source: 'advert', phone: '0912345678' }),
    await marketer.create(Lead, { name: 'A2', source: 'advert' }),
  ]
  await world().program.do(convertLead, one.id, { isNew: true })
  await world().program.do(discardLead, two.id, { discardReason: 'no-need' })
  const rows = await marketer.report(leadsBySource)
  expect(rows).toContainEqual(
    expect.objectContaining({ source: 'advert', leads: 2, converted: 1, discarded: 1 }),
  )
})
