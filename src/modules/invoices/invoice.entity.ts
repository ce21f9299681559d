/** What we ask a customer to pay for, and, as a credit note, what of that we take back. */
import { defineEntity, defineLines, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { amountFields, currencyFields, priceLineFields } from '#modules/pricing/index.ts'

const counted = { required: true, default: '0' } as const
const inItsCurrency = { currency: 'currency', required: true, default: '0' } as const

export const InvoiceLine = defineLines('invoice-line', {
  label: { one: 'Invoice line', many: 'Invoice lines' },
  fields: {
    ...priceLineFields(),
    /** Of the order line. */
    order: f.derived(f.ref('order')),
    orderLine: f.ref('order-line'),
    /** On a credit note: the line that is taken back. */
    corrects: f.derived(f.ref('invoice-line')),
    /** On a credit note: what of its quantity comes back; none where it only lowers the price. */
    takenBack: f.derived(
      f.decimal({
        ...counted,
        label: 'Taken back',
        help: 'On a credit note: none where the price is another than the invoiced one.',
      }),
    ),
    creditedQuantity: f.derived(f.decimal({ ...counted, label: 'Credited' })),
    /** With tax. */
    creditedAmount: f.derived(f.money({ ...inItsCurrency, label: 'Credited amount' })),
  },
  checks: {
    credited_at_most_invoiced: 'credited_quantity >= 0 and credited_quantity <= quantity',
  },
})
export type InvoiceLine = Invoice['lines'][number]

/** Whose invoices a seller works with. */
export const ownInvoices = { sales: { owner: 'me' }, 'sales-lead': { owner: 'my-team' } } as const
/** States in which an invoice stands in the books. */
export const booked = ['issued', 'part-paid', 'paid'] as const
export const unpaid = ['issued', 'part-paid'] as const

export const Invoice = defineEntity('invoice', {
  label: { one: 'Invoice', many: 'Invoices' },
  purpose: 'Your claim for goods and services. Make it of an order, or write it by hand.',
  begins: 'order',
  title: 'number',
  subtitle: ['customer', 'total'],
  icon: 'file-invoice',
  fields: {
    number: f.serial('INV-{year}{month}-{0000}'),
    kind: f.derived(
      f.choice(
        [
          { value: 'invoice', label: 'Invoice', tone: 'blue' },
          { value: 'credit', label: 'Credit note', tone: 'ochre' },
        ],
        { default: 'invoice', required: true, label: 'Type' },
      ),
    ),
    customer: f.ref('customer', {
      required: true,
      search: true,
      fills: { currency: 'currency', priceIncludesTax: 'priceIncludesTax', owner: 'owner' },
    }),
    order: f.derived(f.ref('order')),
    corrects: f.derived(f.ref('invoice', { label: 'Corrects' })),
    /** On a credit note: the goods that came back. */
    goodsReturn: f.derived(f.ref('goods-return', { label: 'Return' })),
    invoicedOn: f.date({ required: true, default: 'today', label: 'Invoice date' }),
    dueOn: f.date({ label: 'Due on', help: "Empty: by the customer's payment terms." }),
    ...currencyFields(),
    owner: f.person({ default: 'me', label: 'Salesperson' }),
    lines: f.lines(InvoiceLine),
    ...amountFields(),
    /** Negative on a credit note that is not used up. */
    open: f.derived(f.money({ ...inItsCurrency, label: 'Outstanding' })),
    credited: f.derived(f.money({ ...inItsCurrency, label: 'Credited' })),
    /** Of the freight, with tax. */
    creditedFreight: f.derived(f.money({ ...inItsCurrency, label: 'Credited freight' })),
    /** The orders whose freight it carries; none named = of all its orders. */
    freightOf: f.derived(f.refs('order', { label: 'Freight of' })),
    /** On a credit note: what it took off the corrected invoice, and what that was worth there. */
    applied: f.derived(f.money({ ...inItsCurrency, label: 'Set off' })),
    appliedBase: f.derived(
      f.money({ required: true, default: '0', label: 'Set off in base currency' }),
    ),
    note: f.longText(),
    status: f.state([
      { value: 'draft', label: 'Draft', tone: 'grey' },
      { value: 'issued', label: 'Issued', tone: 'blue' },
      { value: 'part-paid', label: 'Part paid', tone: 'ochre' },
      { value: 'paid', label: 'Paid', tone: 'green' },
      { value: 'void', label: 'Void', tone: 'red' },
    ]),
  },
  access: {
    read: { ...ownInvoices, manager: 'all', finance: 'all' },
    create: ['sales', 'sales-lead', 'finance'],
    update: { ...ownInvoices, finance: 'all' },
    delete: { ...ownInvoices, finance: 'all' },
    export: ['sales-lead', 'manager', 'finance'],
    import: ['finance'],
  },
  locked: { when: { status: [...booked, 'void'] }, except: ['note'] },
  steps: ['draft', ...booked],
  list: {
    columns: ['number', 'customer', 'invoicedOn', 'dueOn', 'total', 'open', 'status', 'owner'],
    sort: '-number',
    amounts: ['total', 'open'],
    tabs: {
      Unpaid: { status: unpaid },
      Draft: { status: 'draft' },
      'Credit notes': { kind: 'credit' },
      Mine: { owner: 'me' },
      All: {},
    },
  },
  form: [
    ['customer', 'owner'],
    ['invoicedOn', 'dueOn'],
    ['currency', 'rate', 'priceIncludesTax'],
    ['kind', 'order'],
    ['corrects', 'goodsReturn'],
    ['open', 'credited', 'applied'],
    'lines',
    ['freight', 'freightTaxPercent'],
    ['net', 'tax', 'total'],
    'note',
  ],
  related: ['receivable', 'ledger-entry'],
  indexes: [
    ['owner', 'number', 'id'],
    ['status', 'number', 'id'],
    ['kind', 'number', 'id'],
  ],
})
export interface Invoice extends Row<typeof Invoice> {}
