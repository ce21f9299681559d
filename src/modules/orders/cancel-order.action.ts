/** Ends an order of which nothing was shipped or invoiced. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { isZero } from '#kernel/money/decimal.ts'
import { letGo } from './let-go.ts'
import { Order, ownOrders } from './order.entity.ts'

export const cancelOrder = defineAction(Order, {
  name: 'cancel',
  label: 'Cancel order',
  from: ['draft', 'confirmed'],
  to: 'cancelled',
  allow: ownOrders,
  reason: true,
  tone: 'danger',
  async run(ctx, order) {
    const isTouched = order.lines.some(
      (line) => !isZero(line.shippedQuantity) || !isZero(line.invoicedQuantity),
    )
    if (isTouched) fail('order.already-shipped', {}, { status: 409 })
    if (order.status === 'confirmed') await letGo(ctx, order, 'cancelled')
  },
})
