/** A price agreed with one customer alone: it holds before the price list, and without discount. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

/** Those who sell see what is agreed with their customers; those above them agree it. */
const agreers = ['sales-lead', 'manager']

export const CustomerPrice = defineEntity('customer-price', {
  label: { one: 'Customer price', many: 'Customer prices' },
  purpose: 'What one customer alone pays for a product, in which quantity and on which days.',
  title: 'product',
  subtitle: ['customer', 'price'],
  icon: 'tag',
  fields: {
    customer: f.ref('customer', {
      required: true,
      search: true,
      fills: { currency: 'currency' },
    }),
    product: f.ref('product', { required: true, search: true }),
    currency: f.currency({ default: 'base', required: true }),
    price: f.money({
      currency: 'currency',
      places: 6,
      min: '0',
      required: true,
      help: "Without tax. The customer's discount does not come on top.",
    }),
    fromQuantity: f.decimal({ default: '1', min: '0', required: true }),
    validFrom: f.date(),
    validUntil: f.date(),
    note: f.longText(),
  },
  access: {
    // Whoever sees the customer sees it, and nobody else.
    read: [],
    inherit: 'customer',
    create: agreers,
    update: agreers,
    delete: agreers,
    export: agreers,
    import: agreers,
  },
  list: {
    columns: [
      'customer',
      'product',
      'currency',
      'fromQuantity',
      'price',
      'validFrom',
      'validUntil',
    ],
    sort: '-createdAt',
  },
  form: [
    ['customer', 'product'],
    ['currency', 'price', 'fromQuantity'],
    ['validFrom', 'validUntil'],
    'note',
  ],
  checks: { days_reversed: 'valid_from <= valid_until' },
})
export interface CustomerPrice extends Row<typeof CustomerPrice> {}
