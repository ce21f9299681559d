/** Signing in: the e-mail leads to one or more companies, the password opens those it fits. */
import { fail } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import { refuseFor } from './attempts.ts'
import { compare, prove, type Compared, type Verdict } from './credential.ts'
import type { Account, Door, Visit } from './door.ts'
import { secondsLeft } from './lockout.ts'
import { foldEmail } from './login.ts'
import { checkNobody } from './password.ts'
import { startSession } from './sessions.ts'

export interface Knock {
  email: string
  password: string
  code: string | null
  /** Company, where one e-mail signs in at several. */
  company: string | null
}

export type SignedIn =
  | { is: 'in'; token: string }
  | { is: 'needs-code' }
  | { is: 'needs-company'; companies: { tenant: string; name: string }[] }

interface Candidate extends Account {
  company: string
  passwordHash: string
  lockedUntil: string | null
}

interface Checked extends Candidate {
  compared: Compared
}

const mostCompanies = 20

/**
 * Tries the password at each company the e-mail belongs to.
 * @throws {Refusal} `session.wrong-password`, `session.wrong-code` (401), `session.locked` (429)
 */
export async function signIn(
  door: Door,
  knock: Knock,
  visit: Visit,
  oldToken: string | null,
): Promise<SignedIn> {
  door.limit.take(visit.address, visit.at)
  const candidates = await candidatesFor(door.house, knock)
  if (candidates.length === 0) return refuseStranger(door, knock, visit)
  const open = candidates.filter((one) => secondsLeft(one.lockedUntil, visit.at) === 0)
  if (open.length === 0) refuseLocked(candidates, visit)
  const checked: Checked[] = []
  for (const one of open) {
    checked.push({ ...one, compared: await compare(knock.password, one.passwordHash) })
  }
  const fitting = checked.filter((one) => one.compared.fits !== null)
  if (fitting.length > 1) return askCompany(door, knock, visit, fitting)
  const [one] = fitting
  return one ? enter(door, one, knock, visit, oldToken) : refuseWrong(door, checked, visit)
}

async function candidatesFor(house: House, knock: Knock): Promise<Candidate[]> {
  const logins = await house.database.control<{ tenant: string; user_id: string; name: string }>(
    sql`select l.tenant, l.user_id, c.name from login l join company c on c.tenant = l.tenant
      where l.email = ${foldEmail(knock.email)}
        and (${knock.company}::uuid is null or l.tenant = ${knock.company}::uuid)
      order by c.name, l.tenant limit ${mostCompanies}`,
  )
  const found = logins.map(({ tenant, user_id: user, name }) =>
    candidate(house, { tenant, user }, name),
  )
  return (await Promise.all(found)).filter((one) => one !== null)
}

/** @returns null for who has no password yet, or may not sign in */
async function candidate(
  house: House,
  account: Account,
  company: string,
): Promise<Candidate | null> {
  const { tenant, user } = account
  const [row] = await house.database.read<{ password_hash: string; locked_until: string | null }>(
    tenant,
    sql`select c.password_hash, c.locked_until from credential c
      join "user" u on u.tenant = c.tenant and u.id = c.id
      where c.tenant = ${tenant} and c.id = ${user} and c.password_hash is not null
        and u.active and u.deleted_at is null`,
  )
  if (!row) return null
  return { ...account, company, passwordHash: row.password_hash, lockedUntil: row.locked_until }
}

/** The same answers after the same work as for an account, so that nobody learns who has one. */
async function refuseStranger(door: Door, knock: Knock, visit: Visit): Promise<never> {
  const email = foldEmail(knock.email)
  door.strangers.refuseLocked(email, visit.at)
  await checkNobody(knock.password)
  door.strangers.refuseLocked(email, visit.at)
  door.strangers.noteFailure(email, visit.at)
  return fail('session.wrong-password', {}, { status: 401 })
}

function refuseLocked(candidates: Candidate[], visit: Visit): never {
  return refuseFor(Math.min(...candidates.map((one) => secondsLeft(one.lockedUntil, visit.at))))
}

async function askCompany(
  door: Door,
  knock: Knock,
  visit: Visit,
  fitting: Checked[],
): Promise<SignedIn> {
  const now = await candidatesFor(door.house, knock)
  const locked = now.filter((one) => secondsLeft(one.lockedUntil, visit.at) > 0)
  if (locked.length > 0) refuseLocked(locked, visit)
  door.limit.giveBack(visit.address)
  const companies = fitting.map(({ tenant, company }) => ({ tenant, name: company }))
  return { is: 'needs-company', companies }
}

async function enter(
  door: Door,
  one: Checked,
  knock: Knock,
  visit: Visit,
  oldToken: string | null,
): Promise<SignedIn> {
  let token = ''
  const verdict = await judged(door, one, knock.code, visit, async (tx) => {
    token = await startSession(tx, one, visit, oldToken)
  })
  if (verdict.is === 'right' || verdict.is === 'needs-code') door.limit.giveBack(visit.address)
  if (verdict.is === 'right') return { is: 'in', token }
  if (verdict.is === 'needs-code') return { is: 'needs-code' }
  return refuse(verdict)
}

async function refuseWrong(door: Door, checked: Checked[], visit: Visit): Promise<never> {
  const verdicts: Verdict[] = []
  for (const one of checked) verdicts.push(await judged(door, one, null, visit, async () => {}))
  const wrong = verdicts.find((verdict) => verdict.is !== 'locked')
  return refuse(wrong ?? verdicts[0] ?? { is: 'wrong-password' })
}

function judged(
  door: Door,
  one: Checked,
  code: string | null,
  visit: Visit,
  onRight: Parameters<typeof prove>[2],
): Promise<Verdict> {
  const account = { tenant: one.tenant, user: one.user }
  const proof = { ...one.compared, asksCode: true, code }
  const { secretKey } = door.options
  const attempt = { account, proof, visit, secretKey, failure: 'sign-in-failed' as const }
  return prove(door.house, attempt, onRight)
}

function refuse(verdict: Verdict): never {
  if (verdict.is === 'locked') refuseFor(verdict.seconds)
  if (verdict.is === 'wrong-code') fail('session.wrong-code', {}, { status: 401, field: 'code' })
  return fail('session.wrong-password', {}, { status: 401 })
}
