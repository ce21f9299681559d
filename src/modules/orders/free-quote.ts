/** A quote whose order comes to nothing can be ordered again. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { loseOrder, Quote } from '#modules/quotes/index.ts'
import type { Order } from './order.entity.ts'

export async function freeQuote(ctx: Ctx, order: Order): Promise<void> {
  if (order.quote === null) return
  const quote = await ctx.lock(Quote, order.quote)
  if (quote.status === 'ordered' && quote.order === order.id) await ctx.do(loseOrder, quote.id)
}
