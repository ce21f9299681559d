/** One open item: what a customer owes for one document, until it is settled. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const Receivable = defineEntity('receivable', {
  label: { one: 'Receivable', many: 'Receivables' },
  purpose: 'What customers owe and when it is due. Issuing an invoice writes the first one.',
  begins: 'invoice',
  title: 'number',
  subtitle: ['customer', 'dueOn'],
  icon: 'cash',
  managed: true,
  fields: {
    number: f.text({ required: true, label: 'Document', search: true }),
    customer: f.ref('customer', { required: true, search: true }),
    entity: f.text({ required: true, label: 'Document type' }),
    record: f.record(),
    issuedOn: f.date({ required: true }),
    dueOn: f.date({ required: true }),
    currency: f.currency({ required: true }),
    rate: f.decimal({ required: true, places: 10 }),
    /** Negative for a credit note. */
    amount: f.money({ required: true, currency: 'currency' }),
    baseAmount: f.money({ required: true, label: 'In base currency' }),
    settled: f.money({ required: true, currency: 'currency' }),
    baseSettled: f.money({ required: true }),
    open: f.money({ required: true, currency: 'currency' }),
    voidedOn: f.date(),
    status: f.state([
      { value: 'open', label: 'Open', tone: 'blue' },
      { value: 'settled', label: 'Settled', tone: 'green' },
      { value: 'void', label: 'Void', tone: 'red' },
    ]),
  },
  access: {
    read: { finance: 'all', manager: 'all' },
    inherit: 'customer',
    export: ['finance', 'manager'],
  },
  unique: [['entity', 'record']],
  list: {
    columns: ['number', 'customer', 'issuedOn', 'dueOn', 'currency', 'amount', 'open', 'status'],
    sort: 'dueOn',
    tabs: { Open: { status: 'open' }, All: {} },
    totals: ['open'],
  },
  indexes: [['status', 'dueOn', 'id']],
})
export interface Receivable extends Row<typeof Receivable> {}
