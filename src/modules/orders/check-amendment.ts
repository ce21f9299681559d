/** What was shipped or invoiced stays in an amended order. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { compare, isZero, max } from '#kernel/money/decimal.ts'
import { Product } from '#modules/products/index.ts'
import type { Order, OrderLine } from './order.entity.ts'

/** @throws {Refusal} `order.line-is-shipped`, `order.head-is-fixed` */
export async function checkAmendment(ctx: Ctx, before: Order, after: Order): Promise<void> {
  const touched = before.lines.filter((line) => !isZero(done(line)))
  if (touched.length === 0) return
  if (before.customer !== after.customer) fail('order.head-is-fixed', {}, { field: 'customer' })
  if (before.currency !== after.currency) fail('order.head-is-fixed', {}, { field: 'currency' })
  for (const line of touched) {
    const now = after.lines.find((other) => other.id === line.id)
    if (now && now.product === line.product && compare(now.quantity, done(line)) >= 0) continue
    const { name } = await ctx.find(Product, line.product, { deleted: true })
    fail('order.line-is-shipped', { product: name, quantity: done(line) }, { field: 'lines' })
  }
}

function done(line: OrderLine): string {
  return max(line.shippedQuantity, line.invoicedQuantity)
}
