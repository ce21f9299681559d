/** Writes to a person who was invited: the link with which to choose a password. */
import { createHash } from 'node:crypto'
import { idempotencyOf } from '../action/idempotency.ts'
import { openCtx } from '../action/open-ctx.ts'
import { write } from '../action/write.ts'
import { User } from '../access/user.entity.ts'
import type { Locale } from '../http/wire.ts'
import { isLocale } from '../i18n/languages.ts'
import { asProgram } from '../jobs/as-program.ts'
import { defineJob, type JobCall } from '../jobs/job.ts'
import { invitationLetter } from './invitation-text.ts'
import { queueMail } from './queue-mail.ts'

/** Payload: { user, url, locale?, by? }; the user's own name and address are read anew. */
export const invitationMail = defineJob({
  name: 'kernel.invitation-mail',
  label: 'Invitations by mail',
  async run(house, call) {
    const { user, url, locale, by } = payloadOf(call)
    const company = await house.companies.of(call.tenant)
    // Delivered a second time, the job must not write a second mail.
    const key = `invitation-mail:${createHash('sha256').update(url).digest('hex')}`
    const idempotency = idempotencyOf(key, 'JOB', 'kernel.invitation-mail', call.payload)
    const caller = asProgram(call.tenant)
    await write(house, caller, { idempotency, now: call.now }, async (unit) => {
      const ctx = openCtx(unit)
      const { name, email } = await ctx.find(User, user)
      const language = locale ?? (isLocale(company.locale) ? company.locale : 'en')
      const facts = { name, company: company.name, by: by ?? company.name, url }
      return queueMail(ctx, { to: email, ...invitationLetter(language, facts) })
    })
  },
})

interface Payload {
  user: string
  url: string
  locale: Locale | null
  by: string | null
}

function payloadOf({ payload }: JobCall): Payload {
  const { user, url, locale, by } = payload
  if (typeof user !== 'string' || typeof url !== 'string')
    throw new Error('Whom to invite, and where to?')
  return {
    user,
    url,
    locale: isLocale(locale) ? locale : null,
    by: typeof by === 'string' ? by : null,
  }
}
