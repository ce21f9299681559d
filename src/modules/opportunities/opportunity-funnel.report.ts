/** What is open in each stage: how many, how much, and what is to be expected of it. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { Opportunity, opportunityReaders } from './opportunity.entity.ts'
import { PipelineStage } from './pipeline-stage.entity.ts'

interface Wish {
  pipeline: string | null
  salesperson: string | null
}

export const opportunityFunnel = defineReport({
  name: 'opportunity-funnel',
  label: 'Opportunities by stage',
  description: 'Open opportunities in base currency; expected is the amount by its probability.',
  group: 'Sales',
  allow: opportunityReaders,
  params: { pipeline: f.ref('pipeline'), salesperson: f.person() },
  columns: {
    stage: f.ref('pipeline-stage'),
    pipeline: f.ref('pipeline'),
    opportunities: f.integer(),
    stalled: f.integer({ label: 'Standing still' }),
    amount: f.money(),
    expected: f.money({ label: 'Expected amount' }),
  },
  rows: (reader, wish) => sql`
    select o.stage, o.pipeline, count(*) as opportunities,
      count(*) filter (where o.stalled) as stalled,
      sum(o.amount) as amount, sum(o.expected) as expected
    from (${openOpportunities(reader, wish)}) o
    left join ${reader.visible(PipelineStage)} s on s.id = o.stage
    group by o.stage, o.pipeline, s.position order by o.pipeline, s.position`,
  total: ['opportunities', 'stalled', 'amount', 'expected'],
  chart: { kind: 'funnel', by: 'stage', value: 'amount', series: ['amount', 'expected'] },
  behind: [
    {
      entity: 'opportunity',
      by: ['stage', 'pipeline'],
      count: ['opportunities'],
      sum: ['amount', 'expected'],
      rows: openOpportunities,
    },
    {
      entity: 'opportunity',
      by: ['stage', 'pipeline'],
      count: ['stalled'],
      rows: (reader, wish) => sql`
        select o.record, o.stage, o.pipeline from (${openOpportunities(reader, wish)}) o
        where o.stalled`,
    },
  ],
})

function openOpportunities(reader: ReportReader, { pipeline, salesperson }: Wish): Sql {
  return sql`select o.id as record, o.stage, o.pipeline, coalesce(o.stalled, false) as stalled,
      coalesce(o.base_amount, 0) as amount, coalesce(o.expected, 0) as expected
    from ${reader.visible(Opportunity)} o
    where o.status = 'open' and (${pipeline}::uuid is null or o.pipeline = ${pipeline}::uuid)
      and (${salesperson}::uuid is null or o.owner = ${salesperson}::uuid)`
}
