/** Goods that leave one warehouse for one customer, for one or several orders. */
import { defineEntity, defineLines, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { ownOrders } from '#modules/orders/index.ts'
import { costReaders } from '#modules/products/index.ts'

export const ShipmentLine = defineLines('shipment-line', {
  label: { one: 'Shipment line', many: 'Shipment lines' },
  title: 'product',
  fields: {
    order: f.ref('order', { required: true }),
    orderLine: f.ref('order-line', { required: true }),
    product: f.ref('product', { required: true, pick: { kind: 'goods' } }),
    quantity: f.decimal({ required: true, min: '0.000001' }),
    /** As the order counts it. */
    unit: f.derived(f.ref('unit', { related: false })),
    unitCost: f.derived(f.money({ places: 6, seenBy: costReaders })),
    value: f.derived(f.money({ places: 6, seenBy: costReaders })),
    returnedQuantity: f.derived(f.decimal({ required: true, default: '0', label: 'Returned' })),
    returnedValue: f.derived(
      f.money({ places: 6, required: true, default: '0', seenBy: costReaders }),
    ),
  },
  checks: { returned_at_most_sent: 'returned_quantity >= 0 and returned_quantity <= quantity' },
})
export type ShipmentLine = Shipment['lines'][number]

/** Who ships: the store for everybody, sellers for their own orders. */
export const shippers = { ...ownOrders, storekeeper: 'all', manager: 'all' } as const

export const Shipment = defineEntity('shipment', {
  label: { one: 'Shipment', many: 'Shipments' },
  purpose: 'Goods on their way to a customer. They begin at a confirmed order: open it and ship.',
  begins: 'order',
  title: 'number',
  subtitle: ['customer', 'shippedOn'],
  icon: 'truck-delivery',
  fields: {
    number: f.serial('SH-{year}{month}-{0000}', { gaps: true }),
    customer: f.ref('customer', { required: true, search: true }),
    warehouse: f.ref('warehouse', { required: true }),
    shippedOn: f.date({ required: true, default: 'today', label: 'Ship on' }),
    carrier: f.text({ maxLength: 120 }),
    trackingNumber: f.text({ search: true, maxLength: 120 }),
    shipName: f.text({ maxLength: 200, label: 'Deliver to' }),
    shipTo: f.address({ label: 'Delivery address' }),
    owner: f.person({ default: 'me', label: 'Salesperson' }),
    lines: f.lines(ShipmentLine),
    cost: f.derived(f.money({ seenBy: costReaders, label: 'Cost of sales' })),
    note: f.longText(),
    status: f.state([
      { value: 'draft', label: 'Draft', tone: 'grey' },
      { value: 'sent', label: 'Goods sent', tone: 'green' },
      { value: 'cancelled', label: 'Cancelled', tone: 'red' },
    ]),
  },
  access: {
    read: { ...shippers, finance: 'all' },
    update: shippers,
    delete: shippers,
    export: ['storekeeper', 'sales-lead', 'manager', 'finance'],
  },
  locked: {
    when: { status: ['sent', 'cancelled'] },
    except: ['note', 'carrier', 'trackingNumber'],
  },
  steps: ['draft', 'sent'],
  list: {
    columns: ['number', 'customer', 'warehouse', 'shippedOn', 'carrier', 'status', 'owner'],
    sort: '-number',
    tabs: { 'To send': { status: 'draft' }, Mine: { owner: 'me' }, All: {} },
  },
  form: [
    ['customer', 'warehouse', 'shippedOn'],
    ['carrier', 'trackingNumber', 'owner'],
    'lines',
    { title: 'Delivery', rows: ['shipName', 'shipTo'] },
    'note',
  ],
  related: ['stock-move', 'ledger-entry'],
  indexes: [
    ['owner', 'number', 'id'],
    ['status', 'number', 'id'],
  ],
})
export interface Shipment extends Row<typeof Shipment> {}
