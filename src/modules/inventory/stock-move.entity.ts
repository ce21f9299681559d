/** The stock book, only added to: what ever moved, from where to where, at what value. */
import { costReaders } from '#modules/products/index.ts'
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const StockMove = defineEntity('stock-move', {
  label: { one: 'Stock move', many: 'Stock moves' },
  purpose: 'Every movement of goods. The documents write it themselves; nobody changes it.',
  begins: 'stock-entry',
  title: 'product',
  icon: 'arrows-exchange',
  appendOnly: true,
  fields: {
    on: f.date({ required: true, label: 'Date' }),
    product: f.ref('product', { required: true }),
    quantity: f.decimal({ required: true, min: '0' }),
    fromPlace: f.ref('stock-place', { required: true, label: 'From place' }),
    toPlace: f.ref('stock-place', { required: true, label: 'To place' }),
    unitCost: f.money({ places: 6, required: true, seenBy: costReaders }),
    value: f.money({ places: 6, required: true, seenBy: costReaders }),
    /** What the stock account grew by. */
    booked: f.money({ required: true, seenBy: costReaders, label: 'In the money book' }),
    entity: f.text({ required: true, label: 'Document type' }),
    record: f.record({ label: 'Document' }),
    line: f.rowId({ label: 'Line' }),
  },
  access: {
    read: {
      storekeeper: 'all',
      manager: 'all',
      finance: 'all',
      buyer: 'all',
      sales: 'all',
      'sales-lead': 'all',
    },
    export: ['manager', 'finance', 'storekeeper'],
  },
  checks: { quantity_is_positive: 'quantity > 0', ends_differ: 'from_place <> to_place' },
  list: {
    columns: ['on', 'product', 'quantity', 'fromPlace', 'toPlace', 'unitCost', 'value', 'record'],
    sort: '-createdAt',
    tabs: { All: {}, 'This month': { on: { within: 'this-month' } } },
  },
  indexes: [
    ['product', '-id'],
    ['entity', 'record'],
  ],
})
export interface StockMove extends Row<typeof StockMove> {}
