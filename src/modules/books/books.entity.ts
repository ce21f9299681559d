/** The books of the company, one record: until which day they are closed. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const Books = defineEntity('books', {
  label: { one: 'Books', many: 'Books' },
  purpose: 'The day up to which your books are closed.',
  title: 'name',
  icon: 'lock',
  managed: true,
  single: true,
  fields: {
    name: f.text({ required: true, unique: true, maxLength: 60 }),
    closedUntil: f.date({
      label: 'Books closed until',
      help: 'Nothing is posted on this day or before it. Empty: all days are open.',
    }),
  },
  access: { read: ['finance', 'manager'] },
  list: { columns: ['name', 'closedUntil', 'updatedAt', 'updatedBy'], sort: 'name' },
  form: [['name', 'closedUntil']],
})
export interface Books extends Row<typeof Books> {}
