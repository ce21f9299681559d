/** A contact record 聯繫記錄: who spoke with whom, how, with which outcome, and what is next. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

/** The ways in which one speaks with a customer. */
export const interactionKinds = [
  { value: 'call', label: 'Telephone' },
  { value: 'visit', label: 'Visit' },
  { value: 'chat', label: 'Chat' },
  { value: 'mail', label: 'E-mail' },
  { value: 'message', label: 'Text message' },
  { value: 'fax', label: 'Fax' },
  { value: 'other', label: 'Other' },
] as const

export const interactionResults = [
  { value: 'interested', label: 'Shows interest', tone: 'green' },
  { value: 'agreed', label: 'Agreed', tone: 'green' },
  { value: 'informed', label: 'Informed', tone: 'blue' },
  { value: 'call-back', label: 'Call back', tone: 'ochre' },
  { value: 'not-reached', label: 'Not reached', tone: 'grey' },
  { value: 'refused', label: 'Not interested', tone: 'red' },
] as const

const writers = ['sales', 'sales-lead', 'manager', 'service', 'marketer']

/** Their own; a lead those of the team. */
export const ownInteractions = {
  sales: { owner: 'me' },
  'sales-lead': { owner: 'my-team' },
  service: { owner: 'me' },
  marketer: { owner: 'me' },
} as const

export const Interaction = defineEntity('interaction', {
  label: { one: 'Contact record', many: 'Contact records' },
  purpose:
    'Each call, visit or chat with a customer: what came of it, and when to speak again. ' +
    'The list of whom to contact today is made of them.',
  begins: 'customer',
  title: 'summary',
  subtitle: ['customer', 'kind', 'happenedAt'],
  icon: 'notebook',
  fields: {
    customer: f.ref('customer', { search: true }),
    contact: f.ref('contact'),
    // Whoever is no customer yet is spoken with all the same.
    lead: f.ref('lead', { search: true }),
    kind: f.choice(interactionKinds, {
      label: 'Way',
      required: true,
      default: 'call',
      ownChoices: 'named',
    }),
    direction: f.choice(
      [
        { value: 'out', label: 'We to them' },
        { value: 'in', label: 'They to us' },
      ],
      { required: true, default: 'out' },
    ),
    happenedAt: f.instant({ required: true, default: 'now', label: 'When' }),
    minutes: f.integer({ min: '0', max: '1440' }),
    result: f.choice(interactionResults, { ownChoices: 'more' }),
    summary: f.longText({ required: true, search: true, maxLength: 5000 }),
    nextStep: f.text({ maxLength: 300 }),
    nextOn: f.date({ label: 'Speak again on' }),
    owner: f.person({ default: 'me', required: true, label: 'Who spoke' }),
    recording: f.file({
      seenBy: ['sales', 'sales-lead', 'manager', 'service'],
      help: 'Who may listen is set by role.',
    }),
    paper: f.file({
      label: 'Fax or letter',
      when: { kind: ['fax', 'other'] },
      help: 'Whatever came or went on paper.',
    }),
    reviewedAt: f.derived(f.instant({ label: 'Reviewed' })),
    reviewedBy: f.derived(f.person({ label: 'Reviewed by' })),
  },
  access: {
    read: { ...ownInteractions, manager: 'all' },
    inherit: 'customer',
    create: writers,
    update: ownInteractions,
    delete: { 'sales-lead': { owner: 'my-team' } },
    export: ['sales-lead', 'manager'],
    import: ['sales-lead', 'manager'],
  },
  timeline: { at: 'happenedAt', text: 'summary', kind: 'kind', by: 'owner' },
  list: {
    columns: ['happenedAt', 'customer', 'kind', 'result', 'summary', 'nextOn', 'owner'],
    sort: '-happenedAt',
    tabs: {
      Mine: { owner: 'me' },
      'To review': { owner: 'my-team', reviewedAt: { empty: true } },
      All: {},
    },
  },
  form: [
    ['customer', 'contact', 'lead'],
    ['kind', 'direction', 'happenedAt'],
    'summary',
    ['result', 'minutes', 'owner'],
    ['nextOn', 'nextStep'],
    'recording',
    'paper',
  ],
  indexes: [
    ['customer', '-happenedAt', 'id'],
    ['lead', '-happenedAt', 'id'],
    ['owner', '-happenedAt', '-id'],
  ],
})
export interface Interaction extends Row<typeof Interaction> {}
