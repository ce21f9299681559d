/** A message is put down with its contact record, and leaves the house after that, or never. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { queueMail } from '#kernel/mail/queue-mail.ts'
import { File } from '#kernel/files/file.entity.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { kindOf } from './addressee.ts'
import { MessageGateway } from './message-gateway.entity.ts'
import { Message } from './message.entity.ts'

/** Job that sends one message. */
export const sendMessageJob = 'messaging.send'

type Written = Pick<Message, 'number' | 'text' | 'customer' | 'contact' | 'lead'> & {
  file?: string | null
}

export async function writeMessage(
  ctx: Ctx,
  gateway: MessageGateway,
  written: Written,
): Promise<string> {
  const { customer, contact, lead, number, text, file = null } = written
  const draft = { customer, contact, lead, number, text, file, gateway: gateway.id }
  const interaction = await putOnTimeline(ctx, gateway, { ...draft, direction: 'out' })
  const message = await ctx.create(Message, { ...draft, direction: 'out', interaction })
  await letGo(ctx, message)
  return message.id
}

/** Queues it: to its provider, or as a mail to the fax gateway. */
export async function letGo(ctx: Ctx, message: Message): Promise<void> {
  const gateway = await ctx.find(MessageGateway, message.gateway)
  if (gateway.channel === 'fax') await faxByMail(ctx, gateway, message)
  else ctx.afterCommit(sendMessageJob, { message: message.id })
}

async function faxByMail(ctx: Ctx, gateway: MessageGateway, message: Message): Promise<void> {
  const { id, number, text, file } = message
  const paper = file === null ? null : await ctx.find(File, file)
  const mail = await queueMail(ctx, {
    to: `${number.replaceAll(/\D/gu, '')}@${gateway.faxDomain}`,
    subject: ctx.words('Fax to {number}', { number }),
    text,
    ...(paper && { attachments: [{ name: paper.name, file: paper.id }] }),
    entity: 'message',
    record: id,
  })
  await ctx.save(Message, id, { mail })
}

type Told = Pick<Message, 'customer' | 'contact' | 'lead' | 'text' | 'direction'> &
  Partial<Pick<Message, 'file' | 'happenedAt' | 'colleague'>>

/** @returns the contact record; null where nobody knows yet who it was */
export async function putOnTimeline(
  ctx: Ctx,
  { channel }: MessageGateway,
  told: Told,
): Promise<string | null> {
  const { customer, contact, lead, text, direction, file = null } = told
  if (customer === null && lead === null) return null
  const { id } = await ctx.create(Interaction, {
    customer,
    contact,
    lead: customer === null ? lead : null,
    kind: kindOf(channel),
    direction,
    summary: text,
    paper: file,
    ...(told.colleague && { owner: told.colleague }),
    ...(told.happenedAt && { happenedAt: told.happenedAt }),
  })
  return id
}
