/** What a person chose for herself, kept in one row; what is not given stays as it was. */
import { sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import type { Account } from './door.ts'

export async function keepChoices(
  house: House,
  { tenant, user }: Account,
  given: object,
): Promise<void> {
  const choices = JSON.stringify(given)
  await house.database.transaction(tenant, async (tx) => {
    await tx.query(
      sql`insert into preference (tenant, id, choices) values (${tenant}, ${user}, ${choices})
        on conflict (tenant, id) do update set choices = preference.choices || excluded.choices`,
    )
  })
}
