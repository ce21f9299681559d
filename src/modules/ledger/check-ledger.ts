/** Proves the money book: every entry balances, in itself and as a whole. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'

/** @returns one sentence per entry whose debits and credits differ */
export async function checkLedger(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.sql<{ number: string; debits: string; credits: string }>(sql`
    select e.number, coalesce(sum(l.debit), 0) as debits, coalesce(sum(l.credit), 0) as credits
    from ledger_entry e left join ledger_line l on l.tenant = e.tenant and l.parent = e.id
    where e.tenant = ${ctx.tenant} group by e.number
    having coalesce(sum(l.debit), 0) <> coalesce(sum(l.credit), 0) or count(l.id) < 2`)
  return rows.map(
    (row) => `Ledger entry ${row.number}: debits ${row.debits}, credits ${row.credits}`,
  )
}
