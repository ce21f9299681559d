/** An order that binds no longer lets go what it held: goods set aside and credit. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { releaseStock } from '#modules/inventory/index.ts'
import { adjustHold } from './credit-hold.ts'
import type { Order } from './order.entity.ts'

export async function letGo(ctx: Ctx, order: Order, status: Order['status']): Promise<void> {
  await releaseStock(ctx, { entity: 'order', record: order.id })
  await adjustHold(ctx, order.customer, order, { ...order, status })
}
