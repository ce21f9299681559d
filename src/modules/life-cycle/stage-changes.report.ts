/** Which stages customers came into, month by month: who was won, fell asleep and was lost. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport } from '#kernel/report/report.ts'
import { customerStages } from '#modules/customers/index.ts'
import { StageChange } from './stage-change.entity.ts'

export const stageChanges = defineReport({
  name: 'stage-changes',
  label: 'Changes of stage',
  description:
    'How often customers came into each stage, and how long they stood in the one before.',
  group: 'Customers',
  allow: ['sales-lead', 'manager'],
  params: { from: f.date({ label: 'From' }), until: f.date({ label: 'Until' }) },
  columns: {
    stage: f.choice(customerStages, { label: 'Into stage' }),
    from: f.choice(customerStages, { label: 'From stage' }),
    changes: f.integer({ label: 'Number of changes' }),
    days: f.integer({ label: 'Days in the stage before, on average' }),
  },
  rows: (reader, { from, until }) => sql`
    select s.stage, s."from", count(*) as changes, round(avg(s.days_before))::int as days
    from ${reader.visible(StageChange)} s
    where (${from}::date is null or (s.at at time zone ${reader.timeZone})::date >= ${from}::date)
      and (${until}::date is null or (s.at at time zone ${reader.timeZone})::date <= ${until}::date)
    group by s.stage, s."from" order by changes desc, s.stage, s."from"`,
  total: ['changes'],
  chart: { kind: 'heat', by: 'stage', across: 'from', value: 'changes' },
  behind: [
    {
      entity: 'stage-change',
      by: ['stage', 'from'],
      count: ['changes'],
      rows: (reader, { from, until }) => sql`
        select s.id as record, s.stage, s."from" from ${reader.visible(StageChange)} s
        where (${from}::date is null
            or (s.at at time zone ${reader.timeZone})::date >= ${from}::date)
          and (${until}::date is null
            or (s.at at time zone ${reader.timeZone})::date <= ${until}::date)`,
    },
  ],
})
