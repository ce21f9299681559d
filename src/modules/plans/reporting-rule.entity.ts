/** Who hands in which plans and reports, and by when. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { paperKinds } from './periods.ts'

export const ReportingRule = defineEntity('reporting-rule', {
  label: { one: 'Reporting rule', many: 'Reporting rules' },
  purpose:
    'Who hands in a weekly plan or a report, and how many workdays they have for it. A draft is ' +
    'prepared for each of them; who is late is reminded, and their superior is told.',
  title: 'name',
  icon: 'clipboard-list',
  isSetting: true,
  fields: {
    name: f.text({ required: true, unique: true, maxLength: 120 }),
    kind: f.choice(paperKinds, { required: true, default: 'plan', label: 'What is handed in' }),
    people: f.filter('user', { label: 'Who hands in', help: 'Empty: from everyone.' }),
    days: f.integer({
      required: true,
      default: 0,
      min: '0',
      max: '20',
      label: 'Workdays more',
      help: 'A plan is due on the first workday of its week, a report on the last of its time.',
    }),
    active: f.boolean({ default: true }),
  },
  access: {
    read: ['everyone'],
    create: ['manager'],
    update: ['manager'],
    delete: ['manager'],
  },
  list: { columns: ['name', 'kind', 'people', 'days', 'active'], sort: 'name' },
  form: [['name', 'active'], ['kind', 'days'], 'people'],
})
export interface ReportingRule extends Row<typeof ReportingRule> {}
