/** What is confirmed and not yet delivered, line by line, the earliest wanted first. */
import { sql, type Sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport, type ReportReader } from '#kernel/report/report.ts'
import { Product } from '#modules/products/index.ts'
import { Order, OrderLine, salesReaders } from './order.entity.ts'

export const openOrders = defineReport({
  name: 'open-orders',
  label: 'Open orders',
  description: 'Goods of confirmed orders that are not delivered yet.',
  group: 'Sales',
  allow: [...salesReaders, 'storekeeper'],
  params: {
    customer: f.ref('customer'),
    warehouse: f.ref('warehouse'),
    until: f.date({ label: 'Wanted by' }),
  },
  columns: {
    order: f.ref('order'),
    customer: f.ref('customer'),
    orderedOn: f.date(),
    requiredOn: f.date({ label: 'Wanted on' }),
    product: f.ref('product'),
    warehouse: f.ref('warehouse'),
    unit: f.ref('unit'),
    quantity: f.decimal({ label: 'Ordered quantity' }),
    shippedQuantity: f.decimal({ label: 'Shipped' }),
    openQuantity: f.decimal({ label: 'Undelivered' }),
  },
  rows: (reader, wish) => sql`
    select l."order", l.customer, l.ordered_on, l.required_on, l.product, l.warehouse, l.unit,
      sum(l.quantity) as quantity, sum(l.shipped_quantity) as shipped_quantity,
      sum(l.open_quantity) as open_quantity
    from (${openLinesSql(reader, wish)}) l
    group by l."order", l.number, l.customer, l.ordered_on, l.required_on, l.product, l.warehouse,
      l.unit
    order by l.required_on nulls last, l.number, min(l.position)`,
  behind: [
    {
      entity: 'order',
      by: ['order', 'product', 'unit'],
      sum: ['quantity', 'shippedQuantity', 'openQuantity'],
      rows: (reader, wish) => openLinesSql(reader, wish),
    },
  ],
})

interface Wish {
  customer: string | null
  warehouse: string | null
  until: string | null
}

/** Lines of confirmed orders of which something is not delivered yet. */
function openLinesSql(reader: ReportReader, { customer, warehouse, until }: Wish): Sql {
  return sql`select o.id as record, o.id as "order", o.number, o.customer, o.ordered_on,
      o.required_on, l.product, o.warehouse, l.position,
      coalesce(l.unit, p.unit) as unit, l.quantity, l.shipped_quantity,
      l.quantity - l.shipped_quantity as open_quantity
    from ${reader.visible(Order)} o
    join ${reader.visible(OrderLine)} l on l.tenant = o.tenant and l.parent = o.id
    join ${reader.visible(Product)} p on p.tenant = l.tenant and p.id = l.product
    where o.status = 'confirmed' and p.kind = 'goods' and l.quantity > l.shipped_quantity
      and (${customer}::uuid is null or o.customer = ${customer}::uuid)
      and (${warehouse}::uuid is null or o.warehouse = ${warehouse}::uuid)
      and (${until}::date is null or o.required_on <= ${until}::date)`
}
