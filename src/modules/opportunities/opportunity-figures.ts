/** What reports on opportunities have in common. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import type { ReportReader } from '#kernel/report/report.ts'
import { Opportunity } from './opportunity.entity.ts'

export const closedParams = () => ({
  from: f.date({ label: 'Won or lost from' }),
  until: f.date({ label: 'Won or lost until' }),
  pipeline: f.ref('pipeline'),
})

export interface ClosedPeriod {
  from: string | null
  until: string | null
  pipeline: string | null
}

/** Opportunities `o` that were won or lost in the period. */
export function closedOpportunities(reader: ReportReader, period: ClosedPeriod): Sql {
  const { from, until, pipeline } = period
  return sql`(select o.* from ${reader.visible(Opportunity)} o
    where o.status in ('won', 'lost')
      and (${from}::date is null or o.closed_on >= ${from}::date)
      and (${until}::date is null or o.closed_on <= ${until}::date)
      and (${pipeline}::uuid is null or o.pipeline = ${pipeline}::uuid))`
}
