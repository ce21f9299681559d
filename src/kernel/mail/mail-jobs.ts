/** The jobs of the outbox, for one mail server. */
import type { Job } from '../jobs/job.ts'
import { invitationMail } from './invitation-mail.ts'
import { openPost, type MailSettings } from './post.ts'
import { sendMail } from './send-mail.ts'
import { sendWaitingMails } from './send-waiting-mails.ts'

export function mailJobs(settings: MailSettings): Job[] {
  const post = openPost(settings)
  return [sendMail(post), sendWaitingMails(post), invitationMail]
}
