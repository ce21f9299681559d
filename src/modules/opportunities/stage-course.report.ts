/** The sales cycle stage by stage: how long opportunities stay there, and how many are lost. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { OpportunityStage } from './opportunity-stage.entity.ts'
import { Opportunity, opportunityReaders } from './opportunity.entity.ts'
import { PipelineStage } from './pipeline-stage.entity.ts'

interface Period {
  from: string | null
  until: string | null
}

const by = ['stage', 'pipeline'] as const

function ended(outcome: 'moved' | 'won' | 'lost') {
  return {
    entity: 'opportunity-stage',
    by,
    count: [outcome],
    rows: (reader: ReportReader, period: Period) => sql`
      select s.record, s.stage, s.pipeline from (${endedStays(reader, period)}) s
      where s.outcome = ${outcome}`,
  } as const
}

export const stageCourse = defineReport({
  name: 'stage-course',
  label: 'Days and losses by stage',
  description: 'Stays in a stage that ended in the period, in base currency.',
  group: 'Sales',
  allow: opportunityReaders,
  params: { from: f.date({ label: 'Left from' }), until: f.date({ label: 'Left until' }) },
  columns: {
    stage: f.ref('pipeline-stage'),
    pipeline: f.ref('pipeline'),
    stays: f.integer({ label: 'Stays that ended' }),
    days: f.decimal({ places: 1, label: 'Days on average' }),
    longest: f.integer({ label: 'Most days' }),
    moved: f.integer(),
    won: f.integer({ label: 'Deal won' }),
    lost: f.integer({ label: 'Deal lost' }),
    lossRate: f.percent({ places: 2, label: 'Lost here' }),
    lostAmount: f.money({ label: 'Amount lost' }),
  },
  rows: (reader, period) => sql`
    select s.stage, s.pipeline, count(*) as stays, round(avg(s.days), 1) as days,
      max(s.days) as longest, count(*) filter (where s.outcome = 'moved') as moved,
      count(*) filter (where s.outcome = 'won') as won,
      count(*) filter (where s.outcome = 'lost') as lost,
      round(100.0 * count(*) filter (where s.outcome = 'lost') / count(*), 2) as loss_rate,
      sum(s.lost_amount) as lost_amount
    from (${endedStays(reader, period)}) s
    group by s.stage, s.pipeline, s.place order by s.pipeline, s.place`,
  total: ['stays', 'moved', 'won', 'lost', 'lostAmount'],
  chart: { kind: 'bar', by: 'stage', value: 'days' },
  behind: [
    { entity: 'opportunity-stage', by, count: ['stays'], sum: ['lostAmount'], rows: endedStays },
    ended('moved'),
    ended('won'),
    ended('lost'),
  ],
})

function endedStays(reader: ReportReader, { from, until }: Period): Sql {
  return sql`select v.id as record, v.stage, s.pipeline, s.position as place, v.outcome,
      v.left_on - v.entered_on as days,
      case v.outcome when 'lost' then coalesce(o.base_amount, 0) else 0 end as lost_amount
    from ${reader.visible(OpportunityStage)} v
    join ${reader.visible(Opportunity)} o on o.id = v.opportunity
    left join ${reader.visible(PipelineStage)} s on s.id = v.stage
    where v.left_on is not null and (${from}::date is null or v.left_on >= ${from}::date)
      and (${until}::date is null or v.left_on <= ${until}::date)`
}
