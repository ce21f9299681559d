/** That a customer came into another stage: when, by which rule or person, and on which facts. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { customerStages } from '#modules/customers/index.ts'

export const StageChange = defineEntity('stage-change', {
  label: { one: 'Stage change', many: 'Stage changes' },
  purpose: 'Each change of a customer’s stage, and why. Rules and people bring them about.',
  title: 'reason',
  icon: 'arrows-exchange',
  managed: true,
  fields: {
    customer: f.ref('customer', { required: true, search: true }),
    from: f.choice(customerStages, { label: 'From stage' }),
    stage: f.choice(customerStages, { required: true, label: 'Into stage' }),
    at: f.instant({ required: true, default: 'now', label: 'When' }),
    rule: f.ref('stage-rule', { related: false }),
    reason: f.text({ maxLength: 300 }),
    daysBefore: f.integer({ label: 'Days in the stage before' }),
    by: f.person({ label: 'By' }),
  },
  access: {
    read: { sales: { by: 'me' }, manager: 'all', 'sales-lead': { by: 'my-team' } },
    inherit: 'customer',
    create: [],
    update: [],
    delete: [],
    export: ['sales-lead', 'manager'],
  },
  timeline: { at: 'at', text: 'reason', kind: 'stage', by: 'by' },
  list: {
    columns: ['at', 'customer', 'from', 'stage', 'daysBefore', 'reason', 'rule', 'by'],
    sort: '-at',
  },
  form: [['customer'], ['from', 'stage', 'at'], ['rule', 'by', 'daysBefore'], 'reason'],
  indexes: [
    ['customer', '-at', 'id'],
    ['-at', '-id'],
  ],
})
export interface StageChange extends Row<typeof StageChange> {}
