/** Why opportunities were lost, and in which stage. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { closedOpportunities, closedParams, type ClosedPeriod } from './opportunity-figures.ts'
import { Opportunity, opportunityReaders } from './opportunity.entity.ts'

export const lossesByReason = defineReport({
  name: 'losses-by-reason',
  label: 'Losses by reason',
  description: 'Opportunities that were lost, in base currency.',
  group: 'Sales',
  allow: opportunityReaders,
  params: closedParams(),
  columns: {
    reason: Opportunity.fields.lossReason,
    stage: f.ref('pipeline-stage'),
    opportunities: f.integer(),
    amount: f.money({ label: 'Amount lost' }),
  },
  rows: (reader, period) => sql`
    select l.reason, l.stage, count(*) as opportunities, sum(l.amount) as amount
    from (${lostOpportunities(reader, period)}) l
    group by l.reason, l.stage order by amount desc`,
  total: ['opportunities', 'amount'],
  chart: { kind: 'bar', by: 'reason', value: 'amount' },
  behind: [
    {
      entity: 'opportunity',
      by: ['reason', 'stage'],
      count: ['opportunities'],
      sum: ['amount'],
      rows: lostOpportunities,
    },
  ],
})

function lostOpportunities(reader: ReportReader, period: ClosedPeriod): Sql {
  return sql`select o.id as record, o.loss_reason as reason, o.stage,
      coalesce(o.base_amount, 0) as amount
    from ${closedOpportunities(reader, period)} o where o.status = 'lost'`
}
