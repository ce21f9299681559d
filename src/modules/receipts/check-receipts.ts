/** Proves that receipts, what they settled and the customers' accounts say the same. */
import type { Reader } from '#kernel/action/ctx.ts'
import { sql, type Sql } from '#kernel/db/sql.ts'
import { namedCustomer } from '#modules/customers/index.ts'

export function checkReceipts({ tenant }: Reader): Sql {
  return sql`
    with posted as (select * from receipt where tenant = ${tenant} and status = 'posted'),
    parts as (
      select l.parent, l.invoice, l.amount, l.base_amount from receipt_line l
      join posted p on p.id = l.parent where l.tenant = ${tenant}),
    credits as (
      select id, corrects, applied, applied_base from invoice where tenant = ${tenant}
        and kind = 'credit' and status in ('issued', 'part-paid', 'paid')),
    settled as (
      select invoice, sum(amount) as amount from (
        select invoice, amount from parts
        union all select corrects, applied from credits
        union all select id, -applied from credits) s group by 1),
    items as (select * from receivable where tenant = ${tenant} and entity = 'invoice'),
    totals as (
      select p.number, p.amount as kept, p.unallocated + coalesce(sum(l.amount), 0) as rebuilt
      from posted p left join parts l on l.parent = p.id
      group by p.id, p.number, p.amount, p.unallocated),
    sums as (
      select customer, sum(base_amount) as received, sum(base_unallocated) as advance
      from posted group by 1),
    accounts as (select * from customer_account where tenant = ${tenant})
    select 'check.receipt-amount' as rule, number as name, kept, rebuilt
      from totals where kept <> rebuilt
    union all
    select 'check.received-for', i.number, i.settled, coalesce(s.amount, 0)
      from items i left join settled s on s.invoice = i.record
      where i.settled <> coalesce(s.amount, 0)
    union all
    select 'check.received', ${namedCustomer(tenant, sql`coalesce(a.customer, s.customer)`)},
        coalesce(a.received, 0), coalesce(s.received, 0)
      from accounts a full join sums s on s.customer = a.customer
      where coalesce(a.received, 0) <> coalesce(s.received, 0)
    union all
    select 'check.advance', ${namedCustomer(tenant, sql`coalesce(a.customer, s.customer)`)},
        coalesce(a.advance, 0), coalesce(s.advance, 0)
      from accounts a full join sums s on s.customer = a.customer
      where coalesce(a.advance, 0) <> coalesce(s.advance, 0)`
}
