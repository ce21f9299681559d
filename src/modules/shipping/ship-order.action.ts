/** Drafts a shipment of all that one order, or several of one customer, still need. */
import { defineAction, defineCollectionAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { Order } from '#modules/orders/index.ts'
import { draftShipments } from './draft-shipment.ts'
import { shippers } from './shipment.entity.ts'

export const shipOrder = defineAction(Order, {
  name: 'ship',
  label: 'Ship',
  from: 'confirmed',
  allow: shippers,
  opens: true,
  tone: 'primary',
  async run(ctx, order) {
    const [id] = await draftShipments(ctx, [order], ctx.today)
    return { result: { entity: 'shipment', id } }
  },
})

export const shipOrders = defineCollectionAction(Order, {
  name: 'ship-orders',
  label: 'Ship together',
  allow: shippers,
  opens: true,
  input: {
    orders: f.refs('order', { required: true, pick: { status: 'confirmed' } }),
    shippedOn: f.date({ required: true, default: 'today', label: 'Ship on' }),
  },
  async run(ctx, { orders: ids, shippedOn }) {
    const where = { id: { in: ids ?? [] } }
    const orders = await ctx.list(Order, where, { lock: true, withLines: true })
    const closed = orders.find((order) => order.status !== 'confirmed')
    if (closed) fail('shipment.order-not-open', { order: closed.number }, { status: 409 })
    if (new Set(orders.map((order) => order.customer)).size > 1) {
      fail('shipment.several-customers', {}, { field: 'orders' })
    }
    const shipments = await draftShipments(ctx, orders, shippedOn)
    return { result: { entity: 'shipment', id: shipments[0], shipments } }
  },
})
