/** Takes the prices of the price list and the customer's discount into an order. */
import { defineAction } from '#kernel/action/action.ts'
import { repriced } from '#modules/pricing/index.ts'
import { Order, ownOrders } from './order.entity.ts'

export const priceOrder = defineAction(Order, {
  name: 'apply-prices',
  label: 'Apply price list',
  from: 'draft',
  allow: ownOrders,
  async run(ctx, order) {
    await ctx.save(Order, order.id, { lines: await repriced(ctx, order, order.orderedOn) })
  },
})
