/** What an agent says in a call, step by step. */
import { defineEntity, defineLines, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const CallScriptStep = defineLines('call-script-step', {
  label: { one: 'Step of a script', many: 'Steps of a script' },
  fields: {
    name: f.text({ required: true, maxLength: 80, label: 'Step' }),
    say: f.longText({ required: true, maxLength: 2000, label: 'What to say' }),
    hint: f.text({ maxLength: 300, label: 'Hint', help: 'For the agent alone.' }),
  },
})

export const CallScript = defineEntity('call-script', {
  label: { one: 'Call script', many: 'Call scripts' },
  purpose: 'What agents say, step by step. It stands beside each call of the lists that use it.',
  title: 'name',
  icon: 'message',
  isSetting: true,
  fields: {
    name: f.text({ required: true, unique: true, maxLength: 120 }),
    steps: f.lines(CallScriptStep, { label: 'Steps of a script' }),
    note: f.longText(),
  },
  access: {
    read: ['everyone'],
    create: ['sales-lead', 'manager'],
    update: ['sales-lead', 'manager'],
    delete: ['sales-lead', 'manager'],
  },
  list: { columns: ['name', 'steps', 'note'], sort: 'name' },
  form: ['name', 'steps', 'note'],
})
export interface CallScript extends Row<typeof CallScript> {}
