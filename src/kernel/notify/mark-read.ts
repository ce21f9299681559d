/** Marks what a person has read behind the bell: some lines, or all up to a moment. */
import { raw, sql, type Sql } from '../db/sql.ts'
import type { House } from '../house.ts'
import { bellOf } from './send-lines.ts'

export interface ReadWish {
  /** Null: all of them. */
  lines: readonly string[] | null
  /** What came later was not seen yet. */
  until: string | null
}

export async function markRead(
  house: House,
  { tenant, person }: { tenant: string; person: string },
  { lines, until }: ReadWish,
): Promise<void> {
  const some = lines ? sql` and id = any(${lines}::uuid[])` : raw('')
  const before = until ? sql` and at <= ${until}::timestamptz` : raw('')
  const query: Sql = sql`update notification set read_at = ${house.now()}
    where tenant = ${tenant} and person = ${person}::uuid and read_at is null${some}${before}
    returning id`
  const read = await house.database.transaction(tenant, (tx) => tx.query(query))
  if (read.length > 0) house.changes.publish(tenant, [bellOf(person)], person)
}
