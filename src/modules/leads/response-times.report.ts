/** How fast new leads are answered, by salesperson, against the target. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { leadsIn, type CameIn } from './conversion-by-campaign.report.ts'

export const responseTimes = defineReport({
  name: 'response-times',
  label: 'Response times',
  description: 'Leads that came in the period: when somebody first spoke with them.',
  group: 'Customers',
  allow: ['sales-lead', 'manager', 'marketer'],
  params: { from: f.date({ label: 'Came in from' }), until: f.date({ label: 'Came in until' }) },
  columns: {
    salesperson: f.person(),
    leads: f.integer(),
    answered: f.integer({ label: 'Responded' }),
    inTime: f.integer({ label: 'Answered in time' }),
    late: f.integer({ label: 'Too late' }),
    waiting: f.integer({ label: 'Not answered yet' }),
    hours: f.decimal({ places: 1, label: 'Hours to the answer' }),
  },
  rows: (reader, period) => sql`
    select l.salesperson, count(*) as leads, sum(l.answered) as answered,
      sum(l.in_time) as in_time, sum(l.late) as late, sum(l.waiting) as waiting,
      round(avg(l.hours), 1) as hours
    from (${leadsOf(reader, period)}) l
    group by l.salesperson order by late desc, leads desc`,
  total: ['leads', 'answered', 'inTime', 'late', 'waiting'],
  chart: { kind: 'bar', by: 'salesperson', value: 'hours' },
  behind: [
    {
      entity: 'lead',
      by: ['salesperson'],
      count: ['leads'],
      sum: ['answered', 'inTime', 'late', 'waiting'],
      rows: leadsOf,
    },
  ],
})

/** Without a target none is late, and what is discarded waits for nobody. */
function leadsOf(reader: ReportReader, period: CameIn): Sql {
  const until = sql`coalesce(l.answered_at, case when l.status in ('new', 'qualified')
    then ${reader.now}::timestamptz end)`
  return sql`select l.id as record, l.owner as salesperson,
      (l.answered_at is not null)::int as answered,
      coalesce(l.answered_at <= l.respond_by, false)::int as in_time,
      coalesce(${until} > l.respond_by, false)::int as late,
      (l.answered_at is null and l.status in ('new', 'qualified'))::int as waiting,
      extract(epoch from l.answered_at - l.created_at) / 3600 as hours
    from ${leadsIn(reader, period)} l`
}
