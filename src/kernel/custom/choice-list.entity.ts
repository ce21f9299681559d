/** A list of choices as a company has it: renamed, in another order, with more or fewer of them. */
import { defineEntity, defineLines, type Row } from '../entity/entity.ts'
import { f } from '../field/f.ts'
import { anyRecord } from './custom-field.entity.ts'

export const ListedChoice = defineLines('listed-choice', {
  label: { one: 'Choice', many: 'Choices' },
  fields: {
    label: f.text({ required: true, maxLength: 80, label: 'Choice' }),
    /** What records keep; for a choice that is added its first name. */
    value: f.text({ maxLength: 80, label: 'Kept as' }),
    /** Records that have it keep it; nobody chooses it any more. */
    hidden: f.boolean({ label: 'No longer offered' }),
  },
})

export const ChoiceList = defineEntity('choice-list', {
  label: { one: 'List of choices', many: 'Lists of choices' },
  title: 'field',
  icon: 'list-details',
  isSetting: true,
  fields: {
    entity: f.choice(anyRecord, { required: true, label: 'Of', optionsFrom: 'records' }),
    field: f.text({ required: true, maxLength: 60 }),
    options: f.lines(ListedChoice, { label: 'Choices' }),
  },
  access: { read: [], create: [], update: [], delete: [] },
  list: { columns: ['entity', 'field'], sort: 'entity' },
  unique: [['entity', 'field']],
})
export interface ChoiceList extends Row<typeof ChoiceList> {}
