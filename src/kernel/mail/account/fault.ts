/** Why a mail server could not be used, as a rule that says what to do. */
import { Refusal, type Facts } from '../../base/fail.ts'
import type { MailAccount } from './mail-account.ts'

interface Fault {
  rule: string
  facts: Facts
  field?: keyof MailAccount
}

type Place = Pick<MailAccount, 'host' | 'port' | 'user'>
type Told = Error & { code?: string; response?: string; command?: string }

/** @param error as nodemailer throws it, or a refusal of ours, which stays as it is */
export function faultOf(error: unknown, account: Place): Refusal {
  if (error instanceof Refusal) return error
  const { rule, facts, field } = wordsFor(error as Told, account)
  return new Refusal(rule, facts, field ? { field } : {})
}

const broken = /wrong version number|packet length|SSL routines|record layer|Invalid greeting/iu
const mistrusted = /certificate|altnames|self[- ]signed/iu
const unknown = /ENOTFOUND|EAI_AGAIN|ENODATA|DNS/u
const closed = /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/u

function wordsFor(error: Told, { host, port, user }: Place): Fault {
  const { code = '', message } = error
  const place = { host, port }
  const said = saidBy(error)
  if (code === 'EAUTH') {
    if (user === null) return fault('sign-in-needed', { said }, 'user')
    return fault('sign-in-refused', { said }, 'password')
  }
  if (said.startsWith('530') || (user === null && /^5\d\d.*authenti/iu.test(said)))
    return fault('sign-in-needed', { said }, 'user')
  if (code === 'EENVELOPE' && error.command === 'MAIL FROM')
    return fault('sender-refused', { said }, 'senderAddress')
  if (code === 'EENVELOPE') return fault('recipient-refused', { said })
  if (code === 'EMESSAGE') return fault('mail-refused', { said })
  if (mistrusted.test(message)) return fault('certificate', { host, why: message }, 'host')
  if (broken.test(message) || code === 'ETLS' || code === 'EPROTOCOL')
    return fault('other-security', place, 'security')
  if (code === 'EDNS' || unknown.test(message)) return fault('host-unknown', { host }, 'host')
  if (closed.test(message)) return fault('port-closed', place, 'port')
  if (code === 'ETIMEDOUT' || /time-?d? ?out/iu.test(message))
    return fault('no-answer', place, 'port')
  return fault('other-fault', { why: message.slice(0, 300) })
}

function fault(name: string, facts: Facts, field?: keyof MailAccount): Fault {
  return { rule: `mail-account.${name}`, facts, ...(field ? { field } : {}) }
}

/** Only what a mail server would say: what stands at that port otherwise is nobody's business. */
function saidBy({ response = '' }: Told): string {
  return /^\d{3}[ -]/u.test(response) ? response.slice(0, 300) : '—'
}
