/** Who sells how much. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport } from '#kernel/report/report.ts'
import { periodParams, salesReaders, soldLines, soldOrders } from './sales-figures.ts'

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
    goods: f.money({ label: 'Of which goods' }),
    revenue: f.money({ label: 'Net revenue' }),
  },
  rows: (reader, period) => sql`
    select o.owner as salesperson, count(*) as orders, count(distinct o.customer) as customers,
      coalesce(sum(g.goods), 0) as goods, sum(o.revenue) as revenue
    from ${soldOrders(reader, period)} o
    left join (select l."order", sum(l.revenue) as goods
      from ${soldLines(reader, period)} l group by l."order") g on g."order" = o.id
    group by o.owner order by revenue desc`,
  total: ['orders', 'goods', 'revenue'],
  chart: { kind: 'bar', by: 'salesperson', value: 'revenue' },
  open: { entity: 'order', where: { owner: 'salesperson' } },
})
