/** What we offer to a customer, at which prices, until which day. */
import { defineEntity, defineLines, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { amountFields, currencyFields, priceLineFields } from '#modules/pricing/index.ts'

export const QuoteLine = defineLines('quote-line', {
  label: { one: 'Quote line', many: 'Quote lines' },
  fields: priceLineFields(),
})

export const ownQuotes = { sales: { owner: 'me' }, 'sales-lead': { owner: 'my-team' } } as const

export const Quote = defineEntity('quote', {
  label: { one: 'Quote', many: 'Quotes' },
  purpose: 'What you offer a customer until a day. Print it, send it, then make an order of it.',
  title: 'number',
  subtitle: ['customer', 'total'],
  icon: 'file-text',
  fields: {
    number: f.serial('Q-{year}{month}-{0000}', { gaps: true }),
    customer: f.ref('customer', {
      required: true,
      search: true,
      fills: { currency: 'currency', priceIncludesTax: 'priceIncludesTax' },
    }),
    contact: f.ref('contact', { within: 'customer' }),
    opportunity: f.ref('opportunity', { within: 'customer' }),
    quotedOn: f.date({ required: true, default: 'today' }),
    validUntil: f.date(),
    ...currencyFields(),
    owner: f.person({ default: 'me', label: 'Salesperson' }),
    lines: f.lines(QuoteLine),
    ...amountFields(),
    terms: f.longText(),
    note: f.longText(),
    revision: f.derived(f.integer({ required: true, default: 1 })),
    order: f.derived(f.ref('order')),
    status: f.state([
      { value: 'draft', label: 'Draft', tone: 'grey' },
      { value: 'sent', label: 'Sent', tone: 'blue' },
      { value: 'ordered', label: 'Ordered', tone: 'green' },
      { value: 'declined', label: 'Declined', tone: 'red' },
      { value: 'cancelled', label: 'Cancelled', tone: 'red' },
    ]),
  },
  access: {
    read: { ...ownQuotes, manager: 'all', finance: 'all' },
    create: ['sales', 'sales-lead'],
    update: ownQuotes,
    delete: ownQuotes,
    export: ['sales-lead', 'manager', 'finance'],
    import: ['sales-lead'],
  },
  locked: { when: { status: ['sent', 'ordered', 'declined', 'cancelled'] }, except: ['note'] },
  steps: ['draft', 'sent', 'ordered'],
  list: {
    columns: ['number', 'customer', 'quotedOn', 'validUntil', 'total', 'status', 'owner'],
    sort: '-number',
    amounts: ['total'],
    tabs: {
      Open: { status: ['draft', 'sent'] },
      Mine: { owner: 'me' },
      All: {},
    },
  },
  form: [
    ['customer', 'contact', 'opportunity'],
    ['quotedOn', 'validUntil', 'owner'],
    ['currency', 'rate', 'priceIncludesTax'],
    'lines',
    ['freight', 'freightTaxPercent'],
    'terms',
    'note',
  ],
  indexes: [
    ['owner', 'number', 'id'],
    ['status', 'number', 'id'],
  ],
})
export interface Quote extends Row<typeof Quote> {}
