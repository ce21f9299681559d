/** The ends of every stock movement: a warehouse, or the outside world. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const outside = [
  'supplier',
  'customer',
  'transit',
  'loss',
  'use',
  'opening',
  'loan',
] as const
export type Outside = (typeof outside)[number]

export const StockPlace = defineEntity('stock-place', {
  label: { one: 'Stock place', many: 'Stock places' },
  title: 'name',
  icon: 'map-pin',
  managed: true,
  fields: {
    kind: f.choice(['warehouse', ...outside], { required: true }),
    name: f.text({ required: true }),
    warehouse: f.ref('warehouse', { unique: true, related: false, part: true }),
  },
  access: { read: ['everyone'] },
  list: { columns: ['name', 'kind'], sort: 'name' },
})
export interface StockPlace extends Row<typeof StockPlace> {}
