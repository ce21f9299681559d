/** Proves the money book: every entry balances, in itself and as a whole. */
import type { Reader } from '#kernel/action/ctx.ts'
import { sql, type Sql } from '#kernel/db/sql.ts'

export function checkLedger({ tenant }: Reader): Sql {
  return sql`
    select 'check.entry' as rule, e.number as name, coalesce(sum(l.debit), 0) as kept,
      coalesce(sum(l.credit), 0) as rebuilt
    from ledger_entry e left join ledger_line l on l.tenant = e.tenant and l.parent = e.id
    where e.tenant = ${tenant} group by e.number
    having coalesce(sum(l.debit), 0) <> coalesce(sum(l.credit), 0) or count(l.id) < 2`
}
