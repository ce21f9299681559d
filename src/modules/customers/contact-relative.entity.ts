/** Family of a contact: whom one asks after, and whose birthday one remembers. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { carers } from './person-fields.ts'

export const ContactRelative = defineEntity('contact-relative', {
  label: { one: 'Family member', many: 'Family' },
  title: 'name',
  subtitle: ['relation', 'contact'],
  icon: 'users',
  fields: {
    contact: f.ref('contact', { required: true, part: true }),
    name: f.text({ required: true, maxLength: 120 }),
    relation: f.choice(
      [
        { value: 'spouse', label: 'Husband or wife' },
        { value: 'child', label: 'Child' },
        { value: 'parent', label: 'Parent' },
        { value: 'sibling', label: 'Brother or sister' },
        { value: 'other', label: 'Other' },
      ],
      { required: true, default: 'other', ownChoices: 'more' },
    ),
    birthday: f.date({ seenBy: carers }),
    lunarBirthday: f.boolean({ seenBy: carers, label: 'Celebrates by the lunar calendar' }),
    note: f.text({ maxLength: 300 }),
  },
  access: {
    read: { manager: 'all' },
    inherit: 'contact',
    create: ['sales', 'sales-lead'],
    update: ['sales', 'sales-lead'],
    delete: ['sales', 'sales-lead'],
  },
  list: { columns: ['name', 'relation', 'birthday', 'contact'], sort: 'name' },
  form: [['contact', 'name', 'relation'], ['birthday', 'lunarBirthday'], 'note'],
})
export interface ContactRelative extends Row<typeof ContactRelative> {}
