/** Pools 公海: customers that nobody looks after find somebody who does. */
import { defineModule } from '#kernel/module.ts'
import { claimEntry } from './claim-entry.action.ts'
import { dealPool } from './deal-pool.action.ts'
import { followOwner, leaveWithBin } from './follow-owner.ts'
import { giveByDealing } from './give-entry.action.ts'
import { PoolEntry } from './pool-entry.entity.ts'
import { Pool } from './pool.entity.ts'
import { RecallRule } from './recall-rule.entity.ts'
import { recallJob } from './recall.job.ts'
import { releaseCustomer } from './release-customer.action.ts'
import { activateRule, previewRule, stopRule } from './rule-state.action.ts'
import { transferCustomer } from './transfer-customer.action.ts'
import { withdrawEntry } from './withdraw-entry.action.ts'

export { claimEntry } from './claim-entry.action.ts'
export { giveByDealing } from './give-entry.action.ts'
export { dealPool } from './deal-pool.action.ts'
export { dealingRules, dealOut, type Dealt, type Hand } from './deal-out.ts'
export { PoolEntry } from './pool-entry.entity.ts'
export { Pool } from './pool.entity.ts'
export { putInPool } from './put-in-pool.ts'
export { RecallRule } from './recall-rule.entity.ts'
export { recallJob } from './recall.job.ts'
export { releaseCustomer } from './release-customer.action.ts'
export { transferCustomer } from './transfer-customer.action.ts'
export { activateRule, previewRule, stopRule } from './rule-state.action.ts'

export default defineModule({
  name: 'pools',
  label: 'Pools',
  needs: ['customers', 'tasks'],
  capabilities: [38, 95, 148, 149, 150, 251, 264, 265],
  entities: [Pool, PoolEntry, RecallRule],
  actions: [
    claimEntry,
    withdrawEntry,
    giveByDealing,
    releaseCustomer,
    dealPool,
    previewRule,
    activateRule,
    stopRule,
    transferCustomer,
  ],
  jobs: [recallJob],
  menu: [
    { group: 'Customers', open: 'pool-entry' },
    { group: 'Rules', open: 'pool' },
    { group: 'Rules', open: 'recall-rule' },
  ],
  on: {
    'customer.update': followOwner,
    'customer.delete': leaveWithBin,
  },
  messages: {
    'notice.recall-near': '{record} goes into a pool in {days} days: rule “{by}”',
    'customer.nobody-to-transfer-to': 'Say to whom they go.',
    'customer.nobody-else': 'It is with this salesperson already, and nobody else was named.',
    'pool.not-a-member': 'Only members of “{pool}” may claim from it.',
    'pool.cooling': 'This was your customer before. You may claim it again from {until}.',
    'pool.enough-today': 'The pool allows {most} claims a day, and you have made them.',
    'pool.enough-in-hand': 'You have {inHand} customers; the pool allows {most} in hand.',
    'pool.no-member': 'There is no member to deal to. Add members to the pool first.',
    'pool.nothing-to-deal': 'Nothing waits here that these members may get.',
    'recall.pool-without-member':
      '“{pool}” has no member: nobody could claim what comes in. Add members first.',
  },
})
