/** Who went to see how many customers, and whether each visit has its contact record. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { Visit } from './visit.entity.ts'

interface Period {
  from: string | null
  until: string | null
}

const isOf = ({ from, until }: Period) => sql`
  (${from}::date is null or v.planned_on >= ${from}::date)
  and (${until}::date is null or v.planned_on <= ${until}::date)`

/** What was to take place by yesterday and neither did nor was called off. */
const isMissed = (reader: ReportReader) => sql`
  (v.status in ('planned', 'there') and v.planned_on < ${reader.today}::date)`

export const visitsAndRecords = defineReport({
  name: 'visits-and-records',
  label: 'Visits and contact records',
  description: 'Planned, visited, missed; and how many were checked in at the place.',
  group: 'Customers',
  allow: ['sales', 'sales-lead', 'manager', 'service'],
  params: { from: f.date({ label: 'From' }), until: f.date({ label: 'Until' }) },
  columns: {
    owner: f.person({ label: 'Who goes' }),
    visits: f.integer(),
    visited: f.integer({ label: 'With a contact record' }),
    checkedIn: f.integer({ label: 'Checked in' }),
    missed: f.integer({ label: 'Missed' }),
  },
  rows: (reader, period) => sql`
    select v.owner, count(*) as visits,
      count(*) filter (where v.interaction is not null) as visited,
      count(*) filter (where v.checked_in_at is not null) as checked_in,
      count(*) filter (where ${isMissed(reader)}) as missed
    from ${reader.visible(Visit)} v where ${isOf(period)}
    group by v.owner order by visits desc, v.owner`,
  total: ['visits', 'visited', 'checkedIn', 'missed'],
  chart: { kind: 'bar', by: 'owner', value: 'visits', series: ['visited', 'missed'] },
  behind: [
    {
      entity: 'visit',
      by: ['owner'],
      count: ['visits'],
      sum: ['visited', 'checkedIn', 'missed'],
      rows: (reader, period) => sql`
        select v.id as record, v.owner, (v.interaction is not null)::int as visited,
          (v.checked_in_at is not null)::int as checked_in, (${isMissed(reader)})::int as missed
        from ${reader.visible(Visit)} v where ${isOf(period)}`,
    },
  ],
})
