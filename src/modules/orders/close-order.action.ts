/** Closes an order of which nothing more will come, though not all was shipped or invoiced. */
import { defineAction } from '#kernel/action/action.ts'
import { letGo } from './let-go.ts'
import { Order, ownOrders } from './order.entity.ts'

export const closeOrder = defineAction(Order, {
  name: 'close',
  label: 'Close order',
  from: ['confirmed', 'shipped'],
  to: 'closed',
  allow: ownOrders,
  reason: true,
  confirm: 'What is not shipped yet will not be shipped.',
  async run(ctx, order) {
    await letGo(ctx, order, 'closed')
    await ctx.save(Order, order.id, { endedEarly: true })
  },
})
