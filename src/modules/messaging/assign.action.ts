/** Somebody says whose message it is: it, and all others of the sender, come onto the timeline. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { Contact } from '#modules/customers/index.ts'
import type { Whose } from '#modules/telephony/index.ts'
import { Message, ownMessages } from './message.entity.ts'
import { MessageGateway } from './message-gateway.entity.ts'
import { tellOf } from './received.action.ts'
import { carerOf } from './whose-message.ts'
import { putOnTimeline } from './write-message.ts'

/** Older ones of an unknown sender stay as they are. */
const most = 200

export const nameSender = defineAction(Message, {
  name: 'name-sender',
  label: 'Say whose message it is',
  from: 'received',
  when: { interaction: { empty: true } },
  allow: ownMessages,
  input: {
    customer: f.ref('customer', { label: 'Customer' }),
    contact: f.ref('contact', { label: 'Contact', within: 'customer' }),
    lead: f.ref('lead', { label: 'Lead' }),
  },
  async run(ctx, message, { customer: given, contact, lead }) {
    const customer = contact ? (await ctx.find(Contact, contact)).customer : given
    if (customer === null && lead === null) fail('message.with-nobody', {}, { field: 'customer' })
    const whose = { customer, contact, lead: customer === null ? lead : null }
    const { gateway, number } = message
    const same = { gateway, number, interaction: { empty: true } } as const
    const all = await ctx.list(Message, same, { sort: '-happenedAt', limit: most })
    for (const one of all.toReversed()) await give(ctx, one, whose)
  },
})

async function give(ctx: Ctx, message: Message, whose: Whose): Promise<void> {
  const colleague = (await carerOf(ctx, whose)) ?? message.colleague
  const { text, direction, happenedAt } = message
  const gateway = await ctx.find(MessageGateway, message.gateway)
  const told = { ...whose, text, direction, happenedAt, colleague }
  const interaction = await putOnTimeline(ctx, gateway, told)
  await ctx.save(Message, message.id, { ...whose, colleague, interaction })
  if (direction === 'in') tellOf(ctx, { ...message, colleague, interaction })
}
