/** A lead becomes a customer with a contact, perhaps an opportunity; nothing is typed again. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { nearest } from '#kernel/duplicates/nearest.ts'
import { f } from '#kernel/field/f.ts'
import { Interaction, refreshContacts } from '#modules/contacts/index.ts'
import { Contact, Customer } from '#modules/customers/index.ts'
import { Opportunity } from '#modules/opportunities/index.ts'
import { Lead, leadSources, ownLeads } from './lead.entity.ts'

export const convertLead = defineAction(Lead, {
  name: 'convert',
  label: 'Convert to customer',
  from: ['new', 'qualified'],
  to: 'converted',
  allow: ownLeads,
  tone: 'primary',
  opens: true,
  input: {
    customer: f.ref('customer', {
      label: 'Customer that is there already',
      help: 'Empty: a new customer is made of the lead.',
    }),
    isNew: f.boolean({
      label: 'It is a new customer',
      help: 'Asked where a customer that is there may be the same.',
    }),
    withOpportunity: f.boolean({ label: 'Open an opportunity as well' }),
  },
  async run(ctx, lead, { customer: known, isNew, withOpportunity }) {
    if (known === null && !isNew) await refuseKnown(ctx, lead)
    const customer = known ?? (await newCustomer(ctx, lead))
    const contact = await contactOf(ctx, lead, customer)
    const opportunity = withOpportunity ? await open(ctx, lead, customer, contact) : null
    const endedAt = ctx.now.toISOString()
    const answeredAt = lead.answeredAt ?? endedAt
    await ctx.save(Lead, lead.id, { customer, contact, opportunity, endedAt, answeredAt })
    await carryTalks(ctx, lead, customer)
    return { result: { entity: 'customer', id: customer } }
  },
})

/** Of a colleague's customer only whose it is is told. */
async function refuseKnown(ctx: Ctx, { name, phone, email, website }: Lead): Promise<void> {
  const values = { name, phone, email, website }
  const [like] = await nearest((query) => ctx.sql(query), ctx.tenant, Customer, values)
  if (!like) return
  const { owner } = await ctx.find(Customer, like.id)
  if (owner !== ctx.me) fail('lead.customer-of-colleague', {}, { field: 'customer' })
  fail('lead.customer-is-there', { title: like.title, score: like.score }, { field: 'customer' })
}

async function newCustomer(ctx: Ctx, lead: Lead): Promise<string> {
  const { name, kind, phone, email, website, address, industry } = lead
  const { channel, bestTime, refuses, consentOn, consentBasis } = lead
  const wishes = { channel, bestTime, refuses, consentOn, consentBasis }
  const given = { name, kind, phone, email, website, address, industry, ...wishes }
  const owner = lead.owner ?? ctx.me
  const { id } = await ctx.create(Customer, { ...given, owner, source: sourceText(ctx, lead) })
  return id
}

/** What was said before stands with the customer from now on. */
async function carryTalks(ctx: Ctx, { id: lead }: Lead, customer: string): Promise<void> {
  const talks = await ctx.list(Interaction, { lead, customer: null }, { limit: 1000 })
  for (const { id } of talks) await ctx.save(Interaction, id, { customer })
  if (talks.length > 0) await refreshContacts(ctx, [customer])
}

/** In words, as people read it with the customer: 'Trade fair · Taipei · Spring'. */
function sourceText(ctx: Ctx, { source, medium, campaign }: Lead): string {
  const label = leadSources.find(({ value }) => value === source)?.label
  const parts = [label === undefined ? source : ctx.words(label), medium, campaign]
  return parts
    .filter((part) => part !== null)
    .join(' · ')
    .slice(0, 60)
}

/** Somebody of that name at the customer is the same person. */
async function contactOf(ctx: Ctx, lead: Lead, customer: string): Promise<string | null> {
  const { person: name, jobTitle, phone, email } = lead
  if (name === null || lead.kind === 'person') return null
  const known = await ctx.first(Contact, { customer, name })
  if (known) return known.id
  const { id } = await ctx.create(Contact, { customer, name, jobTitle, phone, email })
  return id
}

async function open(
  ctx: Ctx,
  lead: Lead,
  customer: string,
  contact: string | null,
): Promise<string> {
  const { name, owner, estimate, wantedOn, need } = lead
  const { id } = await ctx.create(Opportunity, {
    name: (need ?? name).slice(0, 200),
    customer,
    contact,
    owner: owner ?? ctx.me,
    estimate,
    expectedOn: wantedOn,
    source: sourceText(ctx, lead),
  })
  return id
}
