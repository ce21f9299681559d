/** Invoices: what customers are asked to pay for, and the credit notes that correct it. */
import { defineModule } from '#kernel/module.ts'
import { checkRate, deriveAmounts } from '#modules/pricing/index.ts'
import { checkAgreed } from '#modules/products/index.ts'
import { checkCredits } from './check-credits.ts'
import { checkInvoices } from './check-invoices.ts'
import { creditInvoice } from './credit-invoice.action.ts'
import { settleActions } from './follow-receivable.action.ts'
import { Invoice } from './invoice.entity.ts'
import { invoicePrint } from './invoice.print.ts'
import { invoiceOrder, invoiceOrders } from './invoice-order.action.ts'
import { issueInvoice } from './issue-invoice.action.ts'
import { voidInvoice } from './void-invoice.action.ts'

export { creditGoods } from './credit-goods.ts'
export { creditInvoice } from './credit-invoice.action.ts'
export { creditedGoods, type CreditedGoods } from './credited-goods.ts'
export { booked, Invoice, InvoiceLine, ownInvoices, unpaid } from './invoice.entity.ts'
export { invoiceOrder, invoiceOrders } from './invoice-order.action.ts'
export { issueInvoice } from './issue-invoice.action.ts'
export { settleInvoices, unsettleInvoices, type Part, type Settlement } from './settle-invoices.ts'
export { voidInvoice } from './void-invoice.action.ts'

export default defineModule({
  name: 'invoices',
  label: 'Invoices',
  needs: ['customers', 'products', 'ledger', 'receivables', 'pricing', 'orders'],
  entities: [Invoice],
  actions: [
    invoiceOrder,
    invoiceOrders,
    issueInvoice,
    creditInvoice,
    voidInvoice,
    ...settleActions,
  ],
  prints: [invoicePrint],
  menu: [{ group: 'Money', open: 'invoice' }],
  derive: { invoice: deriveAmounts },
  on: {
    'invoice.create': checkAgreed,
    'invoice.update': async (ctx, facts) => {
      await checkRate(ctx, facts)
      await checkAgreed(ctx, facts)
    },
  },
  checks: { Invoices: checkInvoices, 'Credit notes': checkCredits },
  messages: {
    'check.credited': 'Credited of invoice {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.credited-freight':
      'Freight credited of invoice {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.credited-quantity':
      'Quantity credited on a line of invoice {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.credited-amount':
      'Amount credited on a line of invoice {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.invoiced-quantity':
      'Invoiced on a line of order {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.outstanding': 'Open of invoice {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.invoice-state': 'State of invoice {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.base-rest':
      'Rest of invoice {name} in the currency of the books: {kept} is kept, {rebuilt} is in the book.',
    'check.item-state':
      'State of the open item of invoice {name}: {kept} is kept, {rebuilt} is in the book.',
    'invoice.nothing-open': 'Everything is invoiced or stands on a draft invoice.',
    'invoice.orders-differ':
      'Orders {one} and {other} differ in customer, currency, rate or tax; invoice them apart.',
    'invoice.freight-taxes-differ':
      'The freight of orders {one} and {other} is taxed differently; invoice them apart.',
    'invoice.order-of-another': 'Order {order} is of another customer.',
    'invoice.other-currency': 'Order {order} is in {currency}; its invoice must be too.',
    'invoice.order-not-confirmed': 'Order {order} is not confirmed.',
    'invoice.not-of-the-order': 'Line {line} does not belong to order {order}.',
    'invoice.more-than-ordered':
      'Line {line}: {open} of order {order} are left to invoice; {quantity} is too much.',
    'invoice.more-than-invoiced':
      'Line {line}: {invoiced} of order {order} are invoiced; {quantity} cannot be taken back.',
    'invoice.due-before-issued': 'The due date lies before the invoice date.',
    'invoice.of-another': '{number} is of another customer.',
    'invoice.other-currency-paid': '{number} is in {currency}; the receipt is in {paid}.',
    'invoice.not-open': '{number} is not open.',
    'invoice.wrong-sign':
      '{kind, select, credit {Enter a negative amount for the credit note {number}.} other {Enter an amount above zero for {number}.}}',
    'invoice.more-than-open': '{number} has {open} outstanding; {amount} is too much.',
    'invoice.credit-of-credit': 'A credit note cannot be credited; void it instead.',
    'invoice.all-credited': '{number} is credited in full already.',
    'invoice.not-creditable': '{number} is not issued any more.',
    'invoice.credit-differs': 'A credit note has the customer and the currency of {number}.',
    'invoice.more-than-line': 'Line {line}: {open} are left to credit; {quantity} is too much.',
    'invoice.more-than-line-amount':
      'Line {line}: {open} are left of its amount; {amount} is too much.',
    'invoice.more-than-freight': '{open} are left of the freight; {amount} is too much.',
    'invoice.more-than-creditable':
      '{number} stands for {open} without what is credited already; {amount} is too much.',
    'invoice.is-credited': '{number} has a credit note; void that first.',
    'invoice-line.credited-at-most-invoiced': 'More would be credited than was invoiced.',
  },
})
