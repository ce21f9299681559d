/** What a customer owes in all, and how much of the credit is used: kept with the books. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const CustomerAccount = defineEntity('customer-account', {
  label: { one: 'Customer account', many: 'Customer accounts' },
  purpose: 'What each customer owes in all, and how much of it is ordered but not invoiced.',
  begins: 'invoice',
  title: 'customer',
  icon: 'wallet',
  managed: true,
  fields: {
    customer: f.ref('customer', { required: true, unique: true, search: true }),
    invoiced: f.money({ required: true }),
    received: f.money({ required: true }),
    open: f.money({ required: true, label: 'Outstanding' }),
    advance: f.money({ required: true }),
    held: f.money({ required: true, label: 'Ordered, not invoiced' }),
  },
  access: {
    read: { finance: 'all', manager: 'all' },
    inherit: 'customer',
    export: ['finance', 'manager'],
  },
  list: {
    columns: ['customer', 'invoiced', 'received', 'open', 'advance', 'held'],
    sort: '-open',
    totals: ['open', 'advance'],
  },
})
export interface CustomerAccount extends Row<typeof CustomerAccount> {}
