/** Somebody writes a message to a customer, a contact or a lead. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { f } from '#kernel/field/f.ts'
import { Contact, Customer } from '#modules/customers/index.ts'
import { Lead } from '#modules/leads/index.ts'
import {
  addresseeAtContact,
  addresseeAtCustomer,
  addresseeAtLead,
  reachedBy,
  ways,
  type Addressee,
  type Way,
} from './addressee.ts'
import { gatewayFor } from './gateway-for.ts'
import { writeMessage } from './write-message.ts'

/** Providers cut longer ones into many. */
export const textAsked = {
  text: f.longText({
    required: true,
    maxLength: 1000,
    label: 'Text',
    help: 'At most 1,000 characters.',
  }),
}

const asked = {
  ...textAsked,
  gateway: f.ref('message-gateway', {
    label: 'Message gateway',
    pick: { active: true, channel: ['sms', 'line', 'wechat', 'whatsapp', 'chat'] },
    help: 'Empty: the only one there is.',
  }),
  way: f.choice(ways, { label: 'To which number', help: 'Empty: the likeliest for this gateway.' }),
}

const named = { name: 'send-message', label: 'Send a message' } as const

export const messageCustomer = defineAction(Customer, {
  ...named,
  allow: { sales: { owner: 'me' }, 'sales-lead': { owner: 'my-team' }, service: 'all' },
  input: asked,
  run: async (ctx, customer, input) => send(ctx, await addresseeAtCustomer(ctx, customer), input),
})

export const messageContact = defineAction(Contact, {
  ...named,
  allow: ['sales', 'sales-lead', 'service'],
  input: asked,
  run: async (ctx, contact, input) => send(ctx, await addresseeAtContact(ctx, contact), input),
})

const { way: _, ...askedOfLeads } = asked

export const messageLead = defineAction(Lead, {
  ...named,
  from: ['new', 'qualified'],
  allow: { sales: { owner: 'me' }, 'sales-lead': { any: [{ owner: 'my-team' }, { owner: null }] } },
  input: askedOfLeads,
  run: async (ctx, lead, input) => send(ctx, addresseeAtLead(lead), input),
})

interface Said {
  text: string
  gateway: string | null
  way?: Way | null
}

async function send(ctx: Ctx, to: Addressee, { text, gateway: chosen, way = null }: Said) {
  const gateway = await gatewayFor(ctx, 'message', chosen)
  const { customer, lead } = to
  const written = { ...reachedBy(to, gateway, way), customer, lead, text }
  await writeMessage(ctx, gateway, written)
}
