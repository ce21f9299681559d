/** Telesales: call lists dealt out to agents, called with a script, counted by what they led to. */
import { defineModule } from '#kernel/module.ts'
import { addCustomerToList, addLeadToList } from './add-to-list.action.ts'
import { CallEntry } from './call-entry.entity.ts'
import { callbacksDue, callListProgress } from './call-list-progress.report.ts'
import { CallList } from './call-list.entity.ts'
import { CallScript } from './call-script.entity.ts'
import { CallingHours } from './calling-hours.entity.ts'
import { callsByAgent, callsByHour } from './calls-by.report.ts'
import { closeList, reopenList } from './close-list.action.ts'
import { dealList, takeBack } from './deal-list.action.ts'
import { callAgain, dropOut, skipEntry } from './entry-state.action.ts'
import { followConverted, followDeal, followOptOut, followWishes } from './follow-called.ts'
import { addEntry, changeEntry, dropEntry } from './keep-entry.ts'
import { recordCall } from './record-call.action.ts'

export { addCustomerToList, addLeadToList } from './add-to-list.action.ts'
export { CallEntry } from './call-entry.entity.ts'
export { callbacksDue, callListProgress } from './call-list-progress.report.ts'
export { CallList } from './call-list.entity.ts'
export { CallScript } from './call-script.entity.ts'
export { CallingHours } from './calling-hours.entity.ts'
export { callsByAgent, callsByHour } from './calls-by.report.ts'
export { closeList, reopenList } from './close-list.action.ts'
export { dealList, takeBack } from './deal-list.action.ts'
export { callAgain, skipEntry } from './entry-state.action.ts'
export { recordCall } from './record-call.action.ts'

export default defineModule({
  name: 'telesales',
  label: 'Telesales',
  needs: ['people', 'customers', 'pools', 'opportunities', 'leads', 'telephony', 'orders'],
  capabilities: [36, 37, 38, 39, 40, 41, 93, 106, 257],
  entities: [CallScript, CallingHours, CallList, CallEntry],
  actions: [
    addCustomerToList,
    addLeadToList,
    dealList,
    takeBack,
    closeList,
    reopenList,
    recordCall,
    skipEntry,
    callAgain,
    dropOut,
  ],
  reports: [callsByAgent, callsByHour, callListProgress, callbacksDue],
  menu: [
    { group: 'Customers', open: '/telesales/calling', label: 'Calling', icon: 'phone' },
    { group: 'Customers', open: 'call-list' },
    { group: 'Customers', open: 'call-entry' },
    { group: 'Reports', open: 'calls-by-agent' },
    { group: 'Reports', open: 'calls-by-hour' },
    { group: 'Reports', open: 'call-list-progress' },
    { group: 'Reports', open: 'callbacks-due' },
    { group: 'Rules', open: 'call-script' },
    { group: 'Rules', open: 'calling-hours' },
  ],
  on: {
    'call-entry.create': addEntry,
    'call-entry.update': changeEntry,
    'call-entry.delete': dropEntry,
    'call-entry.opted-out': followOptOut,
    'customer.update': followWishes('customer'),
    'lead.update': followWishes('lead'),
    'lead.convert': followConverted,
    'order.create': followDeal('order'),
    'opportunity.create': followDeal('opportunity'),
  },
  messages: {
    'call-list.is-closed': '“{list}” is closed. Reopen it, or choose another list.',
    'call-list.no-agent': 'There is nobody to deal to. Name agents in the list first.',
    'call-list.nothing-to-deal': 'Nothing in this list waits for an agent.',
    'call-list.nothing-to-take-back': 'Nobody has anything of this list that could be taken back.',
    'call-entry.of-one': 'An entry is for a customer or for a lead: choose one of them.',
    'call-entry.refuses-calls': '{name} wants no calls. It stands under “Does not want”.',
    'call-entry.no-number': '{name} has no telephone number.',
    'call-entry.on-list-already': '{name} is on this list already.',
    'call-entry.stays-whose-it-is':
      'List, customer and lead of an entry stay. Delete it and add another.',
    'call-entry.no-agent-of-list': 'Only agents of “{list}” get its entries.',
    'call-entry.result-not-of-list': '“{list}” does not offer this result.',
    'call-entry.callback-missing': '“{result}” asks when to call back.',
    'call-entry.callback-is-past': 'The callback must lie in the future.',
  },
})
