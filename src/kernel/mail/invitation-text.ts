/** What an invitation says, in the language of the person invited. */
import type { Locale } from '../http/wire.ts'
import { catalogueOf } from '../i18n/catalogues.ts'
import { createTranslator } from '../i18n/message.ts'

export interface Invitation {
  name: string
  company: string
  /** Who invites. */
  by: string
  url: string
}

export function invitationLetter(locale: Locale, { url, ...facts }: Invitation) {
  const say = createTranslator(locale, catalogueOf(locale))
  const paragraphs = [
    say('Hello {name},', facts),
    say('{by} invites you to work with {company} in Shangmai. Choose your password here:', facts),
    url,
    say('The link can be used once and is good for seven days.'),
    say('If you did not expect this mail, you need not do anything.'),
  ]
  const subject = say('Your access to {company}', facts)
  return { subject, text: `${paragraphs.join('\n\n')}\n` }
}
