/** A call 通話: who spoke with which number, how long, what came of it, and its recording. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

/** The agent's own calls; a lead those of the team, and those that reached nobody. */
export const ownCalls = {
  sales: { owner: 'me' },
  'sales-lead': { any: [{ owner: 'my-team' }, { owner: null }] },
  service: { owner: 'me' },
} as const

export const callDirections = [
  { value: 'in', label: 'Incoming', tone: 'blue' },
  { value: 'out', label: 'Outgoing', tone: 'grey' },
] as const

export const PhoneCall = defineEntity('phone-call', {
  label: { one: 'Call', many: 'Calls' },
  purpose:
    'Every call that was made from a list, or that the telephone system told of. Recordings lie ' +
    'here: heard by the agent, by those the agent reports to, and by roles that may read calls.',
  begins: 'customer',
  title: 'number',
  subtitle: ['customer', 'startedAt'],
  icon: 'history',
  managed: true,
  fields: {
    number: f.phone({ search: true, label: 'Telephone number' }),
    direction: f.choice(callDirections, {
      required: true,
      default: 'out',
      label: 'Call direction',
    }),
    owner: f.person({ label: 'Agent' }),
    startedAt: f.instant({ required: true, default: 'now', label: 'Began' }),
    endedAt: f.instant({ label: 'Ended' }),
    seconds: f.integer({ min: '0', max: '86400', label: 'Talk time in seconds' }),
    reached: f.boolean({ label: 'Somebody was reached' }),
    result: f.ref('call-result', { label: 'Call result' }),
    customer: f.ref('customer'),
    contact: f.ref('contact'),
    lead: f.ref('lead'),
    entry: f.ref('call-entry', { label: 'Entry of a call list' }),
    interaction: f.ref('interaction'),
    recording: f.file(),
    line: f.ref('phone-line', { label: 'Telephone line' }),
    callId: f.text({
      unique: true,
      maxLength: 200,
      label: 'Key of the call',
      help: 'As the telephone system names it.',
    }),
  },
  access: {
    read: { ...ownCalls, manager: 'all' },
    export: ['sales-lead', 'manager'],
  },
  list: {
    columns: ['startedAt', 'direction', 'number', 'customer', 'owner', 'seconds', 'result'],
    sort: '-startedAt',
    tabs: {
      Mine: { owner: 'me' },
      'Missed calls': { direction: 'in', reached: false, endedAt: { empty: false } },
      Recorded: { recording: { empty: false } },
      All: {},
    },
  },
  form: [
    ['number', 'direction', 'owner'],
    ['startedAt', 'endedAt', 'seconds'],
    ['customer', 'contact', 'lead'],
    ['result', 'reached', 'interaction'],
    'recording',
    ['line', 'callId', 'entry'],
  ],
  indexes: [
    ['owner', '-startedAt', '-id'],
    ['owner', 'endedAt', 'id'],
    ['number', '-startedAt', 'id'],
  ],
})
export interface PhoneCall extends Row<typeof PhoneCall> {}
