/** Shipping: goods leave the warehouse for orders, in one go or in parts. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { defineModule } from '#kernel/module.ts'
import { checkLines } from '#modules/products/index.ts'
import { cancelShipment } from './cancel-shipment.action.ts'
import { checkShipments } from './check-shipments.ts'
import { deliveryNotePrint } from './delivery-note.print.ts'
import { sendShipment } from './send-shipment.action.ts'
import { shipOrder, shipOrders } from './ship-order.action.ts'
import { Shipment } from './shipment.entity.ts'
import { inOrderUnits } from './shipped-lines.ts'

export { cancelShipment } from './cancel-shipment.action.ts'
export { sendShipment } from './send-shipment.action.ts'
export { shipOrder, shipOrders } from './ship-order.action.ts'
export { Shipment, ShipmentLine, shippers } from './shipment.entity.ts'

interface Changed {
  row: Shipment
  before?: Shipment
}

/** Counted as the order counts it. */
async function checkQuantities(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { row, before } = facts as unknown as Changed
  await checkLines(ctx, await inOrderUnits(ctx, row.lines), before?.lines, 'agreed')
}

export default defineModule({
  name: 'shipping',
  label: 'Shipping',
  needs: ['customers', 'products', 'warehouses', 'inventory', 'ledger', 'pricing', 'orders'],
  capabilities: [6, 202, 203, 204],
  entities: [Shipment],
  actions: [shipOrder, shipOrders, sendShipment, cancelShipment],
  prints: [deliveryNotePrint],
  menu: [{ group: 'Sales', open: 'shipment' }],
  on: { 'shipment.update': checkQuantities },
  checks: { Shipments: checkShipments },
  messages: {
    'check.shipped': 'Shipped on a line of order {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.returned':
      'Returned on a line of order {name}: {kept} is kept, {rebuilt} is in the book.',
    'check.shipment-cost': 'Cost of shipment {name}: {kept} is kept, {rebuilt} is in the book.',
    'shipment.no-lines': 'The shipment has no lines.',
    'shipment.nothing-open': 'Everything is shipped or stands in a draft shipment.',
    'shipment.several-customers': 'Only orders of one customer can be shipped together.',
    'shipment.order-not-open': 'Order {order} is not confirmed; nothing can be shipped of it.',
    'shipment.other-customer': 'Order {order} belongs to another customer.',
    'shipment.other-warehouse': 'Order {order} is reserved in another warehouse.',
    'shipment.wrong-line': 'This line does not belong to the order or names another product.',
    'shipment.more-than-open':
      'Only {open} of {product} are open in order {order}; {quantity} are too many.',
    'shipment-line.returned-at-most-sent': 'More would come back than was sent.',
  },
})
