/** Receipts: the money that customers pay, and which invoices it settles. */
import { defineModule } from '#kernel/module.ts'
import { checkRate } from '#modules/pricing/index.ts'
import { allocateAdvance } from './allocate-advance.action.ts'
import { cancelReceipt } from './cancel-receipt.action.ts'
import { checkReceipts } from './check-receipts.ts'
import { deriveReceipt } from './derive-receipt.ts'
import { invoicedAndReceived } from './invoiced-and-received.report.ts'
import { postReceipt } from './post-receipt.action.ts'
import { Receipt } from './receipt.entity.ts'
import { recountReceived } from './recount-received.ts'
import { receivePayment } from './receive-payment.action.ts'

export { allocateAdvance } from './allocate-advance.action.ts'
export { cancelReceipt } from './cancel-receipt.action.ts'
export { invoicedAndReceived } from './invoiced-and-received.report.ts'
export { postReceipt } from './post-receipt.action.ts'
export { Receipt, ReceiptLine } from './receipt.entity.ts'
export { receivePayment } from './receive-payment.action.ts'

export default defineModule({
  name: 'receipts',
  label: 'Receipts',
  needs: ['customers', 'ledger', 'receivables', 'pricing', 'invoices'],
  entities: [Receipt],
  actions: [receivePayment, postReceipt, allocateAdvance, cancelReceipt],
  reports: [invoicedAndReceived],
  menu: [
    { group: 'Money', open: 'receipt' },
    { group: 'Reports', open: 'invoiced-and-received' },
  ],
  derive: { receipt: deriveReceipt },
  on: {
    'receipt.update': checkRate,
    'customer.merge': recountReceived,
    'customer.unmerge': recountReceived,
  },
  checks: { Receipts: checkReceipts },
  messages: {
    'check.receipt-amount': 'Amount of receipt {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.received-for': 'Received for {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.received': 'Received from {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.advance': 'Advance of {name}: {kept} is kept, {rebuilt} is in the book.',
    'receipt.nothing': 'Enter the amount that was received.',
    'receipt.more-than-received': '{allocated} are allocated, but only {amount} were received.',
    'receipt.fee-over-amount': 'The bank cannot keep more than was paid.',
    'receipt.not-a-money-account': '{account} is no cash or bank account in use.',
    'receipt.account-currency': '{account} is kept in {currency}; the receipt is in {paid}.',
    'receipt.nothing-left': 'All of this receipt is allocated.',
    'receipt.more-than-left': '{left} of the receipt is not allocated; {amount} is too much.',
    'receipt.of-credit': '{number} is a credit note; nothing is to be received for it.',
  },
})
