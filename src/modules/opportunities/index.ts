/** Opportunities 商機: what may be sold, stage by stage, each entered when its criteria hold. */
import { defineModule } from '#kernel/module.ts'
import { beginOpportunity } from './begin-opportunity.ts'
import { deriveOpportunity } from './derive-amounts.ts'
import { expectedByMonth } from './expected-by-month.report.ts'
import { loseOpportunity, winOpportunity } from './end-opportunity.action.ts'
import { followTransfer } from './follow-transfer.ts'
import { enterStage } from './enter-stage.action.ts'
import { followCustomer, followMerge, keepOpportunity } from './follow-records.ts'
import { lossesByReason } from './losses-by-reason.report.ts'
import { opportunityFunnel } from './opportunity-funnel.report.ts'
import { OpportunityStage } from './opportunity-stage.entity.ts'
import { Opportunity } from './opportunity.entity.ts'
import { PipelineStage } from './pipeline-stage.entity.ts'
import { Pipeline } from './pipeline.entity.ts'
import { refreshScoresJob } from './refresh-scores.job.ts'
import { reopenOpportunity } from './reopen-opportunity.action.ts'
import { stageCourse } from './stage-course.report.ts'
import { winRatesByProduct, winRatesByQuarter, winRatesBySalesperson } from './win-rates.report.ts'

export { seedPipeline } from './default-pipeline.ts'
export { loseOpportunity, winOpportunity } from './end-opportunity.action.ts'
export { enterStage } from './enter-stage.action.ts'
export { OpportunityStage } from './opportunity-stage.entity.ts'
export { Opportunity } from './opportunity.entity.ts'
export { PipelineStage } from './pipeline-stage.entity.ts'
export { Pipeline } from './pipeline.entity.ts'
export { recountQuotes } from './refresh-score.ts'
export { refreshScoresJob } from './refresh-scores.job.ts'
export { reopenOpportunity } from './reopen-opportunity.action.ts'

export default defineModule({
  name: 'opportunities',
  label: 'Opportunities',
  needs: ['customers', 'contacts', 'pools', 'products'],
  capabilities: [158, 159, 160, 229, 230, 267],
  entities: [Pipeline, PipelineStage, Opportunity, OpportunityStage],
  actions: [enterStage, winOpportunity, loseOpportunity, reopenOpportunity],
  reports: [
    opportunityFunnel,
    expectedByMonth,
    winRatesBySalesperson,
    winRatesByProduct,
    winRatesByQuarter,
    stageCourse,
    lossesByReason,
  ],
  jobs: [refreshScoresJob],
  menu: [
    { group: 'Sales', open: 'opportunity' },
    { group: 'Rules', open: 'pipeline' },
    { group: 'Rules', open: 'pipeline-stage' },
    { group: 'Reports', open: 'opportunity-funnel' },
    { group: 'Reports', open: 'expected-by-month' },
    { group: 'Reports', open: 'win-rates-by-salesperson' },
    { group: 'Reports', open: 'win-rates-by-product' },
    { group: 'Reports', open: 'win-rates-by-quarter' },
    { group: 'Reports', open: 'stage-course' },
    { group: 'Reports', open: 'losses-by-reason' },
  ],
  derive: { opportunity: deriveOpportunity },
  on: {
    'customer.work-transferred': followTransfer,
    'opportunity.create': beginOpportunity,
    'opportunity.update': keepOpportunity,
    'interaction.create': followCustomer,
    'interaction.update': followCustomer,
    'interaction.delete': followCustomer,
    'interaction.restore': followCustomer,
    'contact.create': followCustomer,
    'contact.update': followCustomer,
    'contact.delete': followCustomer,
    'contact.restore': followCustomer,
    'customer.merge': followMerge,
    'customer.unmerge': followMerge,
  },
  messages: {
    'opportunity.criteria-not-met': '“{stage}” is entered once there is: {missing}.',
    'opportunity.lacks': '{by}',
    'opportunity.lacks-some': '{by} ({found} of {needed})',
    'opportunity.lacks-lately': '{by} within {days} days ({found} of {needed})',
    'opportunity.last-stage': 'This is the last stage. What comes now is won or lost.',
    'opportunity.is-there': 'The opportunity is in this stage already.',
    'opportunity.other-pipeline': 'This stage belongs to another pipeline.',
    'opportunity.no-pipeline': 'Choose a pipeline, or create one first.',
    'opportunity.no-stage': 'The pipeline has no stages yet. Add some first.',
    'opportunity.no-rate': 'Enter the exchange rate of {currency}.',
    'opportunity.close-day':
      'What is won or lost needs the day it was closed; what is open has none.',
    'opportunity.closes-later': 'This day has not come yet.',
    'opportunity.closes-before': 'It was opened on {openedOn}; it cannot be closed before.',
    'opportunity.customer-missing': 'Say who bought: enter the customer first.',
  },
})
