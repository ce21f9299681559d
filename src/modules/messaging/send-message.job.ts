/** Brings a message to its provider: once, and again where the provider could not take it. */
import type { Ctx } from '#kernel/action/ctx.ts'
import type { House } from '#kernel/house.ts'
import { postOut, type Answered } from '#kernel/http/post-out.ts'
import { writeAsProgram } from '#kernel/jobs/as-program.ts'
import { defineJob, retries, type JobCall } from '#kernel/jobs/job.ts'
import { MessageGateway } from './message-gateway.entity.ts'
import { Message } from './message.entity.ts'
import { noteFailed, noteSent } from './outcome.action.ts'
import { secretOf } from './set-secret.action.ts'
import { signedMessage } from './signed-message.ts'
import { sendMessageJob } from './write-message.ts'

export const sendMessage = defineJob({
  name: sendMessageJob,
  label: 'Sending messages',
  // Each holds a connection of the database while it talks to the provider.
  atOnce: 2,
  async run(house, call) {
    const again = await writeAsProgram(house, call, (ctx) => sendOnce(house, ctx, call))
    if (again !== null) throw new Error(again)
  },
})

/**
 * The row stays locked until its new state is written, so that no message goes out twice at the
 * same time.
 * @returns why it has to be tried again; null when there is nothing more to do
 */
async function sendOnce(house: House, ctx: Ctx, call: JobCall): Promise<string | null> {
  const message = await ctx.lock(Message, String(call.payload.message))
  if (message.status !== 'queued') return null
  const sending = await deliver(house, ctx, message, call.signal)
  const attempts = message.attempts + 1
  await ctx.save(Message, message.id, { attempts })
  if ('taken' in sending) {
    await ctx.save(Message, message.id, { externalId: sending.taken })
    await noteSent(ctx, message)
    return null
  }
  const { fault, isFinal } = sending
  if (isFinal || call.isLast || attempts > retries) await noteFailed(ctx, message, fault)
  else {
    await ctx.save(Message, message.id, { fault: fault.slice(0, 500) })
    return fault
  }
  return null
}

/** The provider's own key of the message where it told one; or why not, and whether for good. */
type Delivery = { taken: string | null } | { fault: string; isFinal: boolean }

async function deliver(
  house: House,
  ctx: Ctx,
  message: Message,
  signal: AbortSignal,
): Promise<Delivery> {
  const { practiceOf } = await house.companies.of(ctx.tenant)
  if (practiceOf !== null) return final(ctx.words('No message leaves a practice company.'))
  const { id, sendTo, sealedSecret } = await ctx.find(MessageGateway, message.gateway)
  if (sendTo === null || sealedSecret === null)
    return final(ctx.words('The gateway has no address or no secret.'))
  const secret = house.safe.open(secretOf(ctx.tenant, id), sealedSecret)
  const answered = await postOut(house, { url: sendTo, signal, ...signedMessage(message, secret) })
  return judged(ctx, answered)
}

function final(fault: string): Delivery {
  return { fault, isFinal: true }
}

/** Too early, too many, too slow: of the refusals these pass. */
const passing = new Set([408, 425, 429])

function judged(ctx: Ctx, answered: Answered): Delivery {
  if ('fault' in answered) return unanswered(ctx, answered)
  const { status, text } = answered
  const said = parsed(text)
  if (status >= 200 && status < 300) return { taken: textOf(said.id)?.slice(0, 200) ?? null }
  const reason = textOf(said.reason) ?? textOf(said.message) ?? textOf(said.error)
  const fault = reason
    ? ctx.words('The provider refuses it: {reason}', { reason: reason.slice(0, 300) })
    : ctx.words('The provider answers with status {status}.', { status: String(status) })
  return { fault, isFinal: status < 500 && !passing.has(status) }
}

function unanswered(ctx: Ctx, { fault, why }: Extract<Answered, { fault: unknown }>): Delivery {
  if (fault === 'no-answer')
    return { fault: ctx.words('The provider does not answer: {why}', { why }), isFinal: false }
  if (fault === 'plain')
    return final(ctx.words('Messages go out by https alone: “{host}”.', { host: why }))
  return final(
    ctx.words('Other companies share this installation: “{host}” is not in the open internet.', {
      host: why,
    }),
  )
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    // Providers need not answer anything that could be read.
    return {}
  }
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
