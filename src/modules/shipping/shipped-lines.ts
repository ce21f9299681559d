/** Which order lines a shipment serves; every line must fit its order. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import { compare, plus, type Decimal } from '#kernel/money/decimal.ts'
import { Order, openToShip } from '#modules/orders/index.ts'
import { Product } from '#modules/products/index.ts'
import type { Shipment, ShipmentLine } from './shipment.entity.ts'

/** Order → order line → quantity. */
export type Served = Map<string, Map<string, Decimal>>

/** Lines with the unit in which their order counts them. */
export async function inOrderUnits<L extends { orderLine: string }>(
  ctx: Ctx,
  lines: readonly L[],
): Promise<(L & { unit: ShipmentLine['unit'] })[]> {
  const ids = lines.map((line) => line.orderLine)
  const rows = await ctx.sql<{ id: string; unit: ShipmentLine['unit'] }>(
    sql`select id, unit from order_line
      where tenant = ${ctx.tenant} and id = any(${ids}::uuid[])`,
  )
  const units = new Map(rows.map(({ id, unit }) => [id, unit]))
  return lines.map((line) => ({ ...line, unit: units.get(line.orderLine) ?? null }))
}

/**
 * Locks the orders and checks each line against its order.
 * @throws {Refusal} `shipment.order-not-open`, `shipment.other-customer`,
 *   `shipment.other-warehouse`, `shipment.wrong-line`, `shipment.more-than-open`
 */
export async function servedLines(ctx: Ctx, shipment: Shipment): Promise<Served> {
  const ids = [...new Set(shipment.lines.map((line) => line.order))]
  const orders = await ctx.list(Order, { id: { in: ids } }, { lock: true, withLines: true })
  for (const order of orders) checkOrder(shipment, order)
  const served: Served = new Map(orders.map((order) => [order.id as string, new Map()]))
  for (const [index, line] of shipment.lines.entries()) {
    const order = orders.find((one) => one.id === line.order)
    const quantities = served.get(line.order)
    if (!order || !quantities) fail('shipment.wrong-line', {}, { field: `lines.${index}.order` })
    await addLine(ctx, order, line, quantities, index)
  }
  return served
}

function checkOrder(shipment: Shipment, order: Order): void {
  const facts = { order: order.number }
  if (order.status !== 'confirmed') fail('shipment.order-not-open', facts, { status: 409 })
  if (order.customer !== shipment.customer) fail('shipment.other-customer', facts)
  if (order.warehouse !== shipment.warehouse) {
    fail('shipment.other-warehouse', facts, { field: 'warehouse' })
  }
}

async function addLine(
  ctx: Ctx,
  order: Order,
  line: ShipmentLine,
  quantities: Map<string, Decimal>,
  index: number,
): Promise<void> {
  const ordered = order.lines.find((one) => one.id === line.orderLine)
  if (!ordered || ordered.product !== line.product) {
    fail('shipment.wrong-line', {}, { field: `lines.${index}.orderLine` })
  }
  const quantity = plus(quantities.get(ordered.id) ?? '0', line.quantity)
  const open = openToShip(ordered)
  if (compare(quantity, open) > 0) {
    const { name: product } = await ctx.find(Product, line.product, { deleted: true })
    const facts = { product, open, quantity, order: order.number }
    fail('shipment.more-than-open', facts, { field: `lines.${index}.quantity` })
  }
  quantities.set(ordered.id, quantity)
}
