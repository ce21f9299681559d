/** A lead 線索: somebody who may become a customer, where they come from and what they need. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { wishFields } from '#modules/customers/index.ts'
import { leadFacts } from './lead-facts.ts'

/** Their own; a lead those of the team, and those that are nobody's yet. */
export const ownLeads = {
  sales: { owner: 'me' },
  'sales-lead': { any: [{ owner: 'my-team' }, { owner: null }] },
} as const

const gatherers = ['sales', 'sales-lead', 'manager', 'marketer']

export const leadSources = [
  { value: 'website', label: 'Website form' },
  { value: 'referral', label: 'Referral' },
  { value: 'fair', label: 'Trade fair' },
  { value: 'card', label: 'Business card' },
  { value: 'advert', label: 'Advertisement' },
  { value: 'call-in', label: 'They called us' },
  { value: 'search', label: 'Own search' },
  { value: 'list', label: 'Bought or public list' },
] as const

export const discardReasons = [
  { value: 'unreachable', label: 'Not to be reached' },
  { value: 'no-need', label: 'No need' },
  { value: 'too-small', label: 'Too small' },
  { value: 'competitor', label: 'Works with a competitor' },
  { value: 'double', label: 'Known already' },
  { value: 'wrong', label: 'Wrong details' },
] as const

export const Lead = defineEntity('lead', {
  label: { one: 'Lead', many: 'Leads' },
  purpose:
    'Whoever may become a customer: from a form, a card, a list or a call. Qualify those worth ' +
    'following, and convert them without typing anything twice.',
  title: 'name',
  subtitle: ['number', 'person', 'phone'],
  icon: 'user-search',
  fields: {
    number: f.serial('L-{year}-{0000}', { gaps: true }),
    name: f.text({
      required: true,
      search: true,
      maxLength: 200,
      label: 'Company or person',
      alias: ['Company', 'Company name', 'Name', '公司名稱'],
    }),
    kind: f.choice(['company', { value: 'person', label: 'Individual' }], {
      default: 'company',
      required: true,
    }),
    person: f.text({
      search: true,
      maxLength: 120,
      label: 'Person to speak with',
      alias: ['Contact name', '聯絡人'],
      when: { kind: ['company'] },
    }),
    jobTitle: f.text({ maxLength: 120, when: { kind: ['company'] } }),
    phone: f.phone({ search: true, alias: ['Telephone', 'Mobile', '電話'] }),
    email: f.email({ search: true }),
    website: f.url(),
    address: f.address(),
    industry: f.text({ maxLength: 60 }),
    owner: f.person({ default: 'me', label: 'Salesperson', alias: ['Owner', '業務'] }),
    source: f.choice(leadSources, { required: true, default: 'call-in', ownChoices: 'more' }),
    medium: f.text({ maxLength: 120, help: 'E.g. the paper, the site or the stand.' }),
    campaign: f.text({ maxLength: 120, search: true }),
    need: f.longText({ search: true, label: 'What they need' }),
    estimate: f.money({ min: '0', places: 2, label: 'Estimated amount' }),
    wantedOn: f.date({ label: 'Needed by' }),
    ...wishFields,
    ...leadFacts,
    discardReason: f.derived(f.choice(discardReasons, { ownChoices: 'more' })),
    endedAt: f.derived(f.instant({ label: 'Decided' })),
    customer: f.derived(f.ref('customer')),
    contact: f.derived(f.ref('contact')),
    opportunity: f.derived(f.ref('opportunity')),
    note: f.longText(),
    status: f.state([
      { value: 'new', label: 'Just in', tone: 'blue' },
      { value: 'qualified', label: 'Qualified', tone: 'ochre' },
      { value: 'converted', label: 'Converted', tone: 'green' },
      { value: 'discarded', label: 'Discarded', tone: 'grey' },
    ]),
  },
  access: {
    read: { ...ownLeads, manager: 'all', marketer: 'all' },
    create: gatherers,
    update: { ...ownLeads, marketer: 'all' },
    delete: { 'sales-lead': ownLeads['sales-lead'], manager: 'all' },
    export: ['sales-lead', 'manager', 'marketer'],
    import: ['sales-lead', 'manager', 'marketer'],
    merge: { 'sales-lead': ownLeads['sales-lead'], manager: 'all' },
  },
  duplicates: { name: 'name', phone: 'phone', email: 'email', website: 'web' },
  locked: { when: { status: ['converted', 'discarded'] }, except: ['note'] },
  steps: ['new', 'qualified', 'converted'],
  list: {
    columns: ['number', 'name', 'person', 'phone', 'source', 'score', 'owner', 'status'],
    sort: '-score',
    tabs: {
      'To work on': { status: ['new', 'qualified'] },
      Mine: { status: ['new', 'qualified'], owner: 'me' },
      "Nobody's": { status: ['new', 'qualified'], owner: null },
      'Waiting too long': {
        status: ['new', 'qualified'],
        answeredAt: { empty: true },
        escalatedAt: { empty: false },
      },
      Converted: { status: 'converted' },
      Discarded: { status: 'discarded' },
      All: {},
    },
  },
  form: [
    ['name', 'kind'],
    ['person', 'jobTitle'],
    ['phone', 'email', 'website'],
    ['industry', 'owner'],
    ['source', 'medium', 'campaign'],
    'address',
    'need',
    ['estimate', 'wantedOn'],
    {
      title: 'How to reach them',
      rows: [['channel', 'bestTime'], 'refuses', ['consentOn', 'consentBasis']],
    },
    { title: 'Score', rows: ['score', 'scoreReasons'] },
    { title: 'Response', rows: [['respondBy', 'answeredAt', 'escalatedAt']] },
    {
      title: 'Outcome',
      rows: [
        ['customer', 'contact', 'opportunity'],
        ['discardReason', 'endedAt'],
      ],
    },
    'note',
  ],
  indexes: [
    ['owner', '-score', 'id'],
    ['status', '-score', 'id'],
    ['phone', 'id'],
    // Whoever waits too long is looked for every few minutes.
    ['answeredAt', 'respondBy', 'id'],
  ],
})
export interface Lead extends Row<typeof Lead> {}
