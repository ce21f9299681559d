/** Sign-ins and what concerns them stand in the audit, by the user's id alone. */
import { newId } from '../db/new-id.ts'
import { sql } from '../db/sql.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Account, Visit } from './door.ts'
import { forgetPeople } from './people.ts'

export type Noted =
  | 'sign-in'
  | 'sign-in-failed'
  | 'sign-out'
  | 'session-ended'
  | 'password-changed'
  | 'password-check-failed'
  | 'authenticator-on'
  | 'authenticator-off'
  | 'invited'
  | 'invitation-accepted'
  | 'api-key-made'
  | 'api-key-deleted'
  | 'practice-made'
  | 'practice-discarded'

/**
 * Once it is certain, this process asks anew who is who: an ended session opens nothing any more.
 * @param by who did it; null when nobody is known to have signed in
 */
export function note(
  tx: Transaction,
  { tenant, user }: Account,
  by: string | null,
  action: Noted,
  visit: Pick<Visit, 'at' | 'requestId'>,
): void {
  tx.send(
    sql`insert into audit (tenant, id, at, by_user, via, entity, record, action, request)
      values (${tenant}, ${newId(visit.at.getTime())}, ${visit.at}, ${by}, 'web', 'user', ${user},
        ${action}, ${visit.requestId})`,
  )
  tx.afterCommit(() => forgetPeople(tenant))
}
