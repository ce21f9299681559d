/** A result code: what may come of a call, and what follows of it. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { interactionResults } from '#modules/contacts/index.ts'

export const CallResult = defineEntity('call-result', {
  label: { one: 'Call result', many: 'Call results' },
  purpose: 'What agents choose after a call: whether somebody was reached, and what follows.',
  title: 'name',
  icon: 'list-check',
  isSetting: true,
  fields: {
    name: f.text({ required: true, unique: true, maxLength: 60 }),
    order: f.integer({
      label: 'Position in the list',
      required: true,
      default: 10,
      min: '0',
      max: '1000',
    }),
    reached: f.boolean({ label: 'Somebody was reached', default: true }),
    outcome: f.choice(interactionResults, {
      label: 'In the contact record',
      help: 'What the contact record names as its result.',
    }),
    nextStep: f.text({ maxLength: 300 }),
    wantsCallback: f.boolean({ label: 'Asks when to call back' }),
    closes: f.boolean({ label: 'Nothing more to call for' }),
    againAfterHours: f.integer({
      min: '1',
      max: '8760',
      label: 'Try again after hours',
      help: 'Where it neither closes the entry nor asks when to call back. Empty: 4.',
    }),
    optsOut: f.boolean({
      label: 'Wants no more calls',
      help: 'From then on nobody is offered this customer or lead to call.',
    }),
    active: f.boolean({ default: true }),
  },
  access: {
    read: ['everyone'],
    create: ['sales-lead', 'manager'],
    update: ['sales-lead', 'manager'],
    delete: ['sales-lead', 'manager'],
  },
  list: {
    columns: ['order', 'name', 'reached', 'outcome', 'wantsCallback', 'closes', 'active'],
    sort: 'order',
  },
  form: [
    ['name', 'order', 'active'],
    ['reached', 'outcome'],
    'nextStep',
    ['wantsCallback', 'closes'],
    ['againAfterHours', 'optsOut'],
  ],
})
export interface CallResult extends Row<typeof CallResult> {}
