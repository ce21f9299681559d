/** Who owes how much, and since when: open items by age. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { Receivable } from './receivable.entity.ts'

export const receivablesByCustomer = defineReport({
  name: 'receivables-by-customer',
  label: 'Receivables by age',
  description: 'What was open on that day, in base currency, by days past due.',
  group: 'Money',
  allow: ['finance', 'manager', 'sales', 'sales-lead'],
  params: { on: f.date({ default: 'today', required: true, label: 'As of' }) },
  columns: {
    customer: f.ref('customer'),
    open: f.money({ label: 'Outstanding' }),
    notDue: f.money(),
    days30: f.money({ label: '1–30 days' }),
    days60: f.money({ label: '31–60 days' }),
    days90: f.money({ label: '61–90 days' }),
    older: f.money({ label: 'Over 90 days' }),
  },
  rows: (reader, { on }) => sql`
    select r.customer, sum(r.rest) as open,
      coalesce(sum(r.rest) filter (where r.days <= 0), 0) as not_due,
      coalesce(sum(r.rest) filter (where r.days between 1 and 30), 0) as days30,
      coalesce(sum(r.rest) filter (where r.days between 31 and 60), 0) as days60,
      coalesce(sum(r.rest) filter (where r.days between 61 and 90), 0) as days90,
      coalesce(sum(r.rest) filter (where r.days > 90), 0) as older
    from (select i.customer, i.rest, ${on}::date - i.due_on as days
      from (${openAsOf(reader, on)}) i where i.rest <> 0) r
    group by r.customer order by open desc`,
  total: ['open', 'notDue', 'days30', 'days60', 'days90', 'older'],
  chart: { kind: 'bar', by: 'customer', value: 'open' },
  open: { entity: 'receivable', where: { customer: 'customer' } },
})

/**
 * What is open now, and what was settled or voided since. An item of later counts as far as money
 * dated before it settled it, as the ledger does.
 */
function openAsOf(reader: ReportReader, on: string): Sql {
  return sql`select x.customer, x.due_on,
      case when x.issued_on <= ${on}::date then x.base_amount else 0 end
        - x.base_settled + coalesce(l.base, 0) as rest
    from ${reader.visible(Receivable)} x
    left join (select receivable, sum(base_amount) as base from settlement
      where tenant = ${reader.tenant} and "on" > ${on}::date group by receivable) l
      on l.receivable = x.id
    where x.status = 'open' or l.receivable is not null or x.issued_on > ${on}::date
      or x.voided_on > ${on}::date`
}
