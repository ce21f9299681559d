/** Whom we sell to: a company or a person, with terms, owner and the ways to reach them. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { followUpFacts, prospectSteps } from './follow-up-facts.ts'
import { personFields, wishFields } from './person-fields.ts'

/** Those who sell do not set what their own customers may owe and get off. */
const termsGivers = ['sales-lead', 'finance', 'manager']

/** The four classes of the life cycle: 意向, 簽約, 沉默, 流失. */
export const customerStages = [
  { value: 'prospect', label: 'Interested', tone: 'blue' },
  { value: 'active', label: 'Signed', tone: 'green' },
  { value: 'dormant', label: 'Dormant', tone: 'ochre' },
  { value: 'lost', label: 'Lost', tone: 'red' },
] as const

export const Customer = defineEntity('customer', {
  label: { one: 'Customer', many: 'Customers' },
  purpose: 'Whoever buys from you, or may one day: their people, prices, documents and debts.',
  title: 'name',
  subtitle: ['number', 'phone'],
  icon: 'users',
  fields: {
    number: f.serial('C{00000}', { index: true, gaps: true }),
    name: f.text({
      required: true,
      search: true,
      maxLength: 200,
      alias: ['Company', 'Company name', 'Customer name', '公司名稱', '客戶名稱', '客户名称'],
    }),
    shortName: f.text({ search: true, maxLength: 60 }),
    code: f.text({
      unique: true,
      search: true,
      maxLength: 40,
      help: 'Your own code, e.g. from another program.',
      alias: ['Customer ID', 'External code', '客戶代號'],
    }),
    kind: f.choice(['company', { value: 'person', label: 'Individual' }], {
      default: 'company',
      required: true,
    }),
    level: f.choice(
      [
        { value: 'A', label: 'A', tone: 'brand' },
        { value: 'B', label: 'B', tone: 'green' },
        { value: 'C', label: 'C', tone: 'grey' },
        { value: 'D', label: 'D', tone: 'grey' },
      ],
      { ownChoices: 'more' },
    ),
    stage: f.choice(customerStages, {
      default: 'prospect',
      required: true,
      ownChoices: 'named',
    }),
    type: f.choice(
      [
        { value: 'user', label: 'End user' },
        { value: 'reseller', label: 'Reseller' },
        { value: 'distributor', label: 'Distributor' },
        { value: 'maker', label: 'Manufacturer' },
        { value: 'public', label: 'Public body' },
      ],
      { label: 'Customer type', ownChoices: 'more' },
    ),
    step: f.choice(prospectSteps, { label: 'Prospect step', ownChoices: 'named' }),
    owner: f.person({ default: 'me', label: 'Salesperson', alias: ['Owner', '業務'] }),
    pool: f.derived(f.ref('pool')),
    phone: f.phone({ search: true, alias: ['Telephone', 'Mobile', '手机', '電話'] }),
    email: f.email({ search: true }),
    website: f.url({ alias: ['Home page', '網址'] }),
    fax: f.phone(),
    taxId: f.text({
      label: 'Tax ID',
      registerOf: 'address',
      search: true,
      maxLength: 30,
      alias: ['統一編號', '統編', '税号'],
    }),
    industry: f.text({ maxLength: 60 }),
    source: f.text({ maxLength: 60 }),
    salesRegion: f.choice(
      [
        { value: 'north', label: 'North' },
        { value: 'central', label: 'Central' },
        { value: 'south', label: 'South' },
        { value: 'east', label: 'East' },
        { value: 'abroad', label: 'Abroad' },
      ],
      { label: 'Sales region', ownChoices: 'more' },
    ),
    needs: f.tags({ help: 'What they look for, e.g. packaging machines.' }),
    address: f.address({ search: true }),
    currency: f.currency({ default: 'base', required: true }),
    paymentDays: f.integer({
      default: 30,
      min: '0',
      max: '3650',
      required: true,
      changedBy: termsGivers,
    }),
    creditLimit: f.money({
      min: '0',
      places: 2,
      help: 'Empty: no limit.',
      changedBy: termsGivers,
    }),
    discountPercent: f.percent({ min: '0', max: '100', places: 4, changedBy: termsGivers }),
    contractUntil: f.date({ label: 'Contract until' }),
    serviceOn: f.date({ label: 'Next service on' }),
    priceIncludesTax: f.boolean({ label: 'Prices include tax' }),
    serviceTerms: f.longText({
      help: 'What was agreed beside prices, e.g. warranty, response time, deliveries.',
      changedBy: termsGivers,
    }),
    tags: f.tags({ search: true }),
    note: f.longText(),
    ...personFields({ when: { kind: ['person'] } }),
    ...wishFields,
    strength: f.choice(
      [
        { value: 'strong', label: 'Strong', tone: 'green' },
        { value: 'good', label: 'Good', tone: 'blue' },
        { value: 'fair', label: 'Fair', tone: 'grey' },
        { value: 'weak', label: 'Weak', tone: 'ochre' },
      ],
      { label: 'Economic strength', ownChoices: 'more' },
    ),
    strengthBasis: f.longText({
      label: 'What the estimate rests on',
      help: 'E.g. annual report, size of the works, how they pay.',
    }),
    profile: f.longText({ label: 'Profile notes' }),
    ...followUpFacts,
  },
  access: {
    read: {
      sales: { owner: 'me' },
      'sales-lead': { owner: 'my-team' },
      manager: 'all',
      finance: 'all',
      storekeeper: 'all',
      service: 'all',
    },
    create: ['sales', 'sales-lead'],
    update: { sales: { owner: 'me' }, 'sales-lead': { owner: 'my-team' } },
    delete: { 'sales-lead': { owner: 'my-team' } },
    export: ['sales-lead', 'manager'],
    import: ['sales-lead', 'manager'],
    merge: { 'sales-lead': { owner: 'my-team' }, manager: 'all' },
  },
  list: {
    columns: ['number', 'name', 'level', 'stage', 'owner', 'phone', 'industry', 'updatedAt'],
    sort: 'name',
    tabs: {
      All: {},
      Mine: { owner: 'me' },
      'To contact': { owner: 'me', nextContactOn: { within: 'until-today' } },
      Signed: { stage: 'active' },
      Interested: { stage: 'prospect' },
    },
  },
  form: [
    ['name', 'shortName'],
    ['kind', 'level', 'type'],
    ['stage', 'step', 'owner'],
    ['phone', 'email'],
    ['website', 'fax', 'code'],
    ['taxId', 'industry', 'source'],
    ['salesRegion', 'needs'],
    'address',
    ['sex', 'birthday', 'lunarBirthday'],
    'interests',
    {
      title: 'Terms',
      rows: [
        ['currency', 'paymentDays', 'creditLimit'],
        ['discountPercent', 'priceIncludesTax'],
        ['contractUntil', 'serviceOn'],
        'serviceTerms',
      ],
    },
    {
      title: 'How to reach them',
      rows: [['channel', 'bestTime'], 'refuses', ['consentOn', 'consentBasis']],
    },
    { title: 'Profile', rows: ['strength', 'strengthBasis', 'profile'] },
    {
      title: 'Follow-up',
      rows: [
        ['lastContactAt', 'nextContactOn', 'ownedSince'],
        ['firstDealOn', 'lastDealOn', 'dealCount'],
        ['stageOn', 'stageReason', 'pool'],
      ],
    },
    'tags',
    'note',
  ],
  duplicates: {
    name: 'name',
    shortName: 'name',
    phone: 'phone',
    email: 'email',
    website: 'web',
    taxId: 'number',
  },
  indexes: [
    ['owner', 'name', 'id'],
    ['stage', 'name', 'id'],
    ['owner', 'nextContactOn', 'id'],
    ['pool', 'name', 'id'],
    // Whoever calls is found by the number.
    ['phone', 'id'],
  ],
})
export interface Customer extends Row<typeof Customer> {}
