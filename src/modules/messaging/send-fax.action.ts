/** Somebody sends a fax to a customer or a contact: a text, a file, or both. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { Contact, Customer } from '#modules/customers/index.ts'
import { addresseeAtContact, addresseeAtCustomer, reachedBy, type Addressee } from './addressee.ts'
import { gatewayFor } from './gateway-for.ts'
import { writeMessage } from './write-message.ts'

const asked = {
  file: f.file({ label: 'Fax or letter', help: 'E.g. a quote that was saved as PDF.' }),
  text: f.longText({ maxLength: 5000, label: 'Text', help: 'On the cover, or the fax itself.' }),
  gateway: f.ref('message-gateway', {
    label: 'Message gateway',
    pick: { active: true, channel: ['fax'] },
    help: 'Empty: the only one there is.',
  }),
}

const named = { name: 'send-fax', label: 'Send as fax', tone: 'quiet' } as const

export const faxCustomer = defineAction(Customer, {
  ...named,
  allow: { sales: { owner: 'me' }, 'sales-lead': { owner: 'my-team' }, service: 'all' },
  input: asked,
  run: async (ctx, customer, input) => fax(ctx, await addresseeAtCustomer(ctx, customer), input),
})

export const faxContact = defineAction(Contact, {
  ...named,
  allow: ['sales', 'sales-lead', 'service'],
  input: asked,
  run: async (ctx, contact, input) => fax(ctx, await addresseeAtContact(ctx, contact), input),
})

interface Said {
  text: string | null
  file: string | null
  gateway: string | null
}

async function fax(ctx: Ctx, to: Addressee, { text, file, gateway: chosen }: Said) {
  if (text === null && file === null) fail('message.empty-fax', {}, { field: 'file' })
  const gateway = await gatewayFor(ctx, 'fax', chosen)
  const { customer, lead } = to
  const reached = reachedBy(to, gateway)
  const plain = ctx.words('Fax to {number}', { number: reached.number })
  await writeMessage(ctx, gateway, { ...reached, customer, lead, file, text: text ?? plain })
}
