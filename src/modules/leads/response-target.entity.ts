/** A response target 回應時限: within how many hours somebody answers a new lead. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { leadSources } from './lead.entity.ts'

const keepers = ['sales-lead', 'manager', 'marketer']

export const ResponseTarget = defineEntity('response-target', {
  label: { one: 'Response target', many: 'Response targets' },
  purpose:
    'How soon a new lead gets an answer, by where it comes from. Whoever is late is told, and ' +
    'their superior with them.',
  title: 'name',
  icon: 'clock',
  isSetting: true,
  fields: {
    name: f.text({ required: true, unique: true, maxLength: 120 }),
    source: f.choice(leadSources, { help: 'Empty: all other sources.', ownChoices: 'more' }),
    hours: f.integer({
      required: true,
      default: 24,
      min: '1',
      max: '720',
      label: 'Answered within hours',
      help: 'Where nobody works that day, on the next workday.',
    }),
    active: f.boolean({ default: true }),
  },
  access: { read: ['everyone'], create: keepers, update: keepers, delete: keepers },
  list: { columns: ['name', 'source', 'hours', 'active'], sort: 'name' },
  form: [
    ['name', 'active'],
    ['source', 'hours'],
  ],
})
export interface ResponseTarget extends Row<typeof ResponseTarget> {}
