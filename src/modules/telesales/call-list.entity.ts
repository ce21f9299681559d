/** A call list 電話名單: whom to call for which purpose, by whom, with which script. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

/** Who leads telesales sees the lists of the own team and those without agents yet. */
export const ledLists = {
  'sales-lead': { any: [{ owner: 'my-team' }, { members: 'my-team' }] },
  manager: 'all',
} as const

export const CallList = defineEntity('call-list', {
  label: { one: 'Call list', many: 'Call lists' },
  purpose:
    'Whom to call, with which words. Tick customers or leads in their lists to put them here, ' +
    'then deal them out to the agents.',
  title: 'name',
  subtitle: ['purpose'],
  icon: 'list-details',
  fields: {
    name: f.text({ required: true, unique: true, search: true, maxLength: 120 }),
    purpose: f.text({ maxLength: 300, label: 'What it is for' }),
    owner: f.person({ default: 'me', required: true, label: 'Led by' }),
    members: f.refs('user', { label: 'Agents' }),
    script: f.ref('call-script', { label: 'Call script' }),
    hours: f.ref('calling-hours', { label: 'Calling hours', help: 'Empty: at any time.' }),
    line: f.ref('phone-line', { label: 'Telephone line' }),
    results: f.refs('call-result', { label: 'Results to choose from', help: 'Empty: all.' }),
    mostAttempts: f.integer({
      required: true,
      default: 5,
      min: '1',
      max: '100',
      label: 'Attempts at most',
      help: 'After so many without reaching anybody the entry is done.',
    }),
    endsOn: f.date({ label: 'Ends on' }),
    note: f.longText(),
    status: f.state([
      { value: 'open', label: 'Under way', tone: 'blue' },
      { value: 'closed', label: 'Closed', tone: 'grey' },
    ]),
  },
  access: {
    read: { ...ledLists, sales: { members: 'me' }, service: { members: 'me' } },
    create: ['sales-lead', 'manager'],
    update: ledLists,
    delete: ledLists,
    export: ['manager'],
  },
  locked: { when: { status: 'closed' }, except: ['note'] },
  list: {
    columns: ['name', 'purpose', 'members', 'owner', 'endsOn', 'status'],
    sort: 'name',
    tabs: { 'Under way': { status: 'open' }, 'I call': { status: 'open', members: 'me' }, All: {} },
  },
  form: [
    ['name', 'purpose'],
    ['owner', 'members'],
    ['script', 'hours', 'line'],
    ['results', 'mostAttempts', 'endsOn'],
    'note',
  ],
})
export interface CallList extends Row<typeof CallList> {}
