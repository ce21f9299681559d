/** Makes an order binding: goods are set aside and the customer's credit is held. */
import { defineAction } from '#kernel/action/action.ts'
import { bindOrder } from './bind-order.ts'
import { Order, ownOrders } from './order.entity.ts'

export const confirmOrder = defineAction(Order, {
  name: 'confirm',
  label: 'Confirm',
  from: 'draft',
  to: 'confirmed',
  allow: ownOrders,
  tone: 'primary',
  async run(ctx, order) {
    await bindOrder(ctx, order)
    if (order.versionBefore !== null) await ctx.save(Order, order.id, { versionBefore: null })
  },
})
