/** Insights: what is known of a customer, drawn together, and what follows of it. */
import { defineModule } from '#kernel/module.ts'

export default defineModule({
  name: 'insights',
  label: 'Insights',
  needs: ['customers', 'contacts', 'life-cycle', 'receivables', 'quotes', 'orders'],
  capabilities: [131, 273],
})
