/** Insights: what is known of a customer, drawn together, and what follows of it. */
import { defineModule } from '#kernel/module.ts'
import { customersWhoFit } from './customers-who-fit.report.ts'

export default defineModule({
  name: 'insights',
  label: 'Insights',
  needs: ['customers', 'contacts', 'life-cycle', 'receivables', 'quotes', 'orders'],
  capabilities: [131, 257, 273, 282],
  reports: [customersWhoFit],
  menu: [{ group: 'Reports', open: 'customers-who-fit' }],
})
