/** A declared field that a company will not do without: no new record leaves it empty. */
import { defineEntity, type Row } from '../entity/entity.ts'
import { f } from '../field/f.ts'
import { anyRecord } from './custom-field.entity.ts'

export const RequiredField = defineEntity('required-field', {
  label: { one: 'Required field', many: 'Required fields' },
  title: 'field',
  icon: 'forms',
  isSetting: true,
  fields: {
    entity: f.choice(anyRecord, { required: true, label: 'Of', optionsFrom: 'records' }),
    field: f.text({ required: true, maxLength: 60 }),
    required: f.boolean({ default: true, label: 'Must be filled in' }),
  },
  access: { read: [], create: [], update: [], delete: [] },
  list: { columns: ['entity', 'field', 'required'], sort: 'entity' },
  unique: [['entity', 'field']],
})
export interface RequiredField extends Row<typeof RequiredField> {}
