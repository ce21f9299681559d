/** What became of a message: it left, it arrived, or it failed and its sender is told. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { Message } from './message.entity.ts'

const sent = defineAction(Message, {
  name: 'be-sent',
  label: 'Sent',
  from: ['queued', 'failed'],
  to: 'sent',
  allow: [],
  internal: true,
  run: async () => undefined,
})

const delivered = defineAction(Message, {
  name: 'arrive',
  label: 'Delivered',
  from: ['queued', 'sent', 'failed'],
  to: 'delivered',
  allow: [],
  internal: true,
  run: async () => undefined,
})

const failed = defineAction(Message, {
  name: 'fail',
  label: 'Failed',
  from: ['queued', 'sent'],
  to: 'failed',
  allow: [],
  internal: true,
  run: async () => undefined,
})

export const outcomes = [sent, delivered, failed]

export async function noteSent(ctx: Ctx, { id, ...message }: Message): Promise<void> {
  await ctx.do(sent, id)
  await ctx.save(Message, id, { fault: null })
  await noteReached(ctx, message, true)
}

export async function noteDelivered(ctx: Ctx, { id, ...message }: Message): Promise<void> {
  await ctx.do(delivered, id)
  await ctx.save(Message, id, { fault: null })
  await noteReached(ctx, message, true)
}

/** @param fault in the language of the company */
export async function noteFailed(ctx: Ctx, message: Message, fault: string): Promise<void> {
  const { id, colleague, number } = message
  await ctx.save(Message, id, { fault: fault.slice(0, 500) })
  await ctx.do(failed, id)
  await noteReached(ctx, message, false)
  ctx.notify({
    cause: 'state-changed',
    rule: 'notice.message-failed',
    entity: 'message',
    record: id,
    people: [colleague],
    fromOutside: true,
    facts: { number },
  })
}

/** The contact record says so too, until it was reached after all. */
async function noteReached(
  ctx: Ctx,
  { interaction }: Pick<Message, 'interaction'>,
  isReached: boolean,
): Promise<void> {
  if (interaction === null) return
  const known = await ctx.first(Interaction, { id: interaction })
  if (!known) return
  if (!isReached) await ctx.save(Interaction, known.id, { result: 'not-reached' })
  else if (known.result === 'not-reached') await ctx.save(Interaction, known.id, { result: null })
}
