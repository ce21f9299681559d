/** A field that a company adds to its records itself, such as the hall number of a fair. */
import { defineEntity, defineLines, type Row } from '../entity/entity.ts'
import { f } from '../field/f.ts'

/** Kinds of field that a company can add; each is checked, filtered and shown as declared ones. */
export const customKinds = [
  { value: 'text', label: 'Short text' },
  { value: 'longText', label: 'Long text' },
  { value: 'integer', label: 'Whole number' },
  { value: 'decimal', label: 'Decimal number' },
  { value: 'percent', label: 'Percent' },
  { value: 'date', label: 'Date' },
  { value: 'boolean', label: 'Yes or no' },
  { value: 'choice', label: 'One of several' },
  { value: 'choices', label: 'Several of several' },
  { value: 'tags', label: 'Tags' },
  { value: 'person', label: 'Colleague' },
  { value: 'ref', label: 'Another record' },
  { value: 'phone', label: 'Phone' },
  { value: 'email', label: 'Email' },
  { value: 'url', label: 'Web address' },
] as const

/** The registry fills in the kinds of record of the house. */
export const anyRecord: readonly string[] = []

export const CustomOption = defineLines('custom-option', {
  label: { one: 'Choice', many: 'Choices' },
  fields: {
    label: f.text({ required: true, maxLength: 80, label: 'Choice' }),
    /** What records keep; it stays when the choice is given another name. */
    value: f.derived(f.text({ maxLength: 80, label: 'Kept as' })),
  },
})

export const CustomField = defineEntity('custom-field', {
  label: { one: 'Own field', many: 'Own fields' },
  title: 'label',
  icon: 'forms',
  isSetting: true,
  fields: {
    entity: f.choice(anyRecord, { required: true, label: 'Of', optionsFrom: 'records' }),
    label: f.text({ required: true, maxLength: 60, label: 'Name of the field', search: true }),
    kind: f.choice(customKinds, { required: true, default: 'text', label: 'Kind' }),
    target: f.choice(anyRecord, {
      label: 'Which records',
      optionsFrom: 'records',
      when: { kind: ['ref'] },
    }),
    places: f.integer({
      label: 'Decimal places',
      min: '0',
      max: '6',
      when: { kind: ['decimal', 'percent'] },
    }),
    options: f.lines(CustomOption, { label: 'Choices', when: { kind: ['choice', 'choices'] } }),
    help: f.text({ maxLength: 200, help: 'Shown to whoever fills the field in.' }),
    section: f.text({ maxLength: 60, help: 'Title in the form under which the field stands.' }),
    required: f.boolean({ label: 'Must be filled in' }),
    listed: f.boolean({ label: 'Column of the list', help: 'Others choose it as a column.' }),
    /** Its name in the API, in filters and in exports; it begins with x. */
    name: f.derived(f.text({ label: 'Name in the API', maxLength: 60 })),
  },
  access: { read: [], create: [], update: [], delete: [] },
  list: {
    columns: ['entity', 'label', 'kind', 'section', 'required', 'listed', 'name'],
    sort: 'entity',
  },
  form: [
    ['entity', 'label'],
    ['kind', 'target', 'places'],
    'options',
    ['section', 'help'],
    ['required', 'listed'],
  ],
  unique: [['entity', 'name']],
})
export interface CustomField extends Row<typeof CustomField> {}
