/** Turns the prices of an order from without tax to with tax, or back. */
import { defineAction } from '#kernel/action/action.ts'
import { switchedTax } from '#modules/pricing/index.ts'
import { Order, ownOrders } from './order.entity.ts'

export const switchOrderTax = defineAction(Order, {
  name: 'switch-tax',
  label: 'Net ⇄ gross prices',
  from: 'draft',
  allow: ownOrders,
  async run(ctx, order) {
    await ctx.save(Order, order.id, switchedTax(order))
  },
})
