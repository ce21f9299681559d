/** When customers change their stage of the life cycle by themselves, such as becoming dormant. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { customerStages } from '#modules/customers/index.ts'

export const StageRule = defineEntity('stage-rule', {
  label: { one: 'Stage rule', many: 'Stage rules' },
  purpose:
    'Each night customers that a rule in force fits come into its stage, with the reason. ' +
    'The first rule that fits a customer decides.',
  title: 'name',
  icon: 'arrows-exchange',
  isSetting: true,
  fields: {
    name: f.text({ required: true, unique: true, maxLength: 120 }),
    order: f.integer({ required: true, min: '1', max: '999', default: 10, label: 'Place' }),
    from: f.choices(customerStages, { label: 'From stages', help: 'Empty: from every other.' }),
    customers: f.filter('customer', { label: 'For which customers' }),
    stage: f.choice(customerStages, { required: true, label: 'Into stage' }),
    status: f.state([
      { value: 'draft', label: 'Draft', tone: 'grey' },
      { value: 'active', label: 'In force', tone: 'green' },
      { value: 'stopped', label: 'Stopped', tone: 'red' },
    ]),
  },
  access: {
    read: ['sales', 'sales-lead', 'manager'],
    create: ['manager'],
    update: ['manager'],
    delete: ['manager'],
  },
  // What is in force was looked at before; a change is looked at anew.
  locked: { when: { status: 'active' }, except: ['name'] },
  list: { columns: ['order', 'name', 'from', 'customers', 'stage', 'status'], sort: 'order' },
  form: [['name', 'order'], ['from', 'stage'], 'customers'],
})
export interface StageRule extends Row<typeof StageRule> {}
