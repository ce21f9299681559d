/** How much of each product lies in each warehouse: a projection of the book, kept with it. */
import { costReaders } from '#modules/products/index.ts'
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

const readers = ['everyone'] as const

export const StockLevel = defineEntity('stock-level', {
  label: { one: 'Stock', many: 'Stock on hand' },
  purpose: 'What lies where, what is promised and what is free. Begin with a stock entry.',
  begins: 'stock-entry',
  title: 'product',
  icon: 'stack-2',
  managed: true,
  busy: true,
  fields: {
    product: f.ref('product', { required: true, search: true }),
    warehouse: f.ref('warehouse', { required: true }),
    onHand: f.decimal({ required: true }),
    reserved: f.decimal({ required: true }),
    available: f.decimal({ required: true }),
  },
  access: { read: readers, export: ['manager', 'storekeeper', 'buyer'] },
  unique: [['product', 'warehouse']],
  indexes: [
    ['createdAt', 'id'],
    ['warehouse', '-id'],
  ],
  checks: {
    not_negative: 'on_hand >= 0 and reserved >= 0',
    not_oversold: 'reserved <= on_hand',
    available_is_the_rest: 'available = on_hand - reserved',
  },
  list: {
    columns: ['product', 'warehouse', 'onHand', 'reserved', 'available'],
    sort: '-createdAt',
  },
})
export interface StockLevel extends Row<typeof StockLevel> {}

/** What the company's stock of a product is worth, at moving average cost. */
export const StockValue = defineEntity('stock-value', {
  label: { one: 'Stock value', many: 'Stock values' },
  purpose: 'What the goods on hand cost, averaged anew each time goods come in.',
  begins: 'stock-entry',
  title: 'product',
  icon: 'coins',
  managed: true,
  busy: true,
  fields: {
    product: f.ref('product', { required: true, unique: true }),
    quantity: f.decimal({ required: true }),
    value: f.money({ places: 6, required: true, seenBy: costReaders }),
    averageCost: f.money({ places: 6, required: true, seenBy: costReaders }),
  },
  access: { read: ['manager', 'finance', 'buyer'], export: ['manager', 'finance'] },
  indexes: [['createdAt', 'id']],
  checks: { not_negative: 'quantity >= 0' },
  list: {
    columns: ['product', 'quantity', 'averageCost', 'value'],
    sort: '-createdAt',
    totals: ['value'],
  },
})
export interface StockValue extends Row<typeof StockValue> {}

/** Goods set aside for one line of an order. */
export const StockReservation = defineEntity('stock-reservation', {
  label: { one: 'Reservation', many: 'Reservations' },
  title: 'product',
  icon: 'lock',
  managed: true,
  busy: true,
  fields: {
    product: f.ref('product', { required: true }),
    warehouse: f.ref('warehouse', { required: true, related: false }),
    quantity: f.decimal({ required: true }),
    entity: f.text({ required: true, label: 'Document type' }),
    record: f.record({ label: 'Document' }),
    line: f.rowId({ label: 'Line', required: true, unique: true }),
  },
  access: { read: ['everyone'] },
  checks: { not_negative: 'quantity >= 0' },
  list: { columns: ['product', 'warehouse', 'quantity', 'record'], sort: '-createdAt' },
  indexes: [
    ['entity', 'record'],
    ['product', '-id'],
  ],
})
export interface StockReservation extends Row<typeof StockReservation> {}
