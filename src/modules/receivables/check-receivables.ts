/** Rebuilds the customers' accounts from open items and the ledger, and says what differs. */
import type { Reader } from '#kernel/action/ctx.ts'
import { sql, type Sql } from '#kernel/db/sql.ts'
import { namedCustomer } from '#modules/customers/index.ts'

export function checkReceivables({ tenant }: Reader): Sql {
  return sql`
    with items as (
      select customer, sum(base_amount) as invoiced, sum(base_amount - base_settled) as open
      from receivable where tenant = ${tenant} and status <> 'void' group by 1),
    ledger as (
      select l.customer, sum(l.debit - l.credit) filter (where a.role = 'receivable') as open,
        sum(l.credit - l.debit) filter (where a.role = 'advance') as advance
      from ledger_line l join account a on a.tenant = l.tenant and a.id = l.account
      where l.tenant = ${tenant} and l.customer is not null group by 1),
    accounts as (select * from customer_account where tenant = ${tenant}),
    figures as (
      select 'check.invoiced' as rule, coalesce(a.customer, i.customer) as customer,
        coalesce(a.invoiced, 0) as kept, coalesce(i.invoiced, 0) as rebuilt
        from accounts a full join items i on i.customer = a.customer
      union all
      select 'check.open', coalesce(a.customer, i.customer),
        coalesce(a.open, 0), coalesce(i.open, 0)
        from accounts a full join items i on i.customer = a.customer
      union all
      select 'check.open-by-ledger', coalesce(a.customer, b.customer),
        coalesce(a.open, 0), coalesce(b.open, 0)
        from accounts a full join ledger b on b.customer = a.customer
      union all
      select 'check.advance-by-ledger', coalesce(a.customer, b.customer),
        coalesce(a.advance, 0), coalesce(b.advance, 0)
        from accounts a full join ledger b on b.customer = a.customer),
    steps as (
      select receivable, sum(amount) as amount, sum(base_amount) as base from settlement
      where tenant = ${tenant} group by 1)
    select rule, ${namedCustomer(tenant, sql`figures.customer`)} as name, kept, rebuilt
      from figures where kept <> rebuilt
    union all
    select 'check.settled', r.number, r.settled, coalesce(s.amount, 0)
      from receivable r left join steps s on s.receivable = r.id
      where r.tenant = ${tenant}
        and (r.settled <> coalesce(s.amount, 0) or r.base_settled <> coalesce(s.base, 0))`
}
