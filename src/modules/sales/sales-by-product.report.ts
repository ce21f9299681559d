/** What sells how well. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { salesReaders } from '#modules/orders/index.ts'
import { factorSql, Product } from '#modules/products/index.ts'
import { monthly, periodParams, soldLines, type Period } from './sales-figures.ts'

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
  rows: (reader, wish) => sql`
    select l.product, l.category, sum(l.quantity) as quantity,
      count(distinct l.record) as orders, sum(l.revenue) as revenue
    from (${linesSql(reader, wish)}) l
    group by l.product, l.category order by revenue desc`,
  total: ['revenue'],
  trends: { revenue: monthly('goods') },
  chart: { kind: 'bar', by: 'product', value: 'revenue' },
  behind: [
    {
      entity: 'order',
      by: ['product'],
      count: ['orders'],
      sum: ['quantity', 'revenue'],
      rows: (reader, wish) => linesSql(reader, wish),
    },
  ],
})

/** What is sold of each product, order by order, in the product's own unit. */
function linesSql(
  reader: ReportReader,
  { category, ...period }: Period & { category: string | null },
): Sql {
  return sql`select l."order" as record, l.product, p.category,
      l.sold * ${factorSql(reader.tenant)} as quantity, l.revenue
    from ${soldLines(reader, period)} l
    join ${reader.visible(Product)} p on p.tenant = l.tenant and p.id = l.product
    where (${category}::uuid is null or p.category = ${category}::uuid)`
}
