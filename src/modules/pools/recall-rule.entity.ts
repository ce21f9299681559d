/** When customers are taken back into a pool: not spoken to, or without a deal, for some days. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const RecallRule = defineEntity('recall-rule', {
  label: { one: 'Recall rule', many: 'Recall rules' },
  purpose:
    'Each night customers that a rule in force fits go into its pool; owners are warned first.',
  begins: 'pool',
  title: 'name',
  icon: 'repeat',
  isSetting: true,
  fields: {
    name: f.text({ required: true, unique: true, maxLength: 120 }),
    pool: f.ref('pool', { required: true }),
    when: f.choice(
      [
        { value: 'no-contact', label: 'Not contacted for days' },
        { value: 'no-deal', label: 'No deal for days' },
      ],
      { label: 'Condition', required: true, default: 'no-contact' },
    ),
    days: f.integer({ required: true, min: '1', max: '3650', default: 60 }),
    warnDays: f.integer({
      required: true,
      min: '0',
      max: '365',
      default: 7,
      label: 'Warn days before',
    }),
    customers: f.filter('customer', { label: 'For which customers' }),
    status: f.state([
      { value: 'draft', label: 'Draft', tone: 'grey' },
      { value: 'active', label: 'In force', tone: 'green' },
      { value: 'stopped', label: 'Stopped', tone: 'red' },
    ]),
  },
  access: {
    read: ['sales', 'sales-lead', 'manager'],
    create: ['sales-lead', 'manager'],
    update: ['sales-lead', 'manager'],
    delete: ['sales-lead', 'manager'],
  },
  // What is in force was looked at before; a change is looked at anew.
  locked: { when: { status: 'active' }, except: ['name'] },
  list: { columns: ['name', 'pool', 'when', 'days', 'warnDays', 'status'], sort: 'name' },
  form: [['name', 'pool'], ['when', 'days', 'warnDays'], 'customers'],
})
export interface RecallRule extends Row<typeof RecallRule> {}
