/** Orders: what customers have ordered, from the draft to the last invoice. */
import { defineModule } from '#kernel/module.ts'
import { deriveAmounts } from '#modules/pricing/index.ts'
import { amendOrder } from './amend-order.action.ts'
import { cancelOrder } from './cancel-order.action.ts'
import { checkAmendment } from './check-amendment.ts'
import { checkOrders } from './check-orders.ts'
import { closeOrder } from './close-order.action.ts'
import { confirmOrder } from './confirm-order.action.ts'
import { Order } from './order.entity.ts'
import { settleActions, settleOrder } from './settle-order.ts'

export { amendOrder } from './amend-order.action.ts'
export { cancelOrder } from './cancel-order.action.ts'
export { closeOrder } from './close-order.action.ts'
export { confirmOrder } from './confirm-order.action.ts'
export { goodsAmong, openToInvoice, openToShip } from './open-lines.ts'
export { noteInvoiced, noteProgress, type Invoiced, type LineQuantities } from './line-progress.ts'
export { Order, OrderLine, ownOrders } from './order.entity.ts'
export { settleOrder } from './settle-order.ts'

interface Changed {
  before: Order
  row: Order
}

export default defineModule({
  name: 'orders',
  label: 'Orders',
  needs: ['customers', 'products', 'warehouses', 'inventory', 'receivables', 'pricing', 'quotes'],
  entities: [Order],
  actions: [confirmOrder, amendOrder, cancelOrder, closeOrder, ...settleActions],
  menu: [{ group: 'Sales', open: 'order' }],
  derive: { order: deriveAmounts },
  on: {
    'order.update': async (ctx, facts) => {
      const { before, row } = facts as unknown as Changed
      await checkAmendment(ctx, before, row)
    },
    // An amended order may need nothing more than what was shipped before.
    'order.confirm': async (ctx, facts) => {
      const { row } = facts as unknown as Changed
      if (row.revision > 1) await settleOrder(ctx, row.id)
    },
  },
  checks: { orders: checkOrders },
  messages: {
    'order.no-warehouse': 'There is no warehouse to ship from. Choose one.',
    'order.already-shipped': 'Part of the order is shipped or invoiced. Close it instead.',
    'order.head-is-fixed': 'Part of the order is shipped or invoiced; this stays as it is.',
    'order.line-is-shipped':
      '{quantity} of {product} are shipped or invoiced; the line keeps at least that.',
    'order-line.shipped-at-most-ordered': 'More would be shipped than was ordered.',
    'order-line.returned-at-most-shipped': 'More would come back than was shipped.',
    'order-line.invoiced-at-most-ordered': 'More would be invoiced than was ordered.',
  },
})
