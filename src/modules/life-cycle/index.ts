/** Life cycle: in which stage each customer stands and why, and how each stage is looked after. */
import { defineModule } from '#kernel/module.ts'
import { customersByStage } from './customers-by-stage.report.ts'
import { lookAtDeal, noteChange } from './note-change.ts'
import { refreshStagesJob } from './refresh-stages.job.ts'
import {
  activateStageRule,
  previewStageRule,
  runStageRules,
  stopStageRule,
} from './rule-state.action.ts'
import { StageChange } from './stage-change.entity.ts'
import { stageChanges } from './stage-changes.report.ts'
import { StageGuide } from './stage-guide.entity.ts'
import { StageTick } from './stage-tick.entity.ts'
import { StageRule } from './stage-rule.entity.ts'

export { seedStageRules } from './default-rules.ts'
export { movedWhere } from './fitting-customers.ts'
export { moveCustomers } from './move-customers.ts'
export { refreshStagesJob } from './refresh-stages.job.ts'
export { activateStageRule, previewStageRule, stopStageRule } from './rule-state.action.ts'
export { StageChange } from './stage-change.entity.ts'
export { StageGuide } from './stage-guide.entity.ts'
export { StageTick } from './stage-tick.entity.ts'
export { StageRule } from './stage-rule.entity.ts'

export default defineModule({
  name: 'life-cycle',
  label: 'Life cycle',
  needs: ['customers', 'orders'],
  capabilities: [35, 94, 95, 131, 270, 271, 272],
  entities: [StageRule, StageChange, StageGuide, StageTick],
  actions: [previewStageRule, activateStageRule, stopStageRule, runStageRules],
  reports: [customersByStage, stageChanges],
  jobs: [refreshStagesJob],
  menu: [
    { group: 'Rules', open: 'stage-rule' },
    { group: 'Rules', open: 'stage-guide' },
  ],
  on: {
    'customer.update': noteChange,
    'order.confirm': lookAtDeal,
  },
})
