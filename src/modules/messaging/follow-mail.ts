/** A fax went by mail: what becomes of the mail becomes of the fax. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { Message } from './message.entity.ts'
import { noteFailed, noteSent } from './outcome.action.ts'

type Facts = Record<string, unknown>

export async function followSentMail(ctx: Ctx, { mail }: Facts): Promise<void> {
  const fax = await faxOf(ctx, mail)
  if (fax) await noteSent(ctx, fax)
}

export async function followFailedMail(ctx: Ctx, { mail, error }: Facts): Promise<void> {
  const fax = await faxOf(ctx, mail)
  if (fax) await noteFailed(ctx, fax, String(error))
}

async function faxOf(ctx: Ctx, mail: unknown): Promise<Message | null> {
  const fax = await ctx.first(Message, { mail: String(mail) })
  const isOpen = fax?.status === 'queued' || fax?.status === 'failed'
  return isOpen ? fax : null
}
