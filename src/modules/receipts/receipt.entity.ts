/** Money received from a customer: which invoices it settles, and what of it is an advance. */
import { defineEntity, defineLines, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

const inItsCurrency = { currency: 'currency', required: true, default: '0' } as const
const inBase = { required: true, default: '0' } as const

export const ReceiptLine = defineLines('receipt-line', {
  label: { one: 'Allocation', many: 'Allocations' },
  fields: {
    invoice: f.ref('invoice', {
      required: true,
      pick: { status: ['issued', 'part-paid'] },
      fills: { amount: 'open' },
    }),
    amount: f.money({ currency: 'currency', required: true, label: 'Amount' }),
    /** At the invoice's own rate. */
    baseAmount: f.derived(f.money({ ...inBase, label: 'In base currency' })),
    allocatedOn: f.derived(f.date({ label: 'Allocated on' })),
  },
})

/** By which way the money came. */
export const methodField = () =>
  f.choice(
    [
      { value: 'bank', label: 'Bank transfer' },
      { value: 'cash', label: 'Cash' },
      { value: 'card', label: 'Card' },
      { value: 'cheque', label: 'Cheque' },
      { value: 'wechat', label: 'WeChat Pay' },
      { value: 'alipay', label: 'Alipay' },
      { value: 'other', label: 'Other' },
    ],
    { default: 'bank', required: true, label: 'Paid by' },
  )
export const accountField = () =>
  f.ref('account', {
    pick: { isMoney: true, active: true },
    label: 'Money account',
    help: 'Empty: the cash account for cash, else the bank account.',
  })
export const feeField = () =>
  f.money({
    currency: 'currency',
    min: '0',
    label: 'Bank charge',
    help: 'What the bank kept of the amount.',
  })

const own = { sales: { owner: 'me' }, 'sales-lead': { owner: 'my-team' } } as const

export const Receipt = defineEntity('receipt', {
  label: { one: 'Receipt', many: 'Receipts' },
  purpose: 'Money from customers and the invoices it pays. Quickest from the open invoice.',
  begins: 'invoice',
  title: 'number',
  subtitle: ['customer', 'amount'],
  icon: 'cash-banknote',
  fields: {
    number: f.serial('RC-{year}{month}-{0000}'),
    customer: f.ref('customer', {
      required: true,
      search: true,
      fills: { currency: 'currency', owner: 'owner' },
    }),
    /** The first invoice it settles. */
    invoice: f.derived(f.ref('invoice')),
    receivedOn: f.date({ required: true, default: 'today', label: 'Received on' }),
    method: methodField(),
    account: accountField(),
    currency: f.currency({ default: 'base', required: true }),
    rate: f.decimal({
      label: 'Exchange rate',
      places: 10,
      min: '0.0000000001',
      help: 'Base currency for one unit of the currency. Empty for the base currency.',
    }),
    amount: f.money({ currency: 'currency', required: true, min: '0', label: 'Amount' }),
    fee: feeField(),
    reference: f.text({ search: true, maxLength: 120, help: 'E.g. number of the cheque.' }),
    owner: f.person({ default: 'me', label: 'Salesperson' }),
    lines: f.lines(ReceiptLine, { label: 'Allocations' }),
    unallocated: f.derived(f.money({ ...inItsCurrency, label: 'Not allocated' })),
    baseAmount: f.derived(f.money({ ...inBase, label: 'In base currency' })),
    /** What stands as the customer's advance in the books. */
    baseUnallocated: f.derived(f.money({ ...inBase, label: 'Not allocated in base currency' })),
    note: f.longText(),
    status: f.state([
      { value: 'draft', label: 'Draft', tone: 'grey' },
      { value: 'posted', label: 'Posted', tone: 'green' },
      { value: 'cancelled', label: 'Cancelled', tone: 'red' },
    ]),
  },
  access: {
    read: { ...own, manager: 'all', finance: 'all' },
    create: ['sales', 'sales-lead', 'finance'],
    update: { ...own, finance: 'all' },
    delete: { ...own, finance: 'all' },
    export: ['sales-lead', 'manager', 'finance'],
    import: ['finance'],
  },
  locked: { when: { status: ['posted', 'cancelled'] }, except: ['note'] },
  steps: ['draft', 'posted'],
  list: {
    columns: [
      'number',
      'customer',
      'receivedOn',
      'method',
      'amount',
      'unallocated',
      'status',
      'reference',
    ],
    sort: '-number',
    amounts: ['amount'],
    tabs: {
      Draft: { status: 'draft' },
      Advances: { status: 'posted', unallocated: { over: '0' } },
      'This month': { receivedOn: { within: 'this-month' } },
      All: {},
    },
  },
  form: [
    ['customer', 'owner'],
    ['receivedOn', 'method', 'account'],
    ['currency', 'rate'],
    ['amount', 'fee', 'reference'],
    'lines',
    'note',
  ],
  related: ['ledger-entry'],
  indexes: [
    ['owner', 'number', 'id'],
    ['status', 'number', 'id'],
  ],
})
export interface Receipt extends Row<typeof Receipt> {}
