/** The agent says whose call it is, and writes down what was said. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { interactionResults } from '#modules/contacts/index.ts'
import { Contact } from '#modules/customers/index.ts'
import { ownCalls, PhoneCall } from './phone-call.entity.ts'
import { writeDown } from './write-down.ts'

export const nameCaller = defineAction(PhoneCall, {
  name: 'name-caller',
  label: 'Say whose call it is',
  allow: ownCalls,
  input: {
    customer: f.ref('customer', { label: 'Customer' }),
    contact: f.ref('contact', { label: 'Contact', within: 'customer' }),
    lead: f.ref('lead', { label: 'Lead' }),
  },
  async run(ctx, call, { customer: given, contact, lead }) {
    const customer = contact ? (await ctx.find(Contact, contact)).customer : given
    if (customer === null && lead === null)
      fail('phone-call.with-nobody', {}, { field: 'customer' })
    if (call.interaction !== null && call.customer !== customer)
      fail('phone-call.is-written-down', {}, { field: 'customer' })
    await ctx.save(PhoneCall, call.id, { customer, contact, lead: customer ? null : lead })
    const now = await ctx.find(PhoneCall, call.id)
    if (now.endedAt !== null && now.reached) await writeDown(ctx, now)
  },
})

export const noteCall = defineAction(PhoneCall, {
  name: 'note',
  label: 'Write the call down',
  allow: ownCalls,
  tone: 'primary',
  input: {
    summary: f.longText({ required: true, maxLength: 5000, label: 'Summary' }),
    result: f.choice(interactionResults, { label: 'Result' }),
    nextStep: f.text({ maxLength: 300, label: 'Next step' }),
    nextOn: f.date({ label: 'Speak again on' }),
  },
  async run(ctx, call, said) {
    const owner = call.owner ?? ctx.me
    if (call.owner === null) await ctx.save(PhoneCall, call.id, { owner })
    const interaction = await writeDown(ctx, { ...call, owner }, said)
    if (interaction === null) fail('phone-call.with-nobody')
    return { result: { entity: 'interaction', id: interaction } }
  },
})
