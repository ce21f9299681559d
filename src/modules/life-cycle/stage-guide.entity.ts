/** What is done for customers in a stage: service level, attention, and the steps to go through. */
import { defineEntity, defineLines, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { customerStages, prospectSteps } from '#modules/customers/index.ts'

export const StageGuideItem = defineLines('stage-guide-item', {
  label: { one: 'Item to check', many: 'Items to check' },
  fields: { text: f.text({ required: true, maxLength: 200, label: 'To be done' }) },
})

export const StageGuide = defineEntity('stage-guide', {
  label: { one: 'Stage guide', many: 'Stage guides' },
  purpose: 'How customers in a stage are looked after. It stands on the page of each of them.',
  title: 'name',
  icon: 'list-check',
  isSetting: true,
  fields: {
    name: f.text({ required: true, unique: true, maxLength: 120 }),
    stage: f.choice(customerStages, { required: true }),
    step: f.choice(prospectSteps, {
      label: 'Prospect step',
      when: { stage: ['prospect'] },
      help: 'Empty: for every step of the stage.',
    }),
    attention: f.choice(
      [
        { value: 'high', label: 'High', tone: 'red' },
        { value: 'normal', label: 'Normal', tone: 'blue' },
        { value: 'low', label: 'Low', tone: 'grey' },
      ],
      { required: true, default: 'normal', label: 'Attention' },
    ),
    service: f.longText({ label: 'Service level', maxLength: 1000 }),
    items: f.lines(StageGuideItem, { label: 'Checklist', mayBeNone: true }),
  },
  access: {
    read: ['everyone'],
    create: ['sales-lead', 'manager'],
    update: ['sales-lead', 'manager'],
    delete: ['sales-lead', 'manager'],
  },
  list: { columns: ['name', 'stage', 'step', 'attention', 'service'], sort: 'name' },
  form: [['name'], ['stage', 'step', 'attention'], 'service', 'items'],
})
export interface StageGuide extends Row<typeof StageGuide> {}
