/** What a test mail says, in the language of whoever asked for it. */
import type { Speech } from '../../http/voice.ts'

export function testLetter({ t }: Speech, facts: { company: string; host: string }) {
  const lines = [
    t('This mail has come by {host}: mails of {company} can leave the house.', facts),
    t('You asked for it in the settings of Shangmai; there is nothing to do.'),
  ]
  return {
    subject: t('Test mail of {company}', facts),
    text: `${lines.join('\n\n')}\n`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}
