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
    select r.customer, sum(r.open) as open, sum(r.not_due) as not_due, sum(r.days30) as days30,
      sum(r.days60) as days60, sum(r.days90) as days90, sum(r.older) as older
    from (${agedSql(reader, on)}) r group by r.customer order by open desc`,
  total: ['open', 'notDue', 'days30', 'days60', 'days90', 'older'],
  chart: {
    kind: 'bar',
    by: 'customer',
    value: 'open',
    series: ['notDue', 'days30', 'days60', 'days90', 'older'],
  },
  behind: [
    {
      entity: 'receivable',
      by: ['customer'],
      sum: ['open', 'notDue', 'days30', 'days60', 'days90', 'older'],
      rows: (reader, { on }) => agedSql(reader, on),
    },
  ],
})

/** Items that were open on the day, each amount in the column of its age. */
function agedSql(reader: ReportReader, on: string): Sql {
  return sql`select r.record, r.customer, r.rest as open,
      case when r.days <= 0 then r.rest else 0 end as not_due,
      case when r.days between 1 and 30 then r.rest else 0 end as days30,
      case when r.days between 31 and 60 then r.rest else 0 end as days60,
      case when r.days between 61 and 90 then r.rest else 0 end as days90,
      case when r.days > 90 then r.rest else 0 end as older
    from (select i.record, i.customer, i.rest, ${on}::date - i.due_on as days
      from (${openAsOf(reader, on)}) i where i.rest <> 0) r`
}

/**
 * What is open now, and what was settled or voided since. An item of later counts as far as money
 * dated before it settled it, as the ledger does.
 */
function openAsOf(reader: ReportReader, on: string): Sql {
  return sql`select x.id as record, x.customer, x.due_on,
      case when x.issued_on <= ${on}::date then x.base_amount else 0 end
        - x.base_settled + coalesce(l.base, 0) as rest
    from ${reader.visible(Receivable)} x
    left join (select receivable, sum(base_amount) as base from settlement
      where tenant = ${reader.tenant} and "on" > ${on}::date group by receivable) l
      on l.receivable = x.id
    where x.status = 'open' or l.receivable is not null or x.issued_on > ${on}::date
      or x.voided_on > ${on}::date`
}
