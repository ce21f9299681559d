/** Notes on an order's lines what was shipped, came back or was invoiced, and settles the order. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { plus, type Decimal } from '#kernel/money/decimal.ts'
import { adjustHold } from './credit-hold.ts'
import { Order } from './order.entity.ts'
import { settleOrder } from './settle-order.ts'

export type Progress = 'shippedQuantity' | 'returnedQuantity' | 'invoicedQuantity'

/** Order line → quantity; negative takes back. */
export type LineQuantities = ReadonlyMap<string, Decimal>

/** Adds quantities to lines of an order. The caller has checked that they fit. */
export async function noteProgress(
  ctx: Ctx,
  order: string,
  progress: Progress,
  quantities: LineQuantities,
): Promise<void> {
  const { lines } = await ctx.lock(Order, order)
  await ctx.save(Order, order, { lines: added(lines, progress, quantities) })
  await settleOrder(ctx, order)
}

export interface Invoiced {
  order: string
  quantities: LineQuantities
  /** Of the order, in base currency; the credit held for it is let go. Negative takes back. */
  baseAmount: Decimal
}

/** An invoice was issued for lines of an order, or (negative) voided or credited. */
export async function noteInvoiced(
  ctx: Ctx,
  { order: id, quantities, baseAmount }: Invoiced,
): Promise<void> {
  const order = await ctx.lock(Order, id)
  const invoicedBase = plus(order.invoicedBase, baseAmount)
  const lines = added(order.lines, 'invoicedQuantity', quantities)
  await ctx.save(Order, id, { lines, invoicedBase })
  await adjustHold(ctx, order.customer, order, { ...order, invoicedBase })
  await settleOrder(ctx, id)
}

function added(
  lines: Order['lines'],
  progress: Progress,
  quantities: LineQuantities,
): Order['lines'] {
  return lines.map((line) => {
    const quantity = quantities.get(line.id)
    return quantity === undefined ? line : { ...line, [progress]: plus(line[progress], quantity) }
  })
}
