/** The jobs of the outbox, with the ways out that mails may take. */
import type { Job } from '../jobs/job.ts'
import { invitationMail } from './invitation-mail.ts'
import { findPosts, type MailSettings } from './post.ts'
import { sendMail } from './send-mail.ts'
import { sendWaitingMails } from './send-waiting-mails.ts'

export function mailJobs(settings: MailSettings): Job[] {
  const findPost = findPosts(settings)
  return [sendMail(findPost), sendWaitingMails(findPost), invitationMail]
}
