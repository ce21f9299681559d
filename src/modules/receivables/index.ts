/** Receivables: what customers owe, item by item, and how much credit is used. */
import { defineModule } from '#kernel/module.ts'
import { checkReceivables } from './check-receivables.ts'
import { CustomerAccount } from './customer-account.entity.ts'
import { recountItems } from './recount-items.ts'
import {
  closeReceivable,
  reopenReceivable,
  voidReceivableAction,
} from './receivable-states.action.ts'
import { Receivable } from './receivable.entity.ts'
import { receivablesByCustomer } from './receivables-by-customer.report.ts'
import { Settlement } from './settlement.entity.ts'

export { holdCredit, lockAccount, recountAccounts, releaseCredit } from './credit.ts'
export { CustomerAccount } from './customer-account.entity.ts'
export {
  lockReceivables,
  noteReceived,
  openReceivable,
  receivableOf,
  settleReceivables,
  unsettleReceivables,
  voidReceivable,
  type Cause,
  type ItemPart,
} from './open-items.ts'
export { Receivable } from './receivable.entity.ts'
export { receivablesByCustomer } from './receivables-by-customer.report.ts'
export { Settlement } from './settlement.entity.ts'

export default defineModule({
  name: 'receivables',
  label: 'Receivables',
  needs: ['customers', 'ledger'],
  capabilities: [51, 133, 250],
  entities: [CustomerAccount, Receivable, Settlement],
  actions: [closeReceivable, reopenReceivable, voidReceivableAction],
  reports: [receivablesByCustomer],
  menu: [
    { group: 'Money', open: 'receivable' },
    { group: 'Money', open: 'customer-account' },
    { group: 'Reports', open: 'receivables-by-customer' },
  ],
  on: { 'customer.merge': recountItems, 'customer.unmerge': recountItems },
  checks: { Receivables: checkReceivables },
  messages: {
    'check.invoiced': 'Invoiced to {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.open': 'Open of {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.open-by-ledger':
      'Open of {name} in the money book: {kept} is kept, {rebuilt} is in the book.',
    'check.advance-by-ledger':
      'Advance of {name} in the money book: {kept} is kept, {rebuilt} is in the book.',
    'check.settled': 'Settled of open item {name}: {kept} is kept, {rebuilt} is in the book.',
    'credit.over-limit':
      'The credit limit of {limit} would be exceeded: {used} used, {wanted} wanted.',
    'receivable.not-open': '{number} is not open any more.',
    'receivable.more-than-open': 'Only {open} of {number} is open; {amount} is too much.',
    'receivable.part-settled': 'Money has come in on {number}; take that back first.',
  },
})
