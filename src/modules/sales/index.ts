/** Sales figures: what customers ordered and keep, by customer, product, category and seller. */
import { defineModule } from '#kernel/module.ts'
import { ordersByStage } from './orders-by-stage.report.ts'
import { ordersByWeekday } from './orders-by-weekday.report.ts'
import { poolClaims } from './pool-claims.report.ts'
import { poolUse } from './pool-use.report.ts'
import { salesByCategory } from './sales-by-category.report.ts'
import { salesByCustomer } from './sales-by-customer.report.ts'
import { salesByMonth } from './sales-by-month.report.ts'
import { salesByPlace } from './sales-by-place.report.ts'
import { salesByProduct } from './sales-by-product.report.ts'
import { salesBySalesperson } from './sales-by-salesperson.report.ts'

export { ordersByWeekday } from './orders-by-weekday.report.ts'
export { poolClaims } from './pool-claims.report.ts'
export { poolUse } from './pool-use.report.ts'
export { salesByCategory } from './sales-by-category.report.ts'
export { salesByCustomer } from './sales-by-customer.report.ts'
export { salesByMonth } from './sales-by-month.report.ts'
export { salesByPlace } from './sales-by-place.report.ts'
export { salesByProduct } from './sales-by-product.report.ts'
export { salesBySalesperson } from './sales-by-salesperson.report.ts'

export default defineModule({
  name: 'sales',
  label: 'Sales figures',
  needs: ['customers', 'contacts', 'pools', 'products', 'orders', 'invoices'],
  capabilities: [266],
  entities: [],
  reports: [
    salesByCustomer,
    salesByPlace,
    salesByProduct,
    salesByCategory,
    salesBySalesperson,
    salesByMonth,
    ordersByWeekday,
    ordersByStage,
    poolUse,
    poolClaims,
  ],
  menu: [
    { group: 'Reports', open: 'sales-by-customer' },
    { group: 'Reports', open: 'sales-by-place' },
    { group: 'Reports', open: 'sales-by-product' },
    { group: 'Reports', open: 'sales-by-category' },
    { group: 'Reports', open: 'sales-by-salesperson' },
    { group: 'Reports', open: 'sales-by-month' },
    { group: 'Reports', open: 'orders-by-weekday' },
    { group: 'Reports', open: 'orders-by-stage' },
    { group: 'Reports', open: 'pool-use' },
    { group: 'Reports', open: 'pool-claims' },
  ],
})
