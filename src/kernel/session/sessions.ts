/** Who is signed in where. A session is found by the hash of its token; ending it works at once. */
import { sql } from '../db/sql.ts'
import { newId } from '../db/new-id.ts'
import type { Transaction } from '../db/transaction.ts'
import type { House } from '../house.ts'
import type { Account, Visit } from './door.ts'
import { expiryOf, isNoteDue } from './lifetime.ts'
import { knownToken } from './known-token.ts'
import { note } from './note.ts'
import { hashOf, newToken } from './token.ts'

export interface Session extends Account {
  id: string
  /** Whose it is in the real company, while it is in the practice company. */
  home: Account | null
}

interface SessionRow {
  id: string
  tenant: string
  user_id: string
  created_at: string
  last_seen_at: string
  expires_at: string
  home_user: string | null
}

/**
 * A new session; the one the browser had before ends.
 * @returns the token, which nobody can read again
 */
export async function startSession(
  tx: Transaction,
  account: Account,
  visit: Visit,
  oldToken: string | null,
): Promise<string> {
  const token = newToken()
  const { tenant, user } = account
  const { at, address, agent } = visit
  const old = oldToken === null ? null : hashOf(oldToken)
  await tx.query(
    sql`delete from session where token_hash = ${old}
      or (tenant = ${tenant} and user_id = ${user} and expires_at <= ${at})`,
  )
  await tx.query(
    sql`insert into session
        (token_hash, id, tenant, user_id, created_at, last_seen_at, expires_at, address, agent)
      values (${hashOf(token)}, ${newId(at.getTime())}, ${tenant}, ${user}, ${at}, ${at},
        ${expiryOf(at, at)}, ${address}, ${agent})`,
  )
  note(tx, account, user, 'sign-in', visit)
  return token
}

/** Asked at most once a second; the use is noted at most once a minute. */
export function findSession(house: House, token: string): Promise<Session | null> {
  return knownToken(house, token, (hash, now) => readSession(house, hash, now))
}

async function readSession(house: House, hash: Buffer, now: Date): Promise<Session | null> {
  const [row] = await house.database.control<SessionRow>(
    sql`select id, tenant, user_id, created_at, last_seen_at, expires_at, home_user
      from session where token_hash = ${hash}`,
  )
  if (!row || new Date(row.expires_at) <= now) return null
  if (isNoteDue(row.last_seen_at, now)) {
    const expiry = expiryOf(new Date(row.created_at), now)
    await house.database.control(
      sql`update session set last_seen_at = ${now}, expires_at = ${expiry}
        where token_hash = ${hash} and last_seen_at < ${now}`,
    )
  }
  return { id: row.id, tenant: row.tenant, user: row.user_id, home: await homeOf(house, row) }
}

async function homeOf(
  house: House,
  { tenant, home_user: user }: SessionRow,
): Promise<Account | null> {
  if (user === null) return null
  const { practiceOf } = await house.companies.of(tenant)
  return practiceOf === null ? null : { tenant: practiceOf, user }
}

export interface ListedSession {
  id: string
  createdAt: string
  lastSeenAt: string
  address: string | null
  agent: string | null
  current: boolean
}

/** Newest first. */
export async function listSessions(house: House, session: Session): Promise<ListedSession[]> {
  const rows = await house.database.control<Omit<ListedSession, 'current'>>(
    sql`select id, created_at as "createdAt", last_seen_at as "lastSeenAt", address, agent
      from session
      where ((tenant = ${session.tenant} and user_id = ${session.user})
          or home_user = ${session.user})
        and expires_at > ${house.now()} order by last_seen_at desc, id`,
  )
  return rows.map((row) => ({ ...row, current: row.id === session.id }))
}

/** @returns whether the person had such a session */
export function endSession(
  house: House,
  account: Account,
  id: string,
  visit: Visit,
  as: 'sign-out' | 'session-ended',
): Promise<boolean> {
  return house.database.transaction(account.tenant, async (tx) => {
    const gone = await tx.query(
      sql`delete from session
        where ((tenant = ${account.tenant} and user_id = ${account.user})
            or home_user = ${account.user})
          and id = ${id} returning id`,
    )
    if (gone.length > 0) note(tx, account, account.user, as, visit)
    return gone.length > 0
  })
}

/**
 * Also where one is in the practice company.
 * @param except id of the session that stays; null = none
 */
export async function endSessions(
  tx: Pick<Transaction, 'query'>,
  { tenant, user }: Account,
  except: string | null,
): Promise<void> {
  await tx.query(
    sql`delete from session
      where ((tenant = ${tenant} and user_id = ${user}) or home_user = ${user})
        and id is distinct from ${except}::uuid`,
  )
}
