/** Reads a mail account as it is sent; a password that is not sent stays the one that is kept. */
import type { Asked } from '../../http/asker.ts'
import { fail, Refusal } from '../../base/fail.ts'
import { checkedText } from '../../field/check.ts'
import { parseInput, type Values } from '../../entity/parse-draft.ts'
import { f } from '../../field/f.ts'
import type { KeptAccount, MailAccount } from './mail-account.ts'

const fields = {
  host: f.text({ required: true, maxLength: 253 }),
  port: f.integer({ required: true, min: '1', max: '65535' }),
  security: f.choice(['tls', 'starttls', 'none'], { required: true }),
  user: f.text({ maxLength: 200 }),
  senderName: f.text({ maxLength: 120 }),
  senderAddress: f.email({ required: true }),
}

export const accountKeys = [...Object.keys(fields), 'password']

const longestPassword = 500

/**
 * @param kept what is not sent stays as it is there
 * @param openPassword of the kept one
 * @throws {Refusal} `input.invalid`, `mail-account.bad-host`, `mail-account.password-again` (422)
 */
export function parseAccount(
  given: Record<string, unknown>,
  kept: KeptAccount | null,
  openPassword: () => string | null,
  { caller, sight }: Asked,
): MailAccount {
  const { password: sent, ...rest } = given
  const { sealed = null, ...before } = kept ?? {}
  const wish = { person: caller.person, place: sight.reader, partial: false }
  const account = accountFrom(parseInput(fields, { ...before, ...rest }, wish))
  if (!/^[a-z0-9](?:[a-z0-9.:-]*[a-z0-9])?$/iu.test(account.host))
    fail('mail-account.bad-host', {}, { field: 'host' })
  if (sent !== undefined) return { ...account, password: passwordFrom(sent) }
  if (sealed === null || kept === null) return { ...account, password: null }
  if (isElsewhere(account, kept)) fail('mail-account.password-again', {}, { field: 'password' })
  return { ...account, password: openPassword() }
}

function accountFrom(values: Values): Omit<MailAccount, 'password'> {
  return values as unknown as Omit<MailAccount, 'password'>
}

/** Whoever may change the account must not get the password by naming a server of her own. */
function isElsewhere(account: Omit<MailAccount, 'password'>, kept: KeptAccount): boolean {
  const places = ['host', 'port', 'security', 'user'] as const
  return places.some((name) => account[name] !== kept[name])
}

/** As it was typed, spaces and all; an empty one is none. */
function passwordFrom(sent: unknown): string | null {
  if (sent === null || sent === '') return null
  try {
    checkedText(sent, { kind: 'text', required: false }, longestPassword)
  } catch (error) {
    if (error instanceof Refusal) fail(error.rule, error.facts, { field: 'password' })
    throw error
  }
  return sent as string
}
