/** Who sells how much in which month. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { salesReaders } from '#modules/orders/index.ts'
import { monthly, periodParams, soldOrders, type Period } from './sales-figures.ts'

export const salesByMonth = defineReport({
  name: 'sales-by-month',
  label: 'Sales by salesperson and month',
  description:
    'What customers ordered and keep, net with freight, in base currency, by day of order.',
  group: 'Sales',
  allow: salesReaders,
  params: periodParams(),
  columns: {
    month: f.text(),
    salesperson: f.person(),
    orders: f.integer(),
    goods: f.money({ label: 'Of which goods' }),
    revenue: f.money({ label: 'Net revenue' }),
  },
  rows: (reader, period) => sql`
    select m.month, m.salesperson, count(*) as orders,
      sum(m.goods) as goods, sum(m.revenue) as revenue
    from (${monthsSql(reader, period)}) m
    group by m.month, m.salesperson order by m.month desc, revenue desc`,
  total: ['orders', 'goods', 'revenue'],
  trends: { orders: monthly('orders'), revenue: monthly('revenue') },
  chart: { kind: 'heat', by: 'salesperson', across: 'month', value: 'revenue' },
  behind: [
    {
      entity: 'order',
      by: ['month', 'salesperson'],
      count: ['orders'],
      sum: ['goods', 'revenue'],
      rows: (reader, period) => monthsSql(reader, period),
    },
  ],
})

/** Each sold order with its month and whose it is. */
function monthsSql(reader: ReportReader, period: Period): Sql {
  return sql`select o.id as record, to_char(o.ordered_on, 'YYYY-MM') as month,
      o.owner as salesperson, o.goods, o.revenue
    from ${soldOrders(reader, period)} o`
}
