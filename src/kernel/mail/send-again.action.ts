/** Gives a mail that could not be delivered another try. */
import { defineAction } from '../action/action.ts'
import { Mail } from './mail.entity.ts'
import { sendMailJob } from './queue-mail.ts'

export const sendAgain = defineAction(Mail, {
  name: 'send-again',
  label: 'Send again',
  from: 'failed',
  to: 'queued',
  allow: { everyone: { createdBy: 'me' } },
  async run(ctx, mail) {
    await ctx.save(Mail, mail.id, { attempts: 0, error: null })
    ctx.afterCommit(sendMailJob, { mail: mail.id })
  },
})
