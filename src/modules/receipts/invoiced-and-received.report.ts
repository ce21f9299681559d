/** What was invoiced and what came in, month by month, and what of it is still outstanding. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { Invoice } from '#modules/invoices/index.ts'
import { Receivable } from '#modules/receivables/index.ts'
import { Receipt } from './receipt.entity.ts'

export const invoicedAndReceived = defineReport({
  name: 'invoiced-and-received',
  label: 'Invoiced and received',
  description:
    "By month, in base currency. Outstanding is what of the month's invoices is still open.",
  group: 'Money',
  allow: ['finance', 'manager', 'sales-lead', 'sales'],
  params: {
    from: f.date({ label: 'From', help: 'Empty: twelve months.' }),
    until: f.date({ default: 'today', required: true }),
  },
  columns: {
    month: f.text(),
    invoiced: f.money(),
    received: f.money(),
    outstanding: f.money(),
  },
  rows: (reader, period) => sql`
    with bounds as (${boundsSql(period)}),
    months as (
      select to_char(m, 'YYYY-MM') as month from bounds b,
        generate_series(date_trunc('month', b.first), b.last, interval '1 month') m),
    invoiced as (
      select i.month, sum(i.invoiced) as amount, sum(i.outstanding) as outstanding
      from (${invoicesSql(reader, period)}) i group by i.month),
    received as (
      select r.month, sum(r.received) as amount
      from (${receiptsSql(reader, period)}) r group by r.month)
    select m.month, coalesce(i.amount, 0) as invoiced, coalesce(r.amount, 0) as received,
      coalesce(i.outstanding, 0) as outstanding
    from months m
    left join invoiced i on i.month = m.month left join received r on r.month = m.month
    order by m.month`,
  total: ['invoiced', 'received', 'outstanding'],
  chart: {
    kind: 'bar',
    by: 'month',
    value: 'invoiced',
    series: ['invoiced', 'received', 'outstanding'],
  },
  behind: [
    {
      entity: 'invoice',
      by: ['month'],
      sum: ['invoiced', 'outstanding'],
      rows: (reader, period) => invoicesSql(reader, period),
    },
    {
      entity: 'receipt',
      by: ['month'],
      sum: ['received'],
      rows: (reader, period) => receiptsSql(reader, period),
    },
  ],
})

interface Period {
  from: string | null
  until: string
}

function boundsSql({ from, until }: Period): Sql {
  return sql`select coalesce(${from}::date,
      (date_trunc('month', ${until}::date) - interval '11 months')::date) as first,
    ${until}::date as last`
}

/** Invoices of the period by month, each with what it claims and what of that is open. */
function invoicesSql(reader: ReportReader, period: Period): Sql {
  return sql`select i.id as record, to_char(i.invoiced_on, 'YYYY-MM') as month,
      r.base_amount as invoiced, r.base_amount - r.base_settled as outstanding
    from ${reader.visible(Invoice)} i
    join ${reader.visible(Receivable)} r
      on r.tenant = i.tenant and r.entity = 'invoice' and r.record = i.id,
      (${boundsSql(period)}) b
    where i.status in ('issued', 'part-paid', 'paid') and i.invoiced_on between b.first and b.last`
}

function receiptsSql(reader: ReportReader, period: Period): Sql {
  return sql`select r.id as record, to_char(r.received_on, 'YYYY-MM') as month,
      r.base_amount as received
    from ${reader.visible(Receipt)} r, (${boundsSql(period)}) b
    where r.status = 'posted' and r.received_on between b.first and b.last`
}
