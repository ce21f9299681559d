/** The directory that leads from an e-mail to the companies where it signs in. */
import { sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'
import { endSessions } from './sessions.ts'

/** As e-mails are kept and compared. */
export function foldEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase()
}

/**
 * Follows a user's record; into a practice company no e-mail leads. To be called in the
 * transaction that adds or changes it, or puts it into the recycle bin (`active` false). Who may
 * not sign in loses sessions, API keys and invitations.
 */
export async function syncLogin(
  tx: Pick<Transaction, 'query'>,
  tenant: string,
  userId: string,
  email: string | null,
  active: boolean,
): Promise<void> {
  const wanted = active && email !== null ? foldEmail(email) : null
  await tx.query(
    sql`delete from login where tenant = ${tenant} and user_id = ${userId}
      and email is distinct from ${wanted}::text`,
  )
  if (wanted === null) return shutOut(tx, tenant, userId)
  await tx.query(
    sql`insert into login (email, tenant, user_id)
      select ${wanted}, tenant, ${userId}::uuid from company
      where tenant = ${tenant} and practice_of is null
      on conflict (email, tenant) do update set user_id = excluded.user_id`,
  )
}

async function shutOut(
  tx: Pick<Transaction, 'query'>,
  tenant: string,
  user: string,
): Promise<void> {
  await endSessions(tx, { tenant, user }, null)
  await tx.query(sql`delete from api_key where tenant = ${tenant} and user_id = ${user}`)
  await dropInvitations(tx, tenant, user)
}

/** Invitations that nobody used yet; the used ones stay, as a trail. */
export async function dropInvitations(
  tx: Pick<Transaction, 'query'>,
  tenant: string,
  user: string,
): Promise<void> {
  await tx.query(
    sql`delete from invitation where tenant = ${tenant} and user_id = ${user}
      and used_at is null`,
  )
}
