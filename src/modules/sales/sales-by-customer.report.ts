/** Who buys how much. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport } from '#kernel/report/report.ts'
import { salesReaders } from '#modules/orders/index.ts'
import { monthly, periodParams, soldOrders } from './sales-figures.ts'

export const salesByCustomer = defineReport({
  name: 'sales-by-customer',
  label: 'Sales by customer',
  description:
    'What customers ordered and keep, net with freight, in base currency, by day of order.',
  group: 'Sales',
  allow: salesReaders,
  params: periodParams(),
  columns: {
    customer: f.ref('customer'),
    orders: f.integer(),
    revenue: f.money({ label: 'Net revenue' }),
    average: f.money({ label: 'Average order' }),
  },
  rows: (reader, period) => sql`
    select o.customer, count(*) as orders, sum(o.revenue) as revenue,
      round(sum(o.revenue) / count(*), 2) as average
    from ${soldOrders(reader, period)} o group by o.customer order by revenue desc`,
  total: ['orders', 'revenue'],
  trends: { orders: monthly('orders'), revenue: monthly('revenue') },
  chart: { kind: 'bar', by: 'customer', value: 'revenue' },
  behind: [
    {
      entity: 'order',
      by: ['customer'],
      count: ['orders'],
      sum: ['revenue'],
      rows: (reader, period) => sql`
        select o.id as record, o.customer, o.revenue from ${soldOrders(reader, period)} o`,
    },
  ],
})
