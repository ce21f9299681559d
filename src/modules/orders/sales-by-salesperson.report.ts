/** Who sells how much. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport } from '#kernel/report/report.ts'
import { periodParams, salesReaders, soldOrders } from './sales-figures.ts'

export const salesBySalesperson = defineReport({
  name: 'sales-by-salesperson',
  label: 'Sales by salesperson',
  description: 'Net amounts of confirmed orders with freight, in base currency.',
  group: 'Sales',
  allow: salesReaders,
  params: periodParams(),
  columns: {
    salesperson: f.person(),
    orders: f.integer(),
    customers: f.integer(),
    revenue: f.money({ label: 'Net revenue' }),
  },
  rows: (reader, period) => sql`
    select o.owner as salesperson, count(*) as orders, count(distinct o.customer) as customers,
      sum(o.revenue) as revenue
    from ${soldOrders(reader, period)} o group by o.owner order by revenue desc`,
  total: ['orders', 'revenue'],
  chart: { kind: 'bar', by: 'salesperson', value: 'revenue' },
  open: { entity: 'order', where: { owner: 'salesperson' } },
})
