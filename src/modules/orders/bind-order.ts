/** An order binds from now on: goods are set aside and the customer's credit is held. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { isZero } from '#kernel/money/decimal.ts'
import { reserveStock } from '#modules/inventory/index.ts'
import { checkPriced } from '#modules/pricing/index.ts'
import { defaultWarehouse } from '#modules/warehouses/index.ts'
import { holdFor } from './credit-hold.ts'
import { openToShip } from './open-lines.ts'
import { Order } from './order.entity.ts'

/**
 * @throws {Refusal} `document.no-lines`, `document.no-rate`, `order.no-warehouse`,
 *   `stock.not-enough`, `credit.over-limit`
 */
export async function bindOrder(ctx: Ctx, order: Order): Promise<void> {
  checkPriced(order)
  const warehouse = order.warehouse ?? (await chooseWarehouse(ctx, order.id))
  await reserveStock(ctx, {
    warehouse,
    source: { entity: 'order', record: order.id },
    lines: order.lines
      .map((line) => ({ ...line, quantity: openToShip(line), line: line.id }))
      .filter((line) => !isZero(line.quantity)),
  })
  await holdFor(ctx, order.customer, { ...order, status: 'confirmed' })
}

async function chooseWarehouse(ctx: Ctx, order: string): Promise<string> {
  const usual = await defaultWarehouse(ctx)
  if (!usual) fail('order.no-warehouse', {}, { field: 'warehouse' })
  await ctx.save(Order, order, { warehouse: usual.id })
  return usual.id
}
