/** What is confirmed and not yet delivered, line by line, the earliest wanted first. */
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { defineReport } from '#kernel/report/report.ts'
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
  rows: (reader, { customer, warehouse, until }) => sql`
    select o.id as "order", o.customer, o.ordered_on, o.required_on, l.product, o.warehouse,
      coalesce(l.unit, p.unit) as unit, l.quantity, l.shipped_quantity,
      l.quantity - l.shipped_quantity as open_quantity
    from ${reader.visible(Order)} o
    join ${reader.visible(OrderLine)} l on l.tenant = o.tenant and l.parent = o.id
    join ${reader.visible(Product)} p on p.tenant = l.tenant and p.id = l.product
    where o.status = 'confirmed' and p.kind = 'goods' and l.quantity > l.shipped_quantity
      and (${customer}::uuid is null or o.customer = ${customer}::uuid)
      and (${warehouse}::uuid is null or o.warehouse = ${warehouse}::uuid)
      and (${until}::date is null or o.required_on <= ${until}::date)
    order by o.required_on nulls last, o.number, l.position`,
  open: { entity: 'order', where: { id: 'order' } },
})
