/** A message is answered to where it came from; one that failed is sent once more. */
import { defineAction } from '#kernel/action/action.ts'
import { addresseeOf, refuseUnwantedBy } from './addressee.ts'
import { gatewayFor } from './gateway-for.ts'
import { Message, ownMessages } from './message.entity.ts'
import { MessageGateway } from './message-gateway.entity.ts'
import { textAsked } from './send-message.action.ts'
import { letGo, writeMessage } from './write-message.ts'

export const reply = defineAction(Message, {
  name: 'reply',
  label: 'Reply',
  from: 'received',
  allow: ownMessages,
  tone: 'primary',
  input: textAsked,
  async run(ctx, message, { text }) {
    const gateway = await gatewayFor(ctx, 'message', message.gateway)
    const to = await addresseeOf(ctx, message)
    if (to) refuseUnwantedBy(to, gateway.channel)
    const { number, customer, contact, lead } = message
    const id = await writeMessage(ctx, gateway, { number, text, customer, contact, lead })
    return { result: { entity: 'message', id } }
  },
})

export const sendAgain = defineAction(Message, {
  name: 'send-again',
  label: 'Send again',
  from: 'failed',
  to: 'queued',
  allow: ownMessages,
  tone: 'primary',
  async run(ctx, message) {
    const { channel } = await ctx.find(MessageGateway, message.gateway)
    const to = await addresseeOf(ctx, message)
    if (to) refuseUnwantedBy(to, channel)
    await ctx.save(Message, message.id, { attempts: 0, fault: null })
    await letGo(ctx, message)
  },
})
