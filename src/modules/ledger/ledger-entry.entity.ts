/** The money book: balanced entries, only ever added; a mistake is reversed, never erased. */
import { defineEntity, defineLines, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const LedgerLine = defineLines('ledger-line', {
  label: { one: 'Line', many: 'Lines' },
  fields: {
    account: f.ref('account', { required: true }),
    customer: f.ref('customer'),
    debit: f.money({ required: true }),
    credit: f.money({ required: true }),
    currency: f.currency({ required: true }),
    amount: f.money({ required: true, currency: 'currency', label: 'In its currency' }),
  },
  checks: { one_side: 'debit >= 0 and credit >= 0 and (debit = 0 or credit = 0)' },
  indexes: [['customer', 'account']],
})

export const LedgerEntry = defineEntity('ledger-entry', {
  label: { one: 'Ledger entry', many: 'Ledger entries' },
  purpose: 'Debit and credit of each document. Issuing an invoice writes the first one.',
  begins: 'invoice',
  title: 'number',
  subtitle: ['why'],
  icon: 'notebook',
  appendOnly: true,
  fields: {
    number: f.serial('JE-{year}{month}-{00000}'),
    on: f.date({ required: true, label: 'Date', default: 'today' }),
    why: f.text({ required: true, search: true, label: 'Text' }),
    entity: f.text({ required: true, label: 'Document type' }),
    record: f.record({ label: 'Document' }),
    reverses: f.ref('ledger-entry'),
    lines: f.lines(LedgerLine),
  },
  access: { read: ['finance', 'manager'], export: ['finance', 'manager'] },
  list: {
    columns: ['number', 'on', 'why', 'record'],
    sort: '-number',
    tabs: { All: {}, 'This month': { on: { within: 'this-month' } } },
  },
  indexes: [['entity', 'record']],
})
export interface LedgerEntry extends Row<typeof LedgerEntry> {}
