/** Care along deals: what is asked and told before, during and after the sale. */
import { defineModule } from '#kernel/module.ts'
import { dealCareJob } from './care.job.ts'
import { DealCareRule } from './deal-care-rule.entity.ts'

export { dealCareJob } from './care.job.ts'
export { DealCareRule } from './deal-care-rule.entity.ts'

export default defineModule({
  name: 'deal-care',
  label: 'Care along deals',
  needs: ['customers', 'tasks', 'quotes', 'orders', 'shipping', 'invoices'],
  capabilities: [105],
  entities: [DealCareRule],
  jobs: [dealCareJob],
  menu: [{ group: 'Rules', open: 'deal-care-rule' }],
})
