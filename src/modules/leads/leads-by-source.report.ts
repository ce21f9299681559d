/** Where leads come from, and what becomes of them. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { Lead } from './lead.entity.ts'

export const leadsBySource = defineReport({
  name: 'leads-by-source',
  label: 'Leads by source',
  group: 'Customers',
  allow: ['sales-lead', 'manager', 'marketer'],
  params: {},
  columns: {
    source: Lead.fields.source,
    leads: f.integer(),
    qualified: f.integer({ label: 'Qualified' }),
    converted: f.integer({ label: 'Converted' }),
    discarded: f.integer({ label: 'Discarded' }),
  },
  rows: (reader) => sql`
    select l.source, count(*) as leads, sum(l.qualified) as qualified,
      sum(l.converted) as converted, sum(l.discarded) as discarded
    from (${leadsOf(reader)}) l
    group by l.source order by leads desc, l.source`,
  total: ['leads', 'qualified', 'converted', 'discarded'],
  chart: { kind: 'bar', by: 'source', value: 'leads' },
  behind: [
    {
      entity: 'lead',
      by: ['source'],
      count: ['leads'],
      sum: ['qualified', 'converted', 'discarded'],
      rows: leadsOf,
    },
  ],
})

function leadsOf(reader: ReportReader): Sql {
  return sql`select l.id as record, l.source, (l.status = 'qualified')::int as qualified,
      (l.status = 'converted')::int as converted, (l.status = 'discarded')::int as discarded
    from ${reader.visible(Lead)} l`
}
