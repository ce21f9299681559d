/** Which carriers keep their word: what was sent out with them, and how it arrived. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { Waybill, waybillReaders } from './waybill.entity.ts'

interface Period {
  from: string | null
  until: string
}

export const deliveriesOnTime = defineReport({
  name: 'deliveries-on-time',
  label: 'Deliveries on time',
  description:
    'By carrier and month of sending. On time is what came by the expected day, or had none; ' +
    'overdue what came later, or is still underway after it.',
  group: 'Sales',
  allow: waybillReaders,
  params: {
    from: f.date({ label: 'From', help: 'Empty: twelve months.' }),
    until: f.date({ default: 'today', required: true }),
  },
  columns: {
    carrier: f.text(),
    month: f.text(),
    sent: f.integer({ label: 'Sent out' }),
    onTime: f.integer({ label: 'On time' }),
    late: f.integer({ label: 'Overdue' }),
    failed: f.integer({ label: 'Not delivered' }),
    averageDays: f.decimal({ places: 1, label: 'Days on average' }),
  },
  rows: (reader, period) => sql`
    select w.carrier, w.month, count(*) as sent, sum(w.on_time) as on_time, sum(w.late) as late,
      sum(w.failed) as failed, round(avg(w.days_taken), 1) as average_days
    from (${waybillsSql(reader, period)}) w
    group by w.carrier, w.month order by w.month desc, sent desc, w.carrier`,
  total: ['sent', 'onTime', 'late', 'failed'],
  chart: { kind: 'heat', by: 'carrier', across: 'month', value: 'sent' },
  behind: [
    {
      entity: 'waybill',
      by: ['carrier', 'month'],
      count: ['sent'],
      sum: ['onTime', 'late', 'failed'],
      rows: (reader, period) => waybillsSql(reader, period),
    },
  ],
})

function waybillsSql(reader: ReportReader, { from, until }: Period): Sql {
  return sql`select w.id as record, w.carrier, to_char(w.sent_on, 'YYYY-MM') as month, w.days_taken,
      (w.status = 'delivered' and coalesce(w.delivered_on <= w.promised_on, true))::int as on_time,
      (coalesce(w.status = 'delivered' and w.delivered_on > w.promised_on, false)
        or coalesce(w.status = 'underway' and w.promised_on < ${reader.today}::date, false)
      )::int as late,
      (w.status in ('failed', 'returned'))::int as failed
    from ${reader.visible(Waybill)} w
    where w.sent_on between coalesce(${from}::date,
      (date_trunc('month', ${until}::date) - interval '11 months')::date) and ${until}::date`
}
