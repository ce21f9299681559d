/** Which orders goods came back of; these are locked before the stock, as everywhere. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { negate, plus, type Decimal } from '#kernel/money/decimal.ts'
import { noteProgress, Order } from '#modules/orders/index.ts'
import type { ShipmentLine } from '#modules/shipping/index.ts'
import type { GoodsReturn } from './goods-return.entity.ts'

/** Order → order line → quantity that came back. */
export type Returned = Map<string, Map<string, Decimal>>

/** Lines that are of no line of the shipment are passed over. */
export function returnedByOrder(
  lines: GoodsReturn['lines'],
  sent: readonly ShipmentLine[],
): Returned {
  const orders: Returned = new Map()
  for (const { shipmentLine, quantity } of lines) {
    const line = sent.find((one) => one.id === shipmentLine)
    if (!line) continue
    const quantities = orders.get(line.order) ?? new Map<string, Decimal>()
    quantities.set(line.orderLine, plus(quantities.get(line.orderLine) ?? '0', quantity))
    orders.set(line.order, quantities)
  }
  return orders
}

export function lockOrders(ctx: Ctx, returned: Returned): Promise<Order[]> {
  return ctx.list(Order, { id: { in: [...returned.keys()] } }, { lock: true, withLines: true })
}

/** @param way 'gone-again' takes back what was noted when the goods came */
export async function noteReturned(
  ctx: Ctx,
  returned: Returned,
  way: 'came-back' | 'gone-again',
): Promise<void> {
  for (const [order, quantities] of returned) {
    const noted = [...quantities].map(([line, quantity]) => {
      return [line, way === 'came-back' ? quantity : negate(quantity)] as const
    })
    await noteProgress(ctx, order, 'returnedQuantity', new Map(noted))
  }
}
