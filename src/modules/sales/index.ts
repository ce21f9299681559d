/** Sales figures: what customers ordered and keep, by customer, product, category and seller. */
import { defineModule } from '#kernel/module.ts'
import { salesByCategory } from './sales-by-category.report.ts'
import { salesByCustomer } from './sales-by-customer.report.ts'
import { salesByProduct } from './sales-by-product.report.ts'
import { salesBySalesperson } from './sales-by-salesperson.report.ts'

export { salesByCategory } from './sales-by-category.report.ts'
export { salesByCustomer } from './sales-by-customer.report.ts'
export { salesByProduct } from './sales-by-product.report.ts'
export { salesBySalesperson } from './sales-by-salesperson.report.ts'

export default defineModule({
  name: 'sales',
  label: 'Sales figures',
  needs: ['customers', 'products', 'orders', 'invoices'],
  capabilities: [],
  entities: [],
  reports: [salesByCustomer, salesByProduct, salesByCategory, salesBySalesperson],
  menu: [
    { group: 'Reports', open: 'sales-by-customer' },
    { group: 'Reports', open: 'sales-by-product' },
    { group: 'Reports', open: 'sales-by-category' },
    { group: 'Reports', open: 'sales-by-salesperson' },
  ],
})
