/** Proves that the stock account is worth what the stock book says, document by document. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import { minorUnits } from '#kernel/money/currency.ts'

interface Difference {
  what: string
  posted: string
  worth: string
}

/** @returns one sentence per document, and one for the whole */
export async function checkStockAccount(ctx: Ctx): Promise<string[]> {
  const { tenant } = ctx
  const rows = await ctx.sql<Difference>(sql`
    with posted as (
      select e.entity, e.record, min(e.number) as number, sum(l.debit - l.credit) as amount
      from ledger_entry e join ledger_line l on l.tenant = e.tenant and l.parent = e.id
      join account a on a.tenant = l.tenant and a.id = l.account
      where e.tenant = ${tenant} and l.tenant = ${tenant} and a.tenant = ${tenant}
        and a.role = 'stock' group by 1, 2),
    moved as (
      select entity, record, sum(booked) as amount from stock_move
      where tenant = ${tenant} group by 1, 2),
    worth as (
      select sum(round(value, ${minorUnits(ctx.currency)}::int)) as amount from stock_value
      where tenant = ${tenant}),
    account as (select sum(amount) as amount from posted)
    select concat_ws(' ', coalesce(p.entity, m.entity), coalesce(p.number, m.record::text)) as what,
        coalesce(p.amount, 0) as posted, coalesce(m.amount, 0) as worth
      from posted p full join moved m on m.entity = p.entity and m.record = p.record
      where coalesce(p.amount, 0) <> coalesce(m.amount, 0)
    union all
    select 'all stock', coalesce(a.amount, 0), coalesce(w.amount, 0)
      from account a cross join worth w where coalesce(a.amount, 0) <> coalesce(w.amount, 0)`)
  return rows.map(
    ({ what, posted, worth }) =>
      `Stock account, ${what}: posted ${posted}, by the stock book ${worth}`,
  )
}
