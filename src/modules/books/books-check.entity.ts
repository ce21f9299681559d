/** What the last check of each book found, kept until the next, so that people can act on it. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const BooksCheck = defineEntity('books-check', {
  label: { one: 'Check of the books', many: 'Checks of the books' },
  purpose: 'Each night all books are rebuilt and compared. What differs stands here.',
  title: 'name',
  icon: 'checklist',
  managed: true,
  fields: {
    key: f.text({ required: true, unique: true, maxLength: 60 }),
    name: f.text({ required: true, maxLength: 60 }),
    checkedAt: f.instant({ required: true, label: 'Checked' }),
    differences: f.integer({ required: true, default: 0 }),
    since: f.instant({ label: 'Differs since' }),
    found: f.longText({ label: 'What differs' }),
  },
  access: { read: ['finance', 'manager'] },
  list: {
    columns: ['name', 'checkedAt', 'differences', 'since'],
    sort: '-differences',
    tabs: { All: {}, Differing: { differences: { over: 0 } } },
  },
  form: [['name', 'checkedAt'], ['differences', 'since'], 'found'],
  alarm: {
    when: { differences: { over: 0 } },
    tells: 'found',
    text:
      'Figures that the program keeps differ from what the books say. The books themselves are ' +
      'unchanged. Do not rely on these figures and do not post corrections: open the entry to ' +
      'see what differs, and show it to whoever looks after the program.',
  },
})
export interface BooksCheck extends Row<typeof BooksCheck> {}
