/** A provider tells what became of a message that it took: it arrived, or it did not. */
import { defineCollectionAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { isId } from '#kernel/field/check.ts'
import { f } from '#kernel/field/f.ts'
import { gatewayByKey } from './gateway-for.ts'
import { Message } from './message.entity.ts'
import { noteDelivered, noteFailed } from './outcome.action.ts'
import { toldFields } from './received.action.ts'

export const reportDelivery = defineCollectionAction(Message, {
  name: 'delivery',
  label: 'Delivery of a message',
  // As with received messages.
  allow: [],
  input: {
    gateway: toldFields.gateway,
    message: f.text({
      required: true,
      maxLength: 200,
      label: 'Key of the message',
      help: 'The id that the message was sent with, or the one that the provider answered.',
    }),
    state: f.choice(
      [
        { value: 'delivered', label: 'Delivered' },
        { value: 'failed', label: 'Failed' },
      ],
      { required: true, default: 'delivered', label: 'What became of it' },
    ),
    reason: f.text({ maxLength: 300, label: 'Why it failed' }),
  },
  async run(ctx, { gateway: key, message: id, state, reason }) {
    const gateway = await gatewayByKey(ctx, key)
    const sent = await sentAs(ctx, gateway.id, id)
    if (state === 'failed') await markFailed(ctx, sent, reason)
    else if (sent.status !== 'delivered') await noteDelivered(ctx, sent)
    return { result: { id: sent.id } }
  },
})

async function sentAs(ctx: Ctx, gateway: string, id: string): Promise<Message> {
  const own = { gateway, direction: 'out' } as const
  const found =
    (isId(id) && (await ctx.first(Message, { ...own, id }))) ||
    (await ctx.first(Message, { ...own, externalId: id }))
  if (!found) return fail('message.never-sent', { id }, { field: 'message' })
  return ctx.lock(Message, found.id)
}

/** What arrived does not fail any more; news may come in any order, and more than once. */
async function markFailed(ctx: Ctx, message: Message, reason: string | null): Promise<void> {
  if (message.status !== 'queued' && message.status !== 'sent') return
  const fault = reason ?? ctx.words('The provider gives no reason.')
  await noteFailed(ctx, message, fault)
}
