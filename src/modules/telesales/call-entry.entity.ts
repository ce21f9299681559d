/** An entry of a call list: a customer or a lead, who calls it, how often, and what came of it. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

/** The agent's own; who leads sees those of the team, and those that are not dealt out yet. */
export const ownEntries = {
  sales: { owner: 'me' },
  'sales-lead': { any: [{ owner: 'my-team' }, { owner: null }] },
  service: { owner: 'me' },
} as const

export const entryLeads = { 'sales-lead': ownEntries['sales-lead'], manager: 'all' } as const

export const openStates = ['waiting', 'later'] as const

export const CallEntry = defineEntity('call-entry', {
  label: { one: 'Entry of a call list', many: 'Entries of call lists' },
  purpose: 'Whom to call next. Entries come from the lists of customers and leads, or from a file.',
  begins: 'call-list',
  title: 'name',
  subtitle: ['list', 'owner'],
  icon: 'list-check',
  fields: {
    list: f.ref('call-list', { required: true, label: 'Call list', pick: { status: 'open' } }),
    customer: f.ref('customer'),
    lead: f.ref('lead'),
    name: f.derived(f.text({ search: true, maxLength: 200 })),
    owner: f.person({ label: 'Agent' }),
    note: f.text({ maxLength: 300 }),
    attempts: f.derived(f.integer({ required: true, default: 0, label: 'Attempts' })),
    lastResult: f.derived(f.ref('call-result', { label: 'Last result' })),
    lastCalledAt: f.derived(f.instant({ label: 'Last called' })),
    nextCallAt: f.derived(f.instant({ label: 'Next call' })),
    skipReason: f.derived(f.text({ maxLength: 300, label: 'Why skipped' })),
    order: f.derived(f.ref('order', { label: 'Order that came of it' })),
    opportunity: f.derived(f.ref('opportunity', { label: 'Opportunity that came of it' })),
    wonAt: f.derived(f.instant({ label: 'Led to a deal' })),
    /** Lets the agent see a customer or lead of somebody else, until it is taken back. */
    share: f.derived(f.rowId({ related: false })),
    status: f.state([
      { value: 'waiting', label: 'To be called', tone: 'blue' },
      { value: 'later', label: 'Call again later', tone: 'ochre' },
      { value: 'done', label: 'Called', tone: 'green' },
      { value: 'skipped', label: 'Skipped', tone: 'grey' },
    ]),
  },
  access: {
    read: { ...ownEntries, manager: 'all' },
    create: ['sales-lead', 'manager'],
    update: entryLeads,
    delete: entryLeads,
    export: ['sales-lead', 'manager'],
    import: ['sales-lead', 'manager'],
  },
  locked: { when: { status: ['done', 'skipped'] }, except: ['note'] },
  steps: ['waiting', 'later', 'done'],
  unique: [
    ['list', 'customer'],
    ['list', 'lead'],
  ],
  list: {
    columns: ['name', 'list', 'owner', 'attempts', 'lastResult', 'nextCallAt', 'status'],
    sort: 'createdAt',
    tabs: {
      'To be called': { status: [...openStates] },
      Mine: { status: [...openStates], owner: 'me' },
      'Callbacks due': { status: 'later', nextCallAt: { within: 'until-today' } },
      'Not dealt out': { status: [...openStates], owner: null },
      'Led to a deal': { wonAt: { empty: false } },
      All: {},
    },
  },
  form: [
    ['list', 'owner'],
    ['customer', 'lead'],
    'note',
    {
      title: 'Calls',
      rows: [
        ['attempts', 'lastResult', 'lastCalledAt'],
        ['nextCallAt', 'skipReason'],
        ['order', 'opportunity', 'wonAt'],
      ],
    },
  ],
  indexes: [
    ['owner', 'status', 'createdAt', 'id'],
    ['owner', 'status', 'nextCallAt', 'id'],
    ['list', 'status', 'createdAt', 'id'],
    ['customer', 'status', 'id'],
    ['lead', 'status', 'id'],
  ],
})
export interface CallEntry extends Row<typeof CallEntry> {}
