/** What a person does with the password in hand: change it, switch the authenticator off. */
import { fail } from '../base/fail.ts'
import type { Transaction } from '../db/transaction.ts'
import { refuseFor } from './attempts.ts'
import { forgetAuthenticator } from './authenticator.ts'
import { compare, prove, readCredential, setPassword } from './credential.ts'
import type { Door, Visit } from './door.ts'
import type { SignedInCaller } from './identify.ts'
import { note } from './note.ts'
import { hashPassword } from './password.ts'
import { checkPassword, type Owner } from './password-rules.ts'

/**
 * All other sessions end.
 * @throws {Refusal} `session.weak-password`, `session.wrong-password`, `session.locked` (429)
 */
export async function changePassword(
  door: Door,
  { session }: SignedInCaller,
  owner: Owner,
  given: { current: string; next: string },
  visit: Visit,
): Promise<void> {
  checkPassword(given.next, owner, 'next')
  const hash = await hashPassword(given.next)
  await withPassword(
    door,
    session,
    { password: given.current, field: 'current' },
    visit,
    async (tx) => {
      await setPassword(tx, session, hash, visit.at, session.id)
      note(tx, session, session.user, 'password-changed', visit)
    },
  )
}

/** @throws {Refusal} `session.wrong-password`, `session.locked` (429) */
export async function dropAuthenticator(
  door: Door,
  { session }: SignedInCaller,
  password: string,
  visit: Visit,
): Promise<void> {
  await withPassword(door, session, { password, field: 'password' }, visit, async (tx) => {
    await forgetAuthenticator(tx, session)
    note(tx, session, session.user, 'authenticator-off', visit)
  })
}

/** A stolen session must not become a place to guess the password: tries count as at the door. */
async function withPassword(
  { house, options }: Door,
  session: SignedInCaller['session'],
  { password, field }: { password: string; field: string },
  visit: Visit,
  work: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const account = { tenant: session.tenant, user: session.user }
  const hash = (await readCredential(house, account))?.password_hash
  if (!hash) fail('session.wrong-password', {}, { field })
  const proof = { ...(await compare(password, hash)), asksCode: false, code: null }
  const { secretKey } = options
  const attempt = { account, proof, visit, secretKey, failure: 'password-check-failed' as const }
  const verdict = await prove(house, attempt, work)
  if (verdict.is === 'locked') refuseFor(verdict.seconds)
  if (verdict.is !== 'right') fail('session.wrong-password', {}, { field })
}
