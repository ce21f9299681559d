/** How many customers stand in each stage of the life cycle, how long, and with how many deals. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport } from '#kernel/report/report.ts'
import { Customer, customerStages } from '#modules/customers/index.ts'

export const customersByStage = defineReport({
  name: 'customers-by-stage',
  label: 'Customers by stage',
  description: 'The customers of each stage of the life cycle, as of today.',
  group: 'Customers',
  allow: ['sales', 'sales-lead', 'manager'],
  params: {},
  columns: {
    stage: f.choice(customerStages),
    customers: f.integer(),
    deals: f.integer({ label: 'Deals' }),
    days: f.integer({ label: 'Days in the stage, on average' }),
  },
  rows: (reader) => sql`
    select c.stage, count(*) as customers, sum(c.deal_count) as deals,
      round(avg(${reader.today}::date - c.stage_on))::int as days
    from ${reader.visible(Customer)} c group by c.stage
    order by array_position(array['prospect', 'active', 'dormant', 'lost'], c.stage)`,
  total: ['customers', 'deals'],
  chart: { kind: 'bar', by: 'stage', value: 'customers' },
  behind: [
    {
      entity: 'customer',
      by: ['stage'],
      count: ['customers'],
      sum: ['deals'],
      rows: (reader) => sql`
        select c.id as record, c.stage, c.deal_count as deals from ${reader.visible(Customer)} c`,
    },
  ],
})
