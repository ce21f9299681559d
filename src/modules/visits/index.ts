/** Visits: whom one goes to see, on which day and in which order, and what came of it. */
import { defineModule } from '#kernel/module.ts'
import { cancelVisit } from './cancel-visit.action.ts'
import { checkIn } from './check-in.action.ts'
import { finishVisit } from './finish-visit.action.ts'
import { followTransfer } from './follow-transfer.ts'
import { orderDay } from './order-day.action.ts'
import { planVisit } from './plan-visit.action.ts'
import { Visit } from './visit.entity.ts'
import { visitsAndRecords } from './visits-and-records.report.ts'

export { checkIn } from './check-in.action.ts'
export { finishVisit } from './finish-visit.action.ts'
export { orderDay } from './order-day.action.ts'
export { planVisit } from './plan-visit.action.ts'
export { Visit } from './visit.entity.ts'

export default defineModule({
  name: 'visits',
  label: 'Visits',
  needs: ['customers', 'contacts', 'pools'],
  capabilities: [153, 154, 155, 283],
  entities: [Visit],
  actions: [planVisit, checkIn, finishVisit, cancelVisit, orderDay],
  reports: [visitsAndRecords],
  on: { 'customer.work-transferred': followTransfer },
  menu: [
    { group: 'Customers', open: 'visit' },
    { group: 'Reports', open: 'visits-and-records' },
  ],
  messages: {
    'visit.in-future': 'This moment has not come yet.',
    'visit.left-before-arrival': 'One leaves after one has arrived.',
    'visit.of-another': '“{visit}” is the visit of somebody else.',
    'visit.not-planned': '“{visit}” is over or under way.',
  },
})
