/** On which days of the week customers order, month by month. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { salesReaders } from '#modules/orders/index.ts'
import { monthly, periodParams, soldOrders, type Period } from './sales-figures.ts'

export const ordersByWeekday = defineReport({
  name: 'orders-by-weekday',
  label: 'Orders by weekday',
  description:
    'What customers ordered and keep, net with freight, in base currency, by day of order.',
  group: 'Sales',
  allow: salesReaders,
  params: periodParams(),
  columns: {
    month: f.text(),
    weekday: f.choice([
      { value: '1', label: 'Monday' },
      { value: '2', label: 'Tuesday' },
      { value: '3', label: 'Wednesday' },
      { value: '4', label: 'Thursday' },
      { value: '5', label: 'Friday' },
      { value: '6', label: 'Saturday' },
      { value: '7', label: 'Sunday' },
    ]),
    orders: f.integer(),
    revenue: f.money({ label: 'Net revenue' }),
  },
  rows: (reader, period) => sql`
    select d.month, d.weekday, count(*) as orders, sum(d.revenue) as revenue
    from (${daysSql(reader, period)}) d
    group by d.month, d.weekday order by d.month desc, d.weekday`,
  total: ['orders', 'revenue'],
  trends: { orders: monthly('orders'), revenue: monthly('revenue') },
  chart: { kind: 'heat', by: 'weekday', across: 'month', value: 'orders' },
  behind: [
    {
      entity: 'order',
      by: ['month', 'weekday'],
      count: ['orders'],
      sum: ['revenue'],
      rows: (reader, period) => daysSql(reader, period),
    },
  ],
})

/** Each sold order with its month and its day of the week, Monday first as ISO 8601 has it. */
function daysSql(reader: ReportReader, period: Period): Sql {
  return sql`select o.id as record, to_char(o.ordered_on, 'YYYY-MM') as month,
      extract(isodow from o.ordered_on)::int::text as weekday, o.revenue
    from ${soldOrders(reader, period)} o`
}
