/** What is expected to be closed in which month, by type of customer. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { Customer } from '#modules/customers/index.ts'
import { Opportunity, opportunityReaders } from './opportunity.entity.ts'

interface Period {
  from: string | null
  until: string | null
}

export const expectedByMonth = defineReport({
  name: 'expected-by-month',
  label: 'Expected amount by month and customer type',
  description: 'Open opportunities in base currency; expected is the amount by its probability.',
  group: 'Sales',
  allow: opportunityReaders,
  params: {
    from: f.date({ label: 'Expected from' }),
    until: f.date({ label: 'Expected until' }),
  },
  columns: {
    month: f.text(),
    type: Customer.fields.type,
    industry: f.text(),
    opportunities: f.integer(),
    amount: f.money(),
    expected: f.money({ label: 'Expected amount' }),
  },
  rows: (reader, period) => sql`
    select e.month, e.type, e.industry, count(*) as opportunities,
      sum(e.amount) as amount, sum(e.expected) as expected
    from (${expectedSql(reader, period)}) e
    group by e.month, e.type, e.industry order by e.month nulls last, expected desc`,
  total: ['opportunities', 'amount', 'expected'],
  chart: { kind: 'heat', by: 'type', across: 'month', value: 'expected' },
  behind: [
    {
      entity: 'opportunity',
      by: ['month', 'type', 'industry'],
      count: ['opportunities'],
      sum: ['amount', 'expected'],
      rows: expectedSql,
    },
  ],
})

/** Of customers that the person does not see, type and industry are not told. */
function expectedSql(reader: ReportReader, { from, until }: Period): Sql {
  return sql`select o.id as record, to_char(o.expected_on, 'YYYY-MM') as month, c.type, c.industry,
      coalesce(o.base_amount, 0) as amount, coalesce(o.expected, 0) as expected
    from ${reader.visible(Opportunity)} o
    left join ${reader.visible(Customer)} c on c.id = o.customer
    where o.status = 'open' and (${from}::date is null or o.expected_on >= ${from}::date)
      and (${until}::date is null or o.expected_on <= ${until}::date)`
}
