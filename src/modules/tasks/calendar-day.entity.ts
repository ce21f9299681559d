/** A weekday on which the company does not work, or a weekend day on which it does. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const CalendarDay = defineEntity('calendar-day', {
  label: { one: 'Calendar day', many: 'Company calendar' },
  purpose:
    'Holidays, and weekend days that are worked in their place. Tasks that wait for a workday go ' +
    'by it. A list of the whole year can be imported.',
  title: 'name',
  subtitle: ['day', 'kind'],
  icon: 'calendar',
  isSetting: true,
  fields: {
    day: f.date({ required: true, unique: true, alias: ['日期', '西元日期'] }),
    kind: f.choice(
      [
        { value: 'holiday', label: 'Holiday', tone: 'red' },
        { value: 'workday', label: 'Make-up workday', tone: 'blue' },
      ],
      { required: true, default: 'holiday' },
    ),
    name: f.text({ required: true, maxLength: 120 }),
  },
  access: {
    read: ['everyone'],
    create: ['manager'],
    update: ['manager'],
    delete: ['manager'],
    export: ['manager'],
    import: ['manager'],
  },
  list: { columns: ['day', 'kind', 'name'], sort: 'day' },
  form: [['day', 'kind'], 'name'],
})
export interface CalendarDay extends Row<typeof CalendarDay> {}
