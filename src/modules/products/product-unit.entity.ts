/** A further unit of a product, such as the box of twelve, with its own bar code. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { masters } from './product.entity.ts'

export const ProductUnit = defineEntity('product-unit', {
  label: { one: 'Packing unit', many: 'Packing units' },
  title: 'unit',
  subtitle: ['product'],
  icon: 'box-multiple',
  fields: {
    product: f.ref('product', { required: true }),
    unit: f.ref('unit', { required: true }),
    factor: f.decimal({
      required: true,
      min: '0.000001',
      label: 'Contains',
      help: "How many of the product's own unit are in one.",
    }),
    barcode: f.text({ unique: true, search: true, maxLength: 60, label: 'Bar code' }),
  },
  access: {
    read: ['everyone'],
    create: masters,
    update: masters,
    delete: masters,
    export: masters,
    import: masters,
  },
  unique: [['product', 'unit']],
  list: { columns: ['product', 'unit', 'factor', 'barcode'], sort: '-createdAt' },
})
export interface ProductUnit extends Row<typeof ProductUnit> {}
