/** Who sells how much. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport } from '#kernel/report/report.ts'
import { salesReaders } from '#modules/orders/index.ts'
import { periodParams, soldOrders } from './sales-figures.ts'

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
  chart: { kind: 'bar', by: 'salesperson', value: 'revenue' },
  open: { entity: 'order', where: { owner: 'salesperson' } },
})
