/** Proves that the stock account is worth what the stock book says, document by document. */
import type { Reader } from '#kernel/action/ctx.ts'
import { sql, type Sql } from '#kernel/db/sql.ts'
import { minorUnits } from '#kernel/money/currency.ts'

/** Document by document, and the whole. */
export function checkStockAccount({ tenant, currency }: Reader): Sql {
  return sql`
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
      select sum(round(value, ${minorUnits(currency)}::int)) as amount from stock_value
      where tenant = ${tenant}),
    account as (select sum(amount) as amount from posted)
    select 'check.stock-of-document' as rule,
        concat_ws(' ', coalesce(p.entity, m.entity), coalesce(p.number, m.record::text)) as name,
        coalesce(p.amount, 0) as kept, coalesce(m.amount, 0) as rebuilt
      from posted p full join moved m on m.entity = p.entity and m.record = p.record
      where coalesce(p.amount, 0) <> coalesce(m.amount, 0)
    union all
    select 'check.stock-account', '', coalesce(a.amount, 0), coalesce(w.amount, 0)
      from account a cross join worth w where coalesce(a.amount, 0) <> coalesce(w.amount, 0)`
}
