/** Goods that come back from a customer, of one shipment. */
import { defineEntity, defineLines, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { ownOrders } from '#modules/orders/index.ts'
import { costReaders } from '#modules/products/index.ts'

export const GoodsReturnLine = defineLines('goods-return-line', {
  label: { one: 'Return line', many: 'Return lines' },
  title: 'product',
  fields: {
    shipmentLine: f.ref('shipment-line', { required: true }),
    product: f.ref('product', { required: true }),
    quantity: f.decimal({ required: true, min: '0.000001' }),
    /** As the shipment counts it. */
    unit: f.derived(f.ref('unit', { related: false })),
    value: f.derived(f.money({ places: 6, seenBy: costReaders })),
    /** Of the line that was sent. */
    order: f.derived(f.ref('order')),
  },
})

/** Who takes goods back. */
export const takers = { ...ownOrders, storekeeper: 'all', manager: 'all' } as const

/** Who says that goods are back, or that they are not. */
export const receivers = {
  'sales-lead': { owner: 'my-team' },
  storekeeper: 'all',
  manager: 'all',
} as const

export const GoodsReturn = defineEntity('goods-return', {
  label: { one: 'Return', many: 'Returns' },
  purpose: 'Goods that come back. They begin at the shipment: open it and take goods back.',
  begins: 'shipment',
  title: 'number',
  subtitle: ['customer', 'returnedOn'],
  icon: 'truck-return',
  fields: {
    number: f.serial('RT-{year}{month}-{0000}', { gaps: true }),
    shipment: f.derived(f.ref('shipment', { required: true })),
    customer: f.derived(f.ref('customer', { required: true, search: true })),
    warehouse: f.ref('warehouse', { required: true }),
    returnedOn: f.date({ required: true, default: 'today' }),
    reason: f.text({ maxLength: 200 }),
    owner: f.person({ default: 'me', label: 'Salesperson' }),
    lines: f.lines(GoodsReturnLine),
    note: f.longText(),
    status: f.state([
      { value: 'draft', label: 'Draft', tone: 'grey' },
      { value: 'received', label: 'Goods received', tone: 'green' },
      { value: 'reversed', label: 'Reversed', tone: 'red' },
      { value: 'cancelled', label: 'Cancelled', tone: 'red' },
    ]),
  },
  access: {
    read: { ...takers, finance: 'all' },
    update: takers,
    delete: takers,
    export: ['storekeeper', 'sales-lead', 'manager', 'finance'],
  },
  locked: { when: { status: ['received', 'reversed', 'cancelled'] }, except: ['note'] },
  steps: ['draft', 'received'],
  list: {
    columns: ['number', 'customer', 'shipment', 'returnedOn', 'reason', 'status', 'owner'],
    sort: '-number',
    tabs: { 'To receive': { status: 'draft' }, All: {} },
  },
  form: [['shipment', 'customer', 'warehouse'], ['returnedOn', 'reason', 'owner'], 'lines', 'note'],
  related: ['stock-move', 'ledger-entry'],
  indexes: [
    ['owner', 'number', 'id'],
    ['status', 'number', 'id'],
  ],
})
export interface GoodsReturn extends Row<typeof GoodsReturn> {}
