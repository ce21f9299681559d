/** Where the customers are that buy, and how much they buy. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { Customer } from '#modules/customers/index.ts'
import { salesReaders } from '#modules/orders/index.ts'
import { periodParams, soldOrders } from './sales-figures.ts'

export const salesByPlace = defineReport({
  name: 'sales-by-place',
  label: 'Sales by place',
  description:
    'What customers ordered and keep, net with freight, in base currency, by day of order.',
  group: 'Sales',
  allow: salesReaders,
  params: { ...periodParams(), place: f.text({ label: 'Region or city', maxLength: 60 }) },
  columns: {
    customer: f.ref('customer'),
    address: f.address(),
    orders: f.integer(),
    revenue: f.money({ label: 'Net revenue' }),
  },
  rows: (reader, { place, ...period }) => sql`
    select o.customer, ${addressSql(reader)} as address,
      count(*) as orders, sum(o.revenue) as revenue
    from ${soldOrders(reader, period)} o
    left join ${reader.visible(Customer)} c on c.tenant = ${reader.tenant} and c.id = o.customer
    where ${isIn(reader, place)}
    group by o.customer, 2 order by revenue desc`,
  total: ['orders', 'revenue'],
  chart: { kind: 'map', by: 'customer', place: 'address', value: 'revenue' },
  behind: [
    {
      entity: 'order',
      by: ['customer'],
      count: ['orders'],
      sum: ['revenue'],
      rows: (reader, { place, ...period }) => sql`
        select o.id as record, o.customer, o.revenue from ${soldOrders(reader, period)} o
        left join ${reader.visible(Customer)} c
          on c.tenant = ${reader.tenant} and c.id = o.customer
        where ${isIn(reader, place)}`,
    },
  ],
})

/** Part of the name of the region or city, as people type it. */
function isIn(reader: ReportReader, place: string | null): Sql {
  const address = addressSql(reader)
  return sql`(${place}::text is null or position(lower(${place}::text) in lower(
    concat(${address}->>'region', ${address}->>'city', ${address}->>'district'))) > 0)`
}

/** Who must not see addresses is not told them by a report either. */
function addressSql(reader: ReportReader): Sql {
  return reader.sees(Customer, 'address') ? sql`c.address` : sql`null::jsonb`
}
