/** A call becomes the contact record of its customer or lead, or completes the one there is. */
import type { Ctx } from '#kernel/action/ctx.ts'
import type { Draft } from '#kernel/entity/entity.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { PhoneCall } from './phone-call.entity.ts'

type Said = Pick<Draft<typeof Interaction>, 'summary' | 'result' | 'nextStep' | 'nextOn'>

/** @returns the contact record; null where nobody knows yet who it was, or who spoke */
export async function writeDown(
  ctx: Ctx,
  call: PhoneCall,
  said: Said = {},
): Promise<string | null> {
  const { customer, contact, lead, owner } = call
  if ((customer === null && lead === null) || owner === null) return null
  const minutes = call.seconds === null ? null : Math.ceil(call.seconds / 60)
  if (call.interaction !== null) {
    await ctx.save(Interaction, call.interaction, { ...said, ...(minutes ? { minutes } : {}) })
    return call.interaction
  }
  const { id } = await ctx.create(Interaction, {
    customer,
    contact,
    lead: customer === null ? lead : null,
    owner,
    kind: 'call',
    direction: call.direction,
    happenedAt: call.startedAt,
    minutes,
    summary: plainSummary(ctx, call),
    ...said,
  })
  await ctx.save(PhoneCall, call.id, { interaction: id })
  return id
}

/** Until the agent writes what was said. */
function plainSummary(ctx: Ctx, { direction, number }: PhoneCall): string {
  const words = direction === 'in' ? 'Call from {number}' : 'Call to {number}'
  return ctx.words(words, { number: number ?? ctx.words('withheld number') })
}
