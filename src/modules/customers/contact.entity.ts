/** The people at a customer. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { personFields, wishFields } from './person-fields.ts'

export const Contact = defineEntity('contact', {
  label: { one: 'Contact', many: 'Contacts' },
  purpose: 'The people you speak with. Each belongs to one customer.',
  begins: 'customer',
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
    role: f.choice(
      [
        { value: 'decides', label: 'Decides', tone: 'brand' },
        { value: 'influences', label: 'Influences', tone: 'blue' },
        { value: 'buys', label: 'Buys' },
        { value: 'uses', label: 'Uses' },
        { value: 'pays', label: 'Pays' },
        { value: 'assists', label: 'Assists' },
      ],
      { label: 'Role', ownChoices: 'more' },
    ),
    isPrimary: f.boolean({ label: 'Main contact' }),
    chat: f.text({ search: true, maxLength: 80, label: 'Chat name', help: 'LINE, WeChat …' }),
    ...personFields(),
    workAddress: f.address(),
    homeAddress: f.address({ seenBy: ['sales-lead', 'manager'] }),
    ...wishFields,
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
    merge: ['sales-lead', 'manager'],
  },
  duplicates: {
    name: 'person',
    customer: 'within',
    phone: 'phone',
    mobile: 'phone',
    email: 'email',
  },
  list: {
    columns: ['name', 'customer', 'jobTitle', 'phone', 'mobile', 'email', 'isPrimary'],
    sort: 'name',
  },
  form: [
    ['customer', 'name'],
    ['jobTitle', 'role', 'isPrimary'],
    ['phone', 'mobile'],
    ['email', 'chat'],
    {
      title: 'Personal',
      rows: [['sex', 'birthday', 'lunarBirthday'], 'interests', 'workAddress', 'homeAddress'],
    },
    {
      title: 'How to reach them',
      rows: [['channel', 'bestTime'], 'refuses', ['consentOn', 'consentBasis']],
    },
    'note',
  ],
  indexes: [
    ['phone', 'id'],
    ['mobile', 'id'],
    ['chat', 'id'],
  ],
})
export interface Contact extends Row<typeof Contact> {}
