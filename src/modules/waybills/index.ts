/** Waybills 運單: goods with a carrier, seen by the house and by the customer until they arrive. */
import { defineModule } from '#kernel/module.ts'
import { deliveriesOnTime } from './deliveries-on-time.report.ts'
import {
  deliverWaybill,
  failWaybill,
  reopenWaybill,
  returnWaybill,
  sendWaybillAgain,
} from './end-waybill.action.ts'
import { beginWaybill, deriveDays, keepWaybill } from './keep-waybill.ts'
import { makeWaybill } from './make-waybill.action.ts'
import { noteStation } from './note-station.action.ts'
import { tellLateJob } from './tell-late.job.ts'
import { WaybillEvent } from './waybill-event.entity.ts'
import { Waybill } from './waybill.entity.ts'

export { deliveriesOnTime } from './deliveries-on-time.report.ts'
export {
  deliverWaybill,
  failWaybill,
  reopenWaybill,
  returnWaybill,
  sendWaybillAgain,
} from './end-waybill.action.ts'
export { makeWaybill } from './make-waybill.action.ts'
export { noteStation } from './note-station.action.ts'
export { tellLateJob } from './tell-late.job.ts'
export { trackedAt, trackPage, untrackedPage, type Tracked } from './track-page.ts'
export { WaybillEvent } from './waybill-event.entity.ts'
export { Waybill, WaybillLine } from './waybill.entity.ts'

export default defineModule({
  name: 'waybills',
  label: 'Waybills',
  needs: ['customers', 'orders', 'shipping', 'invoices'],
  capabilities: [164, 165, 166, 167],
  entities: [Waybill, WaybillEvent],
  actions: [
    makeWaybill,
    noteStation,
    deliverWaybill,
    failWaybill,
    sendWaybillAgain,
    returnWaybill,
    reopenWaybill,
  ],
  reports: [deliveriesOnTime],
  jobs: [tellLateJob],
  menu: [
    { group: 'Sales', open: 'waybill' },
    { group: 'Reports', open: 'deliveries-on-time' },
  ],
  derive: { waybill: deriveDays },
  on: { 'waybill.create': beginWaybill, 'waybill.update': keepWaybill },
  messages: {
    'waybill.carries-nothing': 'Name a shipment or an invoice, or remove the line.',
    'waybill.shipment-of-another': 'Shipment {number} is of another customer.',
    'waybill.invoice-of-another': 'Invoice {number} is of another customer.',
    'waybill.number-runs':
      'Another waybill of this carrier has the number {number} and has not arrived yet.',
    'waybill.expected-before-sent': 'It cannot be expected before it is sent out.',
    'waybill.happens-later': 'This day is still to come.',
    'waybill.happens-before': 'It was sent out on {sentOn} only.',
    'notice.waybill-late': '{record} was expected on {when} and is still underway',
    'notice.waybill-failed': '{record} was not delivered and waits for a decision',
  },
})
