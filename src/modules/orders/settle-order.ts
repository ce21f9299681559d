/** An order's state follows its lines: shipped when all left, closed when all is invoiced too. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { adjustHold } from './credit-hold.ts'
import { goodsAmong, stateByLines } from './open-lines.ts'
import { Order } from './order.entity.ts'

const bound = ['confirmed', 'shipped', 'closed'] as const

function follow(name: string, label: string, to: (typeof bound)[number]) {
  return defineAction(Order, {
    name,
    label,
    from: bound,
    to,
    allow: [],
    internal: true,
    run: async () => undefined,
  })
}

const follows = {
  confirmed: follow('settle-confirmed', 'Open again', 'confirmed'),
  shipped: follow('settle-shipped', 'All shipped', 'shipped'),
  closed: follow('settle-closed', 'All shipped and invoiced', 'closed'),
}
export const settleActions = Object.values(follows)

/**
 * Brings the order into the state that its lines call for; may be repeated. An order that was
 * closed by hand stays closed, and one that is not confirmed stays what it is.
 */
export async function settleOrder(ctx: Ctx, id: string): Promise<void> {
  const order = await ctx.lock(Order, id)
  if (order.endedEarly || !bound.some((status) => status === order.status)) return
  const goods = await goodsAmong(
    ctx,
    order.lines.map((line) => line.product),
  )
  const status = stateByLines(order.lines, (product) => goods.has(product))
  if (status === order.status) return
  await ctx.do(follows[status], id)
  await adjustHold(ctx, order.customer, order, { ...order, status })
}
