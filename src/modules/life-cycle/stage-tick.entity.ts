/** That an item of a stage's checklist is done with a customer; who and when, the record tells. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { customerStages } from '#modules/customers/index.ts'

/** Kept by the item's words: a guide that is written anew does not untick what was done. */
export const StageTick = defineEntity('stage-tick', {
  label: { one: 'Checked item', many: 'Checked items' },
  purpose: 'What was done of the checklists. Items are ticked on the page of the customer.',
  title: 'item',
  icon: 'list-check',
  begins: 'customer',
  fields: {
    customer: f.ref('customer', { required: true }),
    stage: f.choice(customerStages, { required: true }),
    item: f.text({ required: true, maxLength: 200, label: 'Done' }),
  },
  access: {
    read: { manager: 'all' },
    inherit: 'customer',
    create: ['sales', 'sales-lead'],
    update: [],
    delete: ['sales', 'sales-lead'],
    export: ['sales-lead', 'manager'],
  },
  list: { columns: ['customer', 'stage', 'item', 'createdBy', 'createdAt'], sort: '-createdAt' },
  form: [['customer', 'stage'], 'item'],
  indexes: [['customer', 'stage', 'id']],
})
export interface StageTick extends Row<typeof StageTick> {}
