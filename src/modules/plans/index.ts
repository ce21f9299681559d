/** Plans: what people want to do in a week, and what they report of their work. */
import { defineModule } from '#kernel/module.ts'
import {
  acceptPlan,
  acceptReport,
  excusePlan,
  excuseReport,
  returnPlan,
  returnReport,
} from './answer-paper.action.ts'
import { fillInPlan } from './fill-plan.action.ts'
import { handInPlan, handInReport, takeBackPlan, takeBackReport } from './hand-in.action.ts'
import { handingIn } from './handing-in.report.ts'
import {
  beginPlan,
  beginReport,
  changePlan,
  changeReport,
  derivePlan,
  deriveReport,
} from './keep-papers.ts'
import { prepareJob } from './prepare.job.ts'
import { remindPapersJob } from './remind.job.ts'
import { ReportingRule } from './reporting-rule.entity.ts'
import { ticks } from './tick-lines.ts'
import { workByDay } from './work-by-day.report.ts'
import { workOfPeople } from './work-of-people.report.ts'
import { WorkPlan } from './work-plan.entity.ts'
import { WorkReport } from './work-report.entity.ts'

export { acceptPlan, acceptReport, excuseReport, returnReport } from './answer-paper.action.ts'
export { fillInPlan } from './fill-plan.action.ts'
export { handInPlan, handInReport, takeBackReport } from './hand-in.action.ts'
export { handingIn } from './handing-in.report.ts'
export { prepareJob } from './prepare.job.ts'
export { remindPapersJob } from './remind.job.ts'
export { ReportingRule } from './reporting-rule.entity.ts'
export { workOfPeople } from './work-of-people.report.ts'
export { WorkPlan } from './work-plan.entity.ts'
export { WorkReport } from './work-report.entity.ts'

export default defineModule({
  name: 'plans',
  label: 'Plans and reports',
  needs: [
    'people',
    'notes',
    'tasks',
    'customers',
    'contacts',
    'visits',
    'opportunities',
    'leads',
    'quotes',
    'orders',
    'receipts',
  ],
  capabilities: [168, 169, 171, 263, 268],
  entities: [ReportingRule, WorkPlan, WorkReport],
  actions: [
    handInPlan,
    fillInPlan,
    acceptPlan,
    returnPlan,
    takeBackPlan,
    excusePlan,
    handInReport,
    acceptReport,
    returnReport,
    takeBackReport,
    excuseReport,
  ],
  reports: [workOfPeople, workByDay, handingIn],
  jobs: [prepareJob, remindPapersJob],
  menu: [
    { group: 'Team', open: 'work-plan' },
    { group: 'Team', open: 'work-report' },
    { group: 'Team', open: 'user', label: 'People' },
    { group: 'Reports', open: 'work-of-people' },
    { group: 'Reports', open: 'work-by-day' },
    { group: 'Reports', open: 'handing-in' },
    { group: 'Rules', open: 'reporting-rule' },
  ],
  derive: { 'work-plan': derivePlan, 'work-report': deriveReport },
  on: {
    'work-plan.create': beginPlan,
    'work-plan.update': changePlan,
    'work-report.create': beginReport,
    'work-report.update': changeReport,
    'visit.finish': ticks('plannedOn'),
    'task.complete': ticks('dueOn'),
    'task.reopen': ticks('dueOn'),
    'interaction.create': ticks('happenedAt'),
    'opportunity.win': ticks('expectedOn'),
    'quote.send': ticks('quotedOn'),
    'order.confirm': ticks('orderedOn'),
  },
  messages: {
    'work-plan.of-another': 'Plans and reports are one’s own, or of somebody below.',
    'work-plan.is-empty': 'Write down a goal or at least one line of what you plan.',
    'work-report.not-begun': 'This time has not begun yet.',
    'work-report.no-words': 'Say in your own words what came of it, or what is in the way.',
  },
})
