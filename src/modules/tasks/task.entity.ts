/** A task 任務: what somebody is to do on a day, perhaps at a time, perhaps about a record. */
import { anyRecord } from '#kernel/custom/custom-field.entity.ts'
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { repeats } from './repeat.ts'

/** Whose it is, who made it, and those above either. */
export const theirTasks = {
  everyone: { any: [{ owner: 'my-team' }, { createdBy: 'my-team' }] },
} as const

/** Minutes before the time; of a task for the whole day before nine in the morning. */
const reminders = [
  { value: '0', label: 'At the time' },
  { value: '15', label: '15 minutes before' },
  { value: '60', label: 'An hour before' },
  { value: '1440', label: 'A day before' },
  { value: '4320', label: '3 days before' },
  { value: '10080', label: 'A week before' },
] as const

const repeating = ['daily', 'weekly', 'monthly', 'yearly']

export const Task = defineEntity('task', {
  label: { one: 'Task', many: 'Tasks' },
  purpose: 'What is to be done, by whom and when. A task may be about any record.',
  title: 'title',
  icon: 'checklist',
  onAnyRecord: { listed: { status: 'open' } },
  fields: {
    title: f.text({ required: true, search: true, maxLength: 300, label: 'Task to do' }),
    kind: f.choice(
      [
        { value: 'task', label: 'Task', tone: 'grey' },
        { value: 'call-back', label: 'Call back', tone: 'ochre' },
        { value: 'visit', label: 'Visit', tone: 'green' },
        { value: 'care', label: 'Customer care', tone: 'red' },
        { value: 'meeting', label: 'Meeting', tone: 'blue' },
      ],
      { required: true, default: 'task', ownChoices: 'more' },
    ),
    status: f.state([
      { value: 'open', label: 'To do', tone: 'blue' },
      { value: 'done', label: 'Done', tone: 'green' },
      { value: 'dropped', label: 'Dropped', tone: 'grey' },
    ]),
    priority: f.choice(
      [
        { value: 'high', label: 'High', tone: 'red' },
        { value: 'normal', label: 'Normal', tone: 'grey' },
        { value: 'low', label: 'Low', tone: 'grey' },
      ],
      { required: true, default: 'normal' },
    ),
    dueOn: f.date({ required: true, default: 'today' }),
    time: f.text({
      holds: 'time',
      maxLength: 20,
      label: 'Begins at',
      help: 'E.g. 14:30. Empty: any time of the day.',
    }),
    minutes: f.integer({ min: '1', max: '20160' }),
    owner: f.person({ required: true, default: 'me', label: 'Assigned to' }),
    entity: f.choice(anyRecord, { optionsFrom: 'records', label: 'Belongs to' }),
    record: f.record({ required: false }),
    remindBefore: f.choice(reminders, { label: 'Remind' }),
    repeat: f.choice(repeats, { required: true, default: 'none' }),
    lunar: f.boolean({ label: 'By the lunar calendar', when: { repeat: ['monthly', 'yearly'] } }),
    workdaysOnly: f.boolean({ label: 'On workdays only', when: { repeat: repeating } }),
    repeatUntil: f.date({ when: { repeat: repeating }, help: 'Empty: without end.' }),
    note: f.longText(),
    result: f.derived(f.longText()),
    endedAt: f.derived(f.instant()),
    /** The day from which the repetition counts, so that the 31st comes back after February. */
    repeatFrom: f.derived(f.date({ label: 'Repeats from' })),
    remindAt: f.derived(f.instant({ label: 'Reminder at' })),
    remindedAt: f.derived(f.instant()),
    /** What made it, so that it is made once: a repetition, a birthday, a line of a calendar. */
    origin: f.derived(f.text({ maxLength: 400 })),
  },
  access: {
    read: { ...theirTasks, manager: 'all' },
    create: ['everyone'],
    update: theirTasks,
    delete: theirTasks,
    export: ['sales-lead', 'manager'],
    import: ['sales-lead', 'manager'],
  },
  locked: { when: { status: ['done', 'dropped'] } },
  steps: ['open', 'done'],
  hours: { day: 'dueOn', time: 'time', minutes: 'minutes', person: 'owner' },
  timeline: { at: 'endedAt', text: 'title', kind: 'status', by: 'owner' },
  list: {
    columns: ['title', 'record', 'kind', 'dueOn', 'time', 'status', 'priority', 'owner'],
    sort: 'dueOn',
    tabs: {
      Today: { owner: 'me', status: 'open', dueOn: { within: 'until-today' } },
      Mine: { owner: 'me', status: 'open' },
      'My team': { owner: 'my-team', status: 'open' },
      Overdue: { status: 'open', dueOn: { within: 'over-0-days-ago' } },
      All: {},
    },
  },
  form: [
    'title',
    ['dueOn', 'time', 'minutes'],
    ['kind', 'priority', 'owner'],
    ['entity', 'record'],
    ['remindBefore', 'repeat', 'repeatUntil'],
    ['lunar', 'workdaysOnly'],
    'note',
    ['result', 'endedAt'],
  ],
  unique: [['origin']],
  indexes: [
    ['owner', 'status', 'dueOn', 'id'],
    ['entity', 'record', '-endedAt', 'id'],
    ['dueOn', 'id'],
    ['status', 'remindAt'],
  ],
})
export interface Task extends Row<typeof Task> {}
