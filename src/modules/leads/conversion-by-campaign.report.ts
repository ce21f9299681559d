/** What each campaign brought: leads, customers, deals that were won and their amount. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { Opportunity } from '#modules/opportunities/index.ts'
import { Lead } from './lead.entity.ts'

/** Whoever runs campaigns sees what they bring in, but no deals. */
const seenBy = ['sales-lead', 'manager']

export const conversionByCampaign = defineReport({
  name: 'conversion-by-campaign',
  label: 'Conversion by campaign',
  description: 'Leads that came in the period, and what has become of them until today.',
  group: 'Customers',
  allow: ['sales-lead', 'manager', 'marketer'],
  params: { from: f.date({ label: 'Came in from' }), until: f.date({ label: 'Came in until' }) },
  columns: {
    campaign: f.text(),
    leads: f.integer(),
    converted: f.integer({ label: 'Converted' }),
    rate: f.percent({ label: 'Conversion rate', places: 1 }),
    won: f.integer({ label: 'Deal won', seenBy }),
    amount: f.money({ label: 'Amount won', seenBy }),
  },
  rows: (reader, period) => sql`
    select l.campaign, count(*) as leads, sum(l.converted) as converted,
      round(100.0 * sum(l.converted) / count(*), 1) as rate, sum(l.won) as won,
      sum(l.amount) as amount
    from (${leadsOf(reader, period)}) l
    group by l.campaign order by amount desc, leads desc, l.campaign`,
  total: ['leads', 'converted', 'won', 'amount'],
  chart: { kind: 'bar', by: 'campaign', value: 'leads' },
  behind: [
    {
      entity: 'lead',
      by: ['campaign'],
      count: ['leads'],
      sum: ['converted', 'won', 'amount'],
      rows: leadsOf,
    },
  ],
})

export interface CameIn {
  from: string | null
  until: string | null
}

function leadsOf(reader: ReportReader, period: CameIn): Sql {
  return sql`select l.id as record, l.campaign, (l.status = 'converted')::int as converted,
      (o.id is not null)::int as won, coalesce(o.base_amount, 0) as amount
    from ${leadsIn(reader, period)} l
      left join ${reader.visible(Opportunity)} o on o.id = l.opportunity and o.status = 'won'`
}

/** Leads that came in between these days, both counted. */
export function leadsIn(reader: ReportReader, { from, until }: CameIn): Sql {
  const day = sql`(l.created_at at time zone ${reader.timeZone})::date`
  return sql`(select l.* from ${reader.visible(Lead)} l
    where (${from}::date is null or ${day} >= ${from}::date)
      and (${until}::date is null or ${day} <= ${until}::date))`
}
