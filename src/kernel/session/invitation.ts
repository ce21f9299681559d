/** Invitations: a person gets a link, chooses a password by it once, and is in. */
import { fail } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { forgetAuthenticator } from './authenticator.ts'
import { setPassword } from './credential.ts'
import type { Account, Door, Visit } from './door.ts'
import type { SignedInCaller } from './identify.ts'
import { dropInvitations, syncLogin } from './login.ts'
import { note } from './note.ts'
import { hashPassword } from './password.ts'
import { checkPassword } from './password-rules.ts'
import { startSession } from './sessions.ts'
import { hashOf, isToken, newToken } from './token.ts'

const goodDays = 7
const dayMs = 86_400_000

/** Job that writes the mail: { user, url, locale, by }. */
const invitationMail = 'kernel.invitation-mail'

interface Invited {
  name: string
  email: string
  locale: string | null
  active: boolean
}

/**
 * Invites a user, or gives one who lost the password or the authenticator a new start. Earlier
 * invitations of the person are void.
 * @param origin address of the house without a slash at its end
 * @returns the link, which is good once and for seven days
 * @throws {Refusal} `record.not-found` (404), `session.not-active` (409)
 */
export async function invite(
  house: House,
  { caller }: SignedInCaller,
  user: string,
  origin: string,
  visit: Visit,
): Promise<string> {
  const { tenant, person } = caller
  const invited = await readInvited(house, { tenant, user })
  if (!invited) fail('record.not-found', {}, { status: 404, field: 'user' })
  if (!invited.active) fail('session.not-active', {}, { status: 409, field: 'user' })
  const token = newToken()
  const url = `${origin}/invitation/${token}`
  const payload = { user, url, locale: invited.locale, by: person.name }
  await house.database.transaction(tenant, async (tx) => {
    await dropInvitations(tx, tenant, user)
    await keepInvitation(tx, { tenant, user }, token, visit.at)
    note(tx, { tenant, user }, person.id, 'invited', visit)
    await house.jobs.enqueue(tx, tenant, [{ name: invitationMail, payload }])
  })
  return url
}

async function keepInvitation(
  tx: Transaction,
  { tenant, user }: Account,
  token: string,
  now: Date,
) {
  const expiry = new Date(now.getTime() + goodDays * dayMs)
  await tx.query(
    sql`insert into invitation (token_hash, tenant, user_id, created_at, expires_at)
      values (${hashOf(token)}, ${tenant}, ${user}, ${now}, ${expiry})`,
  )
}

async function readInvited(house: House, { tenant, user }: Account): Promise<Invited | null> {
  const [row] = await house.database.read<Invited>(
    tenant,
    sql`select name, email, locale, active from "user"
      where tenant = ${tenant} and id = ${user}::uuid and deleted_at is null`,
  )
  return row ?? null
}

export interface OpenInvitation extends Account {
  name: string
  email: string
}

/** @throws {Refusal} `session.invitation-over` (404) for one that is used, too old or unknown */
export async function openInvitation(house: House, token: string): Promise<OpenInvitation> {
  if (!isToken(token)) over()
  const [row] = await house.database.control<{ tenant: string; user_id: string }>(
    sql`select tenant, user_id from invitation where token_hash = ${hashOf(token)}
      and used_at is null and expires_at > ${house.now()}`,
  )
  const account = row ? { tenant: row.tenant, user: row.user_id } : over()
  const invited = await readInvited(house, account)
  if (!invited?.active) over()
  return { ...account, name: invited.name, email: invited.email }
}

/**
 * Takes the invitation up: the password is the new one, an authenticator that may be lost is off,
 * and the person is signed in.
 * @returns the token of the new session
 * @throws {Refusal} `session.invitation-over` (404), `session.weak-password`
 */
export async function acceptInvitation(
  { house }: Door,
  invitation: string,
  password: string,
  visit: Visit,
  oldToken: string | null,
): Promise<string> {
  const { name, email, ...account } = await openInvitation(house, invitation)
  checkPassword(password, { name, email }, 'password')
  const hash = await hashPassword(password)
  return house.database.transaction(account.tenant, async (tx) => {
    await useUp(tx, invitation, visit.at)
    await setPassword(tx, account, hash, visit.at, null)
    await forgetAuthenticator(tx, account)
    await syncLogin(tx, account.tenant, account.user, email, true)
    note(tx, account, account.user, 'invitation-accepted', visit)
    return startSession(tx, account, visit, oldToken)
  })
}

async function useUp(tx: Transaction, token: string, now: Date): Promise<void> {
  const used = await tx.query(
    sql`update invitation set used_at = ${now} where token_hash = ${hashOf(token)}
      and used_at is null and expires_at > ${now} returning tenant`,
  )
  if (used.length === 0) over()
}

function over(): never {
  return fail('session.invitation-over', {}, { status: 404 })
}
