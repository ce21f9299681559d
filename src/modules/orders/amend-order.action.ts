/** Opens a confirmed order for a new revision; it keeps its number and what is shipped already. */
import { defineAction } from '#kernel/action/action.ts'
import { letGo } from './let-go.ts'
import { Order, ownOrders } from './order.entity.ts'
import { versionOf } from './order-version.ts'

export const amendOrder = defineAction(Order, {
  name: 'amend',
  label: 'Amend',
  from: 'confirmed',
  to: 'draft',
  allow: ownOrders,
  reason: true,
  confirm: 'The goods set aside and the credit held are let go until you confirm again.',
  async run(ctx, order) {
    await letGo(ctx, order, 'draft')
    const revision = order.revision + 1
    await ctx.save(Order, order.id, { revision, versionBefore: versionOf(order) })
  },
})
