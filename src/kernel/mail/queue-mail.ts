/** Puts a mail into the outbox; it leaves the house after the commit, or never. */
import type { Ctx } from '../action/ctx.ts'
import { sql } from '../db/sql.ts'
import type { Id } from '../field/f.ts'
import { typeOf } from '../field/types.ts'
import { Mail } from './mail.entity.ts'

export interface NewMail {
  /** One address. */
  to: string
  subject: string
  text: string
  html?: string
  /** Stored files by id, under the names the reader sees. */
  attachments?: readonly Attachment[]
  /** Takes a POST from mail programs that offer to end such mails. */
  stopUrl?: string
  /** The record that the mail is about. */
  entity?: string
  record?: string
}

export interface Attachment {
  name: string
  file: string
}

/** Job that sends one mail of the outbox. */
export const sendMailJob = 'kernel.send-mail'

/** @throws {Refusal} `field.not-an-email` */
export async function queueMail(ctx: Ctx, mail: NewMail): Promise<Id<'mail'>> {
  const { to, subject, text, html = null, attachments = [], entity = null, record = null } = mail
  const { stopUrl = null } = mail
  const address = typeOf(Mail.fields.to).parse(to, Mail.fields.to, ctx) as string
  const content = { subject: oneLine(subject), text, html, attachments, stopUrl }
  const draft = { to: address, ...content, entity, record }
  const { id } = await ctx.create(Mail, draft)
  await keepFiles(ctx, id, attachments)
  ctx.afterCommit(sendMailJob, { mail: id })
  return id
}

/** A line break in a subject would begin a header of its own. */
function oneLine(subject: string): string {
  return subject.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
}

/** Files made for this mail belong to it, else the nightly sweep would take them for forgotten. */
async function keepFiles(
  ctx: Ctx,
  mail: string,
  attachments: readonly Attachment[],
): Promise<void> {
  if (attachments.length === 0) return
  const files = attachments.map((attachment) => attachment.file)
  await ctx.sql(
    sql`update file set entity = 'mail', record = ${mail}::uuid, version = version + 1
      where tenant = ${ctx.tenant} and id = any(${files}::uuid[]) and record is null`,
  )
}
