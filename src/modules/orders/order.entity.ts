/** What a customer has ordered: lines with prices, and how far each is shipped and invoiced. */
import { defineEntity, defineLines, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { amountFields, currencyFields, priceLineFields } from '#modules/pricing/index.ts'

const counted = { required: true, default: '0' } as const

export const OrderLine = defineLines('order-line', {
  label: { one: 'Order line', many: 'Order lines' },
  fields: {
    ...priceLineFields(),
    shippedQuantity: f.derived(f.decimal({ ...counted, label: 'Shipped' })),
    invoicedQuantity: f.derived(f.decimal({ ...counted, label: 'Invoiced' })),
    returnedQuantity: f.derived(f.decimal({ ...counted, label: 'Returned' })),
  },
  checks: {
    shipped_at_most_ordered: 'shipped_quantity >= 0 and shipped_quantity <= quantity',
    returned_at_most_shipped: 'returned_quantity >= 0 and returned_quantity <= shipped_quantity',
    invoiced_at_most_ordered: 'invoiced_quantity >= 0 and invoiced_quantity <= quantity',
  },
})
export type OrderLine = Order['lines'][number]

/** Whose orders a seller works with. */
export const ownOrders = { sales: { owner: 'me' }, 'sales-lead': { owner: 'my-team' } } as const
/** Who may ask for sales figures; each sees those of the orders that are visible anyway. */
export const salesReaders = ['sales', 'sales-lead', 'manager', 'finance'] as const
const binding = ['confirmed', 'shipped', 'closed'] as const

export const Order = defineEntity('order', {
  label: { one: 'Order', many: 'Orders' },
  purpose: 'What a customer wants. Once confirmed it sets goods aside; then ship and invoice it.',
  title: 'number',
  subtitle: ['customer', 'total'],
  icon: 'shopping-cart',
  fields: {
    number: f.serial('SO-{year}{month}-{0000}', { gaps: true }),
    customer: f.ref('customer', {
      required: true,
      search: true,
      fills: {
        currency: 'currency',
        priceIncludesTax: 'priceIncludesTax',
        shipTo: 'address',
        shipName: 'name',
      },
    }),
    customerReference: f.text({ search: true, maxLength: 120, help: "The customer's own number." }),
    quote: f.derived(f.ref('quote')),
    orderedOn: f.date({ required: true, default: 'today' }),
    requiredOn: f.date({ label: 'Wanted on' }),
    warehouse: f.ref('warehouse', { help: 'Empty: the default warehouse.' }),
    ...currencyFields(),
    owner: f.person({ default: 'me', label: 'Salesperson' }),
    shipName: f.text({ maxLength: 200, label: 'Deliver to' }),
    shipTo: f.address({ label: 'Delivery address' }),
    lines: f.lines(OrderLine),
    ...amountFields(),
    note: f.longText(),
    revision: f.derived(f.integer({ required: true, default: 1 })),
    /** While it is amended: what it said before. It would show fields hidden from a role. */
    versionBefore: f.derived(f.json({ seenBy: [] })),
    /** What of the total stands on invoices; the rest of it is held on the customer's credit. */
    invoicedBase: f.derived(f.money({ ...counted, label: 'Invoiced in base currency' })),
    endedEarly: f.derived(f.boolean({ label: 'Closed early' })),
    status: f.state([
      { value: 'draft', label: 'Draft', tone: 'grey' },
      { value: 'confirmed', label: 'Confirmed', tone: 'blue' },
      { value: 'shipped', label: 'Shipped', tone: 'brand' },
      { value: 'closed', label: 'Closed', tone: 'green' },
      { value: 'cancelled', label: 'Cancelled', tone: 'red' },
    ]),
  },
  access: {
    read: { ...ownOrders, manager: 'all', finance: 'all', storekeeper: { status: binding } },
    create: ['sales', 'sales-lead'],
    update: ownOrders,
    delete: ownOrders,
    export: ['sales-lead', 'manager', 'finance'],
    import: ['sales-lead'],
  },
  locked: { when: { status: [...binding, 'cancelled'] }, except: ['note'] },
  steps: ['draft', ...binding],
  list: {
    columns: ['number', 'customer', 'orderedOn', 'requiredOn', 'total', 'status', 'owner'],
    sort: '-number',
    amounts: ['total'],
    tabs: {
      'To ship': { status: 'confirmed' },
      Draft: { status: 'draft' },
      Mine: { owner: 'me' },
      All: {},
    },
  },
  form: [
    ['customer', 'customerReference'],
    ['orderedOn', 'requiredOn', 'owner'],
    ['currency', 'rate', 'priceIncludesTax'],
    'lines',
    ['freight', 'freightTaxPercent'],
    { title: 'Delivery', rows: [['warehouse', 'shipName'], 'shipTo'] },
    'note',
  ],
  related: ['stock-reservation'],
  indexes: [
    ['owner', 'number', 'id'],
    ['status', 'number', 'id'],
  ],
})
export interface Order extends Row<typeof Order> {}
