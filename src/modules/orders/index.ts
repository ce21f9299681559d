/** Orders: what customers have ordered, from the draft to the last invoice. */
import { defineModule, type Listener } from '#kernel/module.ts'
import { checkRate, deriveAmounts } from '#modules/pricing/index.ts'
import { checkQuantities } from '#modules/products/index.ts'
import { amendOrder } from './amend-order.action.ts'
import { cancelOrder } from './cancel-order.action.ts'
import { checkAmendment } from './check-amendment.ts'
import { checkOrders } from './check-orders.ts'
import { closeOrder } from './close-order.action.ts'
import { confirmOrder } from './confirm-order.action.ts'
import { keepOrdered, keepOrderedUnit } from './keep-product.ts'
import { makeOrder } from './make-order.action.ts'
import { countDeal, countMergedDeals } from './count-deals.ts'
import { discardAmendment } from './discard-amendment.action.ts'
import { freeQuote } from './free-quote.ts'
import { openOrders } from './open-orders.report.ts'
import { Order } from './order.entity.ts'
import { orderPrint } from './order.print.ts'
import { priceOrder } from './price-order.action.ts'
import { recountHeld } from './recount-held.ts'
import { settleActions, settleOrder } from './settle-order.ts'
import { switchOrderTax } from './switch-tax.action.ts'

export { amendOrder } from './amend-order.action.ts'
export { cancelOrder } from './cancel-order.action.ts'
export { closeOrder } from './close-order.action.ts'
export { confirmOrder } from './confirm-order.action.ts'
export { discardAmendment } from './discard-amendment.action.ts'
export { makeOrder } from './make-order.action.ts'
export { goodsAmong, openToInvoice, openToShip } from './open-lines.ts'
export { noteInvoiced, noteProgress, type Invoiced, type LineQuantities } from './line-progress.ts'
export { Order, OrderLine, ownOrders, salesReaders } from './order.entity.ts'
export { priceOrder } from './price-order.action.ts'
export { openOrders } from './open-orders.report.ts'
export { settleOrder } from './settle-order.ts'
export { switchOrderTax } from './switch-tax.action.ts'

interface Changed {
  before: Order
  row: Order
}

const countMerged: Listener = async (ctx, facts) => {
  await recountHeld(ctx, facts)
  await countMergedDeals(ctx, facts)
}

export default defineModule({
  name: 'orders',
  label: 'Orders',
  needs: ['customers', 'products', 'warehouses', 'inventory', 'receivables', 'pricing', 'quotes'],
  capabilities: [6, 23, 24, 25, 27, 184, 185, 250],
  entities: [Order],
  actions: [
    makeOrder,
    confirmOrder,
    amendOrder,
    discardAmendment,
    cancelOrder,
    closeOrder,
    priceOrder,
    switchOrderTax,
    ...settleActions,
  ],
  reports: [openOrders],
  prints: [orderPrint],
  menu: [
    { group: 'Sales', open: 'order' },
    { group: 'Reports', open: 'open-orders' },
  ],
  derive: { order: deriveAmounts },
  on: {
    'order.create': checkQuantities,
    'order.update': async (ctx, facts) => {
      const { before, row } = facts as unknown as Changed
      await checkRate(ctx, facts)
      checkAmendment(before, row)
      await checkQuantities(ctx, facts)
    },
    'product.update': keepOrdered,
    'product-unit.update': keepOrderedUnit,
    // An amended order may need nothing more than what was shipped before.
    'order.confirm': async (ctx, facts) => {
      const { row } = facts as unknown as Changed
      if (row.revision > 1) await settleOrder(ctx, row.id)
      await countDeal(ctx, facts)
    },
    'order.discard-amendment': (ctx, facts) =>
      settleOrder(ctx, (facts as unknown as Changed).row.id),
    'customer.merge': countMerged,
    'customer.unmerge': countMerged,
    'order.cancel': async (ctx, facts) => {
      await freeQuote(ctx, (facts as unknown as Changed).row)
      await countDeal(ctx, facts)
    },
  },
  checks: { Orders: checkOrders },
  messages: {
    'check.credit-held':
      'Credit held by open orders of {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.set-aside':
      'Goods set aside for order {name}: {kept} is kept, {rebuilt} is in the book.',
    'product.is-ordered': 'Order {order} counts on this. Close the order first.',
    'product-unit.is-ordered': 'Order {order} is counted in this unit; it stays as it is.',
    'order.no-warehouse': 'There is no warehouse to ship from. Choose one.',
    'order.no-version-before': 'The version before is not known. Confirm the order as it is.',
    'order.customer-gone':
      'The customer of the version before is gone or merged with another. Confirm the order as it is.',
    'order.already-shipped': 'Part of the order is shipped or invoiced. Close it instead.',
    'order.head-is-fixed': 'Part of the order is shipped or invoiced; this stays as it is.',
    'order.line-is-shipped':
      'Of line {line}, {quantity} are shipped or invoiced; it keeps its product and at least that.',
    'order-line.shipped-at-most-ordered': 'More would be shipped than was ordered.',
    'order-line.returned-at-most-shipped': 'More would come back than was shipped.',
    'order-line.invoiced-at-most-ordered': 'More would be invoiced than was ordered.',
  },
})
