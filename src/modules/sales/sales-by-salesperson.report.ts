/** Who sells how much. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport } from '#kernel/report/report.ts'
import { salesReaders } from '#modules/orders/index.ts'
import { monthly, periodParams, soldOrders } from './sales-figures.ts'

export const salesBySalesperson = defineReport({
  name: 'sales-by-salesperson',
  label: 'Sales by salesperson',
  description:
    'What customers ordered and keep, net with freight, in base currency, by day of order.',
  group: 'Sales',
  allow: salesReaders,
  params: periodParams(),
  columns: {
    salesperson: f.person(),
    orders: f.integer(),
    customers: f.integer(),
    goods: f.money({ label: 'Of which goods' }),
    revenue: f.money({ label: 'Net revenue' }),
  },
  rows: (reader, period) => sql`
    select o.owner as salesperson, count(*) as orders, count(distinct o.customer) as customers,
      sum(o.goods) as goods, sum(o.revenue) as revenue
    from ${soldOrders(reader, period)} o
    group by o.owner order by revenue desc`,
  total: ['orders', 'goods', 'revenue'],
  trends: { orders: monthly('orders'), revenue: monthly('revenue') },
  chart: { kind: 'bar', by: 'salesperson', value: 'revenue' },
  behind: [
    {
      entity: 'order',
      by: ['salesperson'],
      count: ['orders'],
      sum: ['goods', 'revenue'],
      rows: (reader, period) => sql`
        select o.id as record, o.owner as salesperson, o.goods, o.revenue
        from ${soldOrders(reader, period)} o`,
    },
    {
      entity: 'customer',
      by: ['salesperson'],
      count: ['customers'],
      rows: (reader, period) => sql`
        select o.customer as record, o.owner as salesperson
        from ${soldOrders(reader, period)} o`,
    },
  ],
})
