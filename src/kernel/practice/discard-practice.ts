/** Throws the practice company away: every row of every table that is its own. */
import { fail } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import type { Account, Visit } from '../session/door.ts'
import { note } from '../session/note.ts'
import { forgetPeople } from '../session/people.ts'
import { practiceOf } from './practice.ts'

/**
 * Whoever is inside has to sign in again: moved back unseen, she would go on with the real records.
 * @throws {Refusal} `practice.none` (404)
 */
export async function discardPractice(house: House, home: Account, visit: Visit): Promise<void> {
  const practice = await practiceOf(house, home.tenant)
  if (!practice) fail('practice.none', {}, { status: 404 })
  const { tenant } = practice
  await house.database.transaction(tenant, async (tx) => {
    // The program itself may not delete from the books and the audit: a function of the owner of
    // the tables does it, for practice companies alone.
    const [row] = await tx.query<{ gone: boolean }>(
      sql`select shangmai_discard_practice(${tenant}, ${home.tenant}) as gone`,
    )
    if (!row?.gone) fail('practice.none', {}, { status: 404 })
    await tx.query(sql`delete from pgboss.job where data->>'tenant' = ${tenant}`)
  })
  house.companies.forget(tenant)
  house.grants.forget(tenant)
  forgetPeople(tenant)
  await house.database.transaction(home.tenant, async (tx) => {
    note(tx, home, home.user, 'practice-discarded', visit)
  })
}
