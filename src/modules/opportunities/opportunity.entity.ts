/** A sales opportunity 商機: what a customer may buy, how far it is, and what came of it. */
import { defineEntity, defineLines, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { scoreFields } from './score-fields.ts'

export const OpportunityProduct = defineLines('opportunity-product', {
  label: { one: 'Product of an opportunity', many: 'Products of opportunities' },
  fields: {
    product: f.ref('product', {
      required: true,
      pick: { active: true },
      fills: { unitPrice: 'price' },
    }),
    quantity: f.decimal({ required: true, default: '1', min: '0.000001' }),
    unitPrice: f.money({ currency: 'currency', places: 6, min: '0', required: true }),
    amount: f.derived(f.money({ currency: 'currency', required: true })),
  },
})

export const OpportunityCheck = defineLines('opportunity-check', {
  label: { one: 'Checklist item', many: 'Checklist items' },
  fields: {
    item: f.text({ required: true, maxLength: 200 }),
    done: f.boolean(),
    stage: f.derived(f.ref('pipeline-stage', { related: false })),
  },
})

/** Their own and those they help with; a lead those of the team. */
export const ownOpportunities = {
  sales: { any: [{ owner: 'me' }, { members: 'me' }] },
  'sales-lead': { any: [{ owner: 'my-team' }, { members: 'my-team' }] },
} as const

export const opportunityReaders = ['sales', 'sales-lead', 'manager'] as const

/** A record of another program may come with it; here only actions write it. */
const broughtIn = { broughtIn: true } as const

export const Opportunity = defineEntity('opportunity', {
  label: { one: 'Opportunity', many: 'Opportunities' },
  purpose: 'What a customer may buy from you: how much, by when, how likely, and what is next.',
  begins: 'customer',
  title: 'name',
  subtitle: ['number', 'customer', 'amount'],
  icon: 'target-arrow',
  fields: {
    number: f.serial('OP{00000}', { gaps: true, alias: ['Opportunity ID', '商機編號'] }),
    name: f.text({ required: true, search: true, maxLength: 200, label: 'Subject' }),
    customer: f.ref('customer', {
      search: true,
      fills: { currency: 'currency' },
      alias: ['Account', '客戶名稱'],
    }),
    contact: f.ref('contact', { within: 'customer' }),
    owner: f.person({
      default: 'me',
      required: true,
      label: 'Salesperson',
      alias: ['Owner', 'Sales agent', '業務'],
    }),
    members: f.refs('user', { label: 'Team', help: 'Who else works on it and may see it.' }),
    pipeline: f.ref('pipeline', {
      pick: { active: true },
      help: 'Empty: the first one in use.',
    }),
    stage: {
      ...f.derived(f.ref('pipeline-stage', { within: 'pipeline', asSteps: true })),
      ...broughtIn,
    },
    product: f.ref('product', {
      label: 'Main product',
      help: 'Reports by product count the opportunity here.',
    }),
    products: f.lines(OpportunityProduct, { label: 'Products', mayBeNone: true }),
    currency: f.currency({ default: 'base', required: true }),
    rate: f.decimal({
      label: 'Exchange rate',
      places: 10,
      min: '0.0000000001',
      help: 'Base currency for one unit of the currency. Empty for the base currency.',
    }),
    estimate: f.money({
      currency: 'currency',
      min: '0',
      label: 'Estimated amount',
      help: 'Counts as long as there are no products below.',
      alias: ['Close value', 'Value', 'Deal value'],
    }),
    amount: f.derived(f.money({ currency: 'currency' })),
    baseAmount: f.derived(f.money({ label: 'Amount in base currency' })),
    expectedOn: f.date({ label: 'Expected close', alias: ['Expected close date', '預計成交日期'] }),
    ownProbability: f.percent({
      label: 'Own estimate of probability',
      min: '0',
      max: '100',
      places: 2,
      help: 'Empty: as the stage says.',
    }),
    probability: f.derived(f.percent({ places: 2 })),
    expected: f.derived(f.money({ label: 'Expected amount' })),
    source: f.text({ maxLength: 60 }),
    competitors: f.tags(),
    openedOn: f.date({ default: 'today', label: 'Opened', alias: ['Engage date', '建立日期'] }),
    enteredStageOn: { ...f.derived(f.date({ label: 'In this stage since' })), ...broughtIn },
    closedOn: {
      ...f.derived(f.date({ label: 'Closed on', alias: ['Close date', '結案日期'] })),
      ...broughtIn,
    },
    nextStep: f.text({ maxLength: 300 }),
    nextStepOn: f.date({ label: 'Next step on' }),
    winReason: {
      ...f.derived(
        f.choice(
          [
            { value: 'price', label: 'Price' },
            { value: 'quality', label: 'Quality' },
            { value: 'relation', label: 'Relationship' },
            { value: 'delivery', label: 'Delivery time' },
            { value: 'service', label: 'Service' },
          ],
          { label: 'Won by', ownChoices: 'more' },
        ),
      ),
      ...broughtIn,
    },
    lossReason: {
      ...f.derived(
        f.choice(
          [
            { value: 'price', label: 'Price' },
            { value: 'competitor', label: 'Competitor' },
            { value: 'no-budget', label: 'No budget' },
            { value: 'no-need', label: 'No need any more' },
            { value: 'delivery', label: 'Delivery time' },
            { value: 'no-answer', label: 'No answer' },
          ],
          { label: 'Lost by', ownChoices: 'more' },
        ),
      ),
      ...broughtIn,
    },
    lostTo: f.derived(f.text({ maxLength: 120, label: 'Lost to' })),
    checks: f.lines(OpportunityCheck, { label: 'Checklist', mayBeNone: true }),
    note: f.longText(),
    stageProbability: f.derived(f.percent({ places: 2, label: 'Probability of the stage' })),
    ...scoreFields,
    status: f.state(
      [
        { value: 'open', label: 'Open', tone: 'blue' },
        { value: 'won', label: 'Deal won', tone: 'green' },
        { value: 'lost', label: 'Deal lost', tone: 'red' },
      ],
      broughtIn,
    ),
  },
  access: {
    read: { ...ownOpportunities, manager: 'all' },
    create: ['sales', 'sales-lead'],
    update: ownOpportunities,
    delete: ownOpportunities,
    export: ['sales-lead', 'manager'],
    import: ['sales-lead'],
  },
  locked: { when: { status: ['won', 'lost'] }, except: ['note'] },
  steps: ['open', 'won'],
  list: {
    columns: [
      'number',
      'name',
      'customer',
      'stage',
      'amount',
      'probability',
      'expectedOn',
      'score',
      'owner',
      'status',
    ],
    sort: 'expectedOn',
    amounts: ['expected'],
    tabs: {
      Open: { status: 'open' },
      Mine: { status: 'open', any: [{ owner: 'me' }, { members: 'me' }] },
      'Standing still': { status: 'open', stalled: true },
      'Deal won': { status: 'won' },
      'Deal lost': { status: 'lost' },
      All: {},
    },
  },
  form: [
    ['name', 'customer', 'contact'],
    ['pipeline', 'stage', 'enteredStageOn'],
    ['owner', 'members', 'source'],
    ['product', 'estimate', 'amount'],
    ['currency', 'rate', 'competitors'],
    ['openedOn', 'expectedOn', 'closedOn'],
    ['ownProbability', 'probability', 'expected'],
    ['nextStep', 'nextStepOn'],
    // Figures behind the lines would be taken for their sums.
    {
      title: 'Score',
      rows: [
        ['score', 'stalled', 'stallsOn'],
        ['contactPoints', 'deciderPoints', 'amountPoints', 'closePoints'],
        ['productPoints', 'filePoints', 'quotePoints'],
      ],
    },
    { title: 'Outcome', rows: [['winReason', 'lossReason', 'lostTo']] },
    'products',
    'checks',
    'note',
  ],
  indexes: [
    ['owner', 'expectedOn', 'id'],
    ['status', 'expectedOn', 'id'],
    ['stage', 'status', 'id'],
  ],
})
export interface Opportunity extends Row<typeof Opportunity> {}
