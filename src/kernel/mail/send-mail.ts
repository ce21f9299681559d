/** Sends what lies in the outbox: each mail once, again when the server was not ready for it. */
import type { Readable } from 'node:stream'
import type { SendMailOptions } from 'nodemailer'
import { hold } from '../action/hold.ts'
import { openCtx } from '../action/open-ctx.ts'
import { saveRecord } from '../action/record-writes.ts'
import type { Unit } from '../action/unit.ts'
import { write } from '../action/write.ts'
import { Refusal } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import { isId } from '../field/check.ts'
import { asProgram } from '../jobs/as-program.ts'
import { defineJob, type Job, type JobCall } from '../jobs/job.ts'
import { retries } from '../jobs/job.ts'
import { Mail } from './mail.entity.ts'
import type { Delivery, FindPost, Post } from './post.ts'
import { sendMailJob, type Attachment } from './queue-mail.ts'

/** What stands in the outbox while neither the company nor the operator has named a server. */
export const noServer = 'No mail server is set: see Settings, Mail account.'

/** What stands there for good in a practice company. */
const noMails = 'No mail leaves a practice company.'

export function sendMail(findPost: FindPost): Job {
  return defineJob({
    name: sendMailJob,
    label: 'Sending mails',
    // Each one holds a connection of the database while it talks to the mail server.
    atOnce: 2,
    async run(house, call) {
      const { mail } = call.payload
      if (!isId(mail)) throw new Error('A mail is sent by its id')
      const caller = asProgram(call.tenant)
      const post = await findPost(house, call.tenant)
      const again = await write(house, caller, { now: call.now }, (unit) =>
        sendOnce(unit, post, mail, call),
      )
      if (again !== null) throw new Error(again)
    },
  })
}

/**
 * The row stays locked until its new state is written, so that the same mail is not sent twice at
 * the same time.
 * @returns why it has to be tried again; null when there is nothing more to do
 */
async function sendOnce(
  unit: Unit,
  post: Post | null,
  id: string,
  call: JobCall,
): Promise<string | null> {
  const mail = await waitingMail(unit, id)
  if (!mail) return null
  if (!post) {
    const { practiceOf } = await unit.house.companies.of(call.tenant)
    const error = practiceOf === null ? noServer : noMails
    await saveRecord(unit, Mail, id, { error }, 'wait')
    return null
  }
  return note(unit, mail, await deliver(unit, post, mail), call)
}

async function deliver(unit: Unit, post: Post, mail: Mail): Promise<Delivery> {
  const attachments = await attachmentsOf(unit, (mail.attachments ?? []) as Attachment[])
  if (!attachments) return { sent: false, final: true, error: 'An attached file is gone.' }
  return post.send({ ...messageOf(post, mail), attachments })
}

async function waitingMail(unit: Unit, id: string): Promise<Mail | null> {
  try {
    const mail = (await hold(unit, Mail, id)) as unknown as Mail
    return mail.state === 'queued' && !mail.deletedAt ? mail : null
  } catch (error) {
    if (error instanceof Refusal && error.rule === 'record.not-found') return null
    throw error
  }
}

async function note(
  unit: Unit,
  mail: Mail,
  delivery: Delivery,
  call: JobCall,
): Promise<string | null> {
  const attempts = mail.attempts + 1
  if (delivery.sent) {
    const sent = { state: 'sent', sentAt: call.now.toISOString(), attempts, error: null }
    await saveRecord(unit, Mail, mail.id, sent, 'send')
    await openCtx(unit).emit('mail.sent', { mail: mail.id })
    return null
  }
  const { error } = delivery
  const over = delivery.final || attempts > retries
  await saveRecord(
    unit,
    Mail,
    mail.id,
    { attempts, error, ...(over ? { state: 'failed' } : {}) },
    'send-failed',
  )
  if (!over) return error
  await openCtx(unit).emit('mail.failed', { mail: mail.id, error })
  return null
}

/** The Message-ID is made of the row's id: a mail that went out twice after all is known as one. */
function messageOf(post: Post, mail: Mail): SendMailOptions {
  const { id, to, subject, text, html, stopUrl } = mail
  return {
    messageId: `<${id}@${post.domain}>`,
    to,
    subject,
    text,
    ...(html ? { html } : {}),
    date: mail.createdAt,
    headers: { 'Auto-Submitted': 'auto-generated', ...stopHeaders(stopUrl) },
  }
}

/** One press in the mail program ends such mails (RFC 8058). */
function stopHeaders(url: string | null): Record<string, string> {
  if (url === null) return {}
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

interface Enclosure {
  filename: string
  content: Readable
  contentType: string
}

/** @returns null when one of them is no longer there */
async function attachmentsOf(
  unit: Unit,
  wanted: readonly Attachment[],
): Promise<Enclosure[] | null> {
  if (wanted.length === 0) return []
  const { files } = unit.house
  const known = await filesOf(unit, wanted)
  const enclosures: Enclosure[] = []
  for (const { name, file } of wanted) {
    const row = known.get(file)
    if (!row || !(await files.has(row.hash))) return null
    enclosures.push({ filename: name, content: files.open(row.hash), contentType: row.type })
  }
  return enclosures
}

async function filesOf(unit: Unit, wanted: readonly Attachment[]) {
  const { tenant } = unit.sight.reader
  const ids = wanted.map((attachment) => attachment.file)
  const rows = await unit.tx.query<{ id: string; hash: string; type: string }>(
    sql`select id, hash, type from file where tenant = ${tenant} and id = any(${ids}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
