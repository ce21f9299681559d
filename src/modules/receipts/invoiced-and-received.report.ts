/** What was invoiced and what came in, month by month, and what of it is still outstanding. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport } from '#kernel/report/report.ts'
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
  rows: (reader, { from, until }) => sql`
    with bounds as (
      select coalesce(${from}::date,
          (date_trunc('month', ${until}::date) - interval '11 months')::date) as first,
        ${until}::date as last),
    months as (
      select to_char(m, 'YYYY-MM') as month from bounds b,
        generate_series(date_trunc('month', b.first), b.last, interval '1 month') m),
    invoiced as (
      select to_char(i.invoiced_on, 'YYYY-MM') as month, sum(r.base_amount) as amount,
        sum(r.base_amount - r.base_settled) as outstanding
      from ${reader.visible(Invoice)} i
      join ${reader.visible(Receivable)} r
        on r.tenant = i.tenant and r.entity = 'invoice' and r.record = i.id,
        bounds b
      where i.status in ('issued', 'part-paid', 'paid') and i.invoiced_on between b.first and b.last
      group by 1),
    received as (
      select to_char(r.received_on, 'YYYY-MM') as month, sum(r.base_amount) as amount
      from ${reader.visible(Receipt)} r, bounds b
      where r.status = 'posted' and r.received_on between b.first and b.last group by 1)
    select m.month, coalesce(i.amount, 0) as invoiced, coalesce(r.amount, 0) as received,
      coalesce(i.outstanding, 0) as outstanding
    from months m
    left join invoiced i on i.month = m.month left join received r on r.month = m.month
    order by m.month`,
  total: ['invoiced', 'received', 'outstanding'],
  chart: { kind: 'bar', by: 'month', value: 'invoiced' },
})
