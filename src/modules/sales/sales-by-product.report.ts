/** What sells how well. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport } from '#kernel/report/report.ts'
import { salesReaders } from '#modules/orders/index.ts'
import { factorSql, Product } from '#modules/products/index.ts'
import { periodParams, soldLines } from './sales-figures.ts'

export const salesByProduct = defineReport({
  name: 'sales-by-product',
  label: 'Sales by product',
  description:
    'What customers ordered and keep, net without freight, in base currency, by day of order.',
  group: 'Sales',
  allow: salesReaders,
  params: { ...periodParams(), category: f.ref('product-category') },
  columns: {
    product: f.ref('product'),
    category: f.ref('product-category'),
    quantity: f.decimal(),
    orders: f.integer(),
    revenue: f.money({ label: 'Net revenue' }),
  },
  rows: (reader, { category, ...period }) => sql`
    select l.product, p.category, sum(l.sold * ${factorSql(reader.tenant)}) as quantity,
      count(distinct l."order") as orders, sum(l.revenue) as revenue
    from ${soldLines(reader, period)} l
    join ${reader.visible(Product)} p on p.tenant = l.tenant and p.id = l.product
    where (${category}::uuid is null or p.category = ${category}::uuid)
    group by l.product, p.category order by revenue desc`,
  total: ['revenue'],
  chart: { kind: 'bar', by: 'product', value: 'revenue' },
  open: { entity: 'product', where: { id: 'product' } },
})
