/** Proves one book of a company: what is kept is rebuilt from it, and compared. */
import type { Reader } from '#kernel/action/ctx.ts'
import { raw, sql } from '#kernel/db/sql.ts'
import type { House } from '#kernel/house.ts'
import type { BookCheck, Difference } from '#kernel/module.ts'

export interface Finding {
  count: number
  /** The first of them. */
  differences: Difference[]
}

export const mostShown = 100

/** One statement, so one moment of the books; it reads only, and nobody waits for it. */
export async function proveBook(house: House, reader: Reader, ask: BookCheck): Promise<Finding> {
  const rows = await house.database.transaction(reader.tenant, (tx) => {
    tx.send(raw("set local statement_timeout = '15min'"))
    return tx.query<Difference & { count: number }>(sql`
      select d.rule, d.name, d.kept::text as kept, d.rebuilt::text as rebuilt,
        (count(*) over ())::integer as count
      from (${ask(reader)}) d order by d.rule, d.name limit ${mostShown}`)
  })
  const differences = rows.map(({ rule, name, kept, rebuilt }) => ({ rule, name, kept, rebuilt }))
  return { count: rows[0]?.count ?? 0, differences }
}
