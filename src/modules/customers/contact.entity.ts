/** The people at a customer. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const Contact = defineEntity('contact', {
  label: { one: 'Contact', many: 'Contacts' },
  title: 'name',
  subtitle: ['customer', 'jobTitle'],
  icon: 'address-book',
  fields: {
    customer: f.ref('customer', { required: true, search: true }),
    name: f.text({
      required: true,
      search: true,
      maxLength: 120,
      alias: ['Contact name', '联系人', '聯絡人'],
    }),
    jobTitle: f.text({ maxLength: 120, alias: ['Contact title'] }),
    phone: f.phone({ search: true }),
    mobile: f.phone({ search: true }),
    email: f.email({ search: true }),
    isPrimary: f.boolean({ label: 'Main contact' }),
    note: f.longText(),
  },
  access: {
    read: { manager: 'all' },
    inherit: 'customer',
    create: ['sales', 'sales-lead'],
    update: ['sales', 'sales-lead'],
    delete: ['sales', 'sales-lead'],
    export: ['sales-lead', 'manager'],
    import: ['sales-lead', 'manager'],
  },
  list: {
    columns: ['name', 'customer', 'jobTitle', 'phone', 'mobile', 'email', 'isPrimary'],
    sort: 'name',
  },
  form: [['customer', 'name'], ['jobTitle', 'isPrimary'], ['phone', 'mobile'], 'email', 'note'],
})
export interface Contact extends Row<typeof Contact> {}
