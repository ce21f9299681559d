/** Further addresses of a customer: where goods and invoices go. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const CustomerAddress = defineEntity('customer-address', {
  label: { one: 'Address', many: 'Addresses' },
  title: 'name',
  icon: 'map-pin',
  fields: {
    customer: f.ref('customer', { required: true }),
    name: f.text({ required: true, maxLength: 120, help: 'E.g. warehouse in Taichung.' }),
    kind: f.choice(['shipping', 'billing', 'other'], {
      default: 'shipping',
      required: true,
      ownChoices: 'more',
    }),
    address: f.address({ required: true }),
    contactName: f.text({ maxLength: 120 }),
    phone: f.phone(),
  },
  access: {
    read: { manager: 'all' },
    inherit: 'customer',
    create: ['sales', 'sales-lead'],
    update: ['sales', 'sales-lead'],
    delete: ['sales', 'sales-lead'],
    export: ['manager'],
    import: ['manager'],
  },
  list: { columns: ['name', 'customer', 'kind', 'contactName', 'phone'], sort: 'name' },
})
export interface CustomerAddress extends Row<typeof CustomerAddress> {}
