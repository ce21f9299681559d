/** A cadence: how often customers of a kind are spoken to, and what to do each time. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { interactionKinds } from './interaction.entity.ts'

export const Cadence = defineEntity('cadence', {
  label: { one: 'Cadence', many: 'Cadences' },
  purpose:
    'How many days may pass without a word to which customers. The strictest that fits ' +
    'a customer sets the day of the next contact where none was agreed.',
  title: 'name',
  icon: 'repeat',
  isSetting: true,
  fields: {
    name: f.text({ required: true, unique: true, maxLength: 120 }),
    customers: f.filter('customer', { label: 'For which customers' }),
    everyDays: f.integer({ required: true, min: '1', max: '3650', label: 'At most days apart' }),
    channel: f.choice(interactionKinds, { label: 'Channel' }),
    step: f.text({ maxLength: 300, label: 'What to do' }),
    active: f.boolean({ default: true }),
  },
  access: {
    read: ['everyone'],
    create: ['sales-lead', 'manager'],
    update: ['sales-lead', 'manager'],
    delete: ['sales-lead', 'manager'],
  },
  list: {
    columns: ['name', 'customers', 'everyDays', 'channel', 'step', 'active'],
    sort: 'everyDays',
  },
  form: [['name', 'everyDays'], 'customers', ['channel', 'step'], 'active'],
})
export interface Cadence extends Row<typeof Cadence> {}
