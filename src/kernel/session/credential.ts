/** What a person proves: the password, the code of the moment, and how many tries are left. */
import { sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'
import type { House } from '../house.ts'
import type { Account, Visit } from './door.ts'
import { lockedUntil, secondsLeft } from './lockout.ts'
import { dropInvitations } from './login.ts'
import { note, type Noted } from './note.ts'
import { stepOfCode } from './one-time-code.ts'
import { hashPassword, isOutdated, isPassword } from './password.ts'
import { unseal } from './seal.ts'
import { endSessions } from './sessions.ts'

export interface CredentialRow {
  password_hash: string | null
  totp_secret: string | null
  code_on: boolean
  totp_last_step: string | null
  failures: number
  locked_until: string | null
}

/** A password compared with the hash that was read, outside of any transaction. */
export interface Compared {
  /** The hash it fits; null = it fits none. */
  fits: string | null
  /** The same password hashed at today's cost, when that has changed. */
  renewed: string | null
}

export interface Proof extends Compared {
  /** Whether an authenticator that is on must agree as well. */
  asksCode: boolean
  code: string | null
}

export type Verdict =
  | { is: 'right'; step: number | null }
  | { is: 'needs-code' | 'wrong-password' | 'wrong-code' }
  | { is: 'locked'; seconds: number }

export function sealOwner({ tenant, user }: Account): string {
  return `${tenant}/${user}`
}

/** Compares without a transaction: a slow hash must not hold a connection. */
export async function compare(password: string, hash: string): Promise<Compared> {
  if (!(await isPassword(password, hash))) return { fits: null, renewed: null }
  return { fits: hash, renewed: isOutdated(hash) ? await hashPassword(password) : null }
}

export async function readCredential(
  house: House,
  { tenant, user }: Account,
): Promise<CredentialRow | null> {
  const [row] = await house.database.read<CredentialRow>(tenant, credentialSql({ tenant, user }))
  return row ?? null
}

export async function lockCredential(
  tx: Transaction,
  account: Account,
): Promise<CredentialRow | null> {
  const [row] = await tx.query<CredentialRow>(sql`${credentialSql(account)} for update`)
  return row ?? null
}

function credentialSql({ tenant, user }: Account) {
  return sql`select password_hash, totp_secret, totp_confirmed_at is not null as code_on,
    totp_last_step, failures, locked_until
    from credential where tenant = ${tenant} and id = ${user}`
}

export interface Attempt {
  account: Account
  proof: Proof
  visit: Visit
  secretKey: Buffer
  /** What a failure is called in the audit. */
  failure: Noted
}

/**
 * Judges under the row's lock, so that guesses sent side by side get no more tries than one by one:
 * once the account is closed, a right password is refused like a wrong one.
 * @param onRight runs in the same transaction when all is right
 */
export function prove(
  house: House,
  attempt: Attempt,
  onRight: (tx: Transaction) => Promise<void>,
): Promise<Verdict> {
  const { account, proof, visit } = attempt
  return house.database.transaction(account.tenant, async (tx) => {
    const row = await lockCredential(tx, account)
    const verdict = judge(row, attempt)
    if (verdict.is === 'right') {
      openAgain(tx, account, proof, verdict.step)
      await onRight(tx)
    } else if (verdict.is === 'wrong-password' || verdict.is === 'wrong-code') {
      countFailure(tx, account, (row?.failures ?? 0) + 1, visit.at)
      note(tx, account, null, attempt.failure, visit)
    }
    return verdict
  })
}

function judge(row: CredentialRow | null, { account, proof, visit, secretKey }: Attempt): Verdict {
  const seconds = secondsLeft(row?.locked_until ?? null, visit.at)
  if (seconds > 0) return { is: 'locked', seconds }
  if (!row || proof.fits === null || proof.fits !== row.password_hash) {
    return { is: 'wrong-password' }
  }
  if (!row.code_on || !proof.asksCode) return { is: 'right', step: null }
  if (proof.code === null) return { is: 'needs-code' }
  const secret = unseal(secretKey, sealOwner(account), row.totp_secret ?? '')
  const step = stepOfCode(secret, proof.code, visit.at, lastStepOf(row))
  return step === null ? { is: 'wrong-code' } : { is: 'right', step }
}

export function lastStepOf(row: CredentialRow): number | null {
  return row.totp_last_step === null ? null : Number(row.totp_last_step)
}

function openAgain(tx: Transaction, { tenant, user }: Account, proof: Proof, step: number | null) {
  tx.send(
    sql`update credential set failures = 0, locked_until = null,
        password_hash = coalesce(${proof.renewed}::text, password_hash),
        totp_last_step = coalesce(${step}::bigint, totp_last_step)
      where tenant = ${tenant} and id = ${user}`,
  )
}

function countFailure(tx: Transaction, { tenant, user }: Account, failures: number, now: Date) {
  tx.send(
    sql`update credential set failures = ${failures}, locked_until = ${lockedUntil(failures, now)}
      where tenant = ${tenant} and id = ${user}`,
  )
}

/**
 * Sets a password. Other sessions and open invitations end with the old one.
 * @param stays id of the session that goes on; null = none
 */
export async function setPassword(
  tx: Transaction,
  account: Account,
  passwordHash: string,
  now: Date,
  stays: string | null,
): Promise<void> {
  const { tenant, user } = account
  await tx.query(
    sql`insert into credential (tenant, id, password_hash, changed_at)
      values (${tenant}, ${user}, ${passwordHash}, ${now})
      on conflict (tenant, id) do update set password_hash = excluded.password_hash,
        changed_at = excluded.changed_at, failures = 0, locked_until = null`,
  )
  await endSessions(tx, account, stays)
  await dropInvitations(tx, tenant, user)
}

/** Gives a user a password without an invitation: for demo companies and tests. */
export async function givePassword(house: House, account: Account, password: string) {
  const hash = await hashPassword(password)
  await house.database.transaction(account.tenant, (tx) =>
    setPassword(tx, account, hash, house.now(), null),
  )
}
