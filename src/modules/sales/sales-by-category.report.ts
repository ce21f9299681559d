/** Which kinds of goods sell how well. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport } from '#kernel/report/report.ts'
import { salesReaders } from '#modules/orders/index.ts'
import { Product } from '#modules/products/index.ts'
import { monthly, periodParams, soldLines } from './sales-figures.ts'

export const salesByCategory = defineReport({
  name: 'sales-by-category',
  label: 'Sales by category',
  description:
    'What customers ordered and keep, net without freight, in base currency, by day of order.',
  group: 'Sales',
  allow: salesReaders,
  params: periodParams(),
  columns: {
    category: f.ref('product-category'),
    products: f.integer(),
    orders: f.integer(),
    revenue: f.money({ label: 'Net revenue' }),
  },
  rows: (reader, period) => sql`
    select p.category, count(distinct l.product) as products,
      count(distinct l."order") as orders, sum(l.revenue) as revenue
    from ${soldLines(reader, period)} l
    join ${reader.visible(Product)} p on p.tenant = l.tenant and p.id = l.product
    group by p.category order by revenue desc`,
  total: ['revenue'],
  trends: { revenue: monthly('goods') },
  chart: { kind: 'pie', by: 'category', value: 'revenue' },
  behind: [
    {
      entity: 'order',
      by: ['category'],
      count: ['orders'],
      sum: ['revenue'],
      rows: (reader, period) => sql`
        select l."order" as record, p.category, l.revenue from ${soldLines(reader, period)} l
        join ${reader.visible(Product)} p on p.tenant = l.tenant and p.id = l.product`,
    },
    {
      entity: 'product',
      by: ['category'],
      count: ['products'],
      rows: (reader, period) => sql`
        select l.product as record, p.category from ${soldLines(reader, period)} l
        join ${reader.visible(Product)} p on p.tenant = l.tenant and p.id = l.product`,
    },
  ],
})
