/** When customers are called: days of the week and hours of the day. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

/** By their number, as the calendar counts them: 0 is Sunday. */
export const weekdays = [
  { value: '1', label: 'Monday' },
  { value: '2', label: 'Tuesday' },
  { value: '3', label: 'Wednesday' },
  { value: '4', label: 'Thursday' },
  { value: '5', label: 'Friday' },
  { value: '6', label: 'Saturday' },
  { value: '0', label: 'Sunday' },
] as const

const time = (label: string) => f.text({ required: true, holds: 'time', maxLength: 20, label })

export const CallingHours = defineEntity('calling-hours', {
  label: { one: 'Calling hours', many: 'Calling hours' },
  purpose:
    'Outside these hours nobody is offered to agents but who asked to be called back then. ' +
    'Holidays of the company calendar are no calling days, its make-up workdays are.',
  title: 'name',
  icon: 'calendar',
  isSetting: true,
  fields: {
    name: f.text({ required: true, unique: true, maxLength: 120 }),
    days: f.choices(weekdays, { label: 'Days of the week' }),
    begins: time('From'),
    ends: time('Until'),
  },
  access: {
    read: ['everyone'],
    create: ['sales-lead', 'manager'],
    update: ['sales-lead', 'manager'],
    delete: ['sales-lead', 'manager'],
  },
  list: { columns: ['name', 'days', 'begins', 'ends'], sort: 'name' },
  form: ['name', 'days', ['begins', 'ends']],
})
export interface CallingHours extends Row<typeof CallingHours> {}
