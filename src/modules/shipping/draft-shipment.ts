/** Drafts a shipment of what orders of one customer still need from one warehouse. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import { compare, minus, type Decimal } from '#kernel/money/decimal.ts'
import { goodsAmong, openToShip, type Order } from '#modules/orders/index.ts'
import { Shipment } from './shipment.entity.ts'

interface OpenLine {
  order: string
  orderLine: string
  product: string
  unit: string | null
  quantity: Decimal
}

/**
 * One draft per warehouse, in the order of the orders given; these are of one customer, confirmed
 * and locked.
 * @returns ids of the drafts
 * @throws {Refusal} `shipment.nothing-open` when all is shipped or stands in other drafts
 */
export async function draftShipments(
  ctx: Ctx,
  orders: readonly Order[],
  shippedOn: string,
): Promise<string[]> {
  const open = await openLines(ctx, orders)
  const byWarehouse = Map.groupBy(orders, (order) => order.warehouse)
  const drafts: string[] = []
  for (const [warehouse, own] of byWarehouse) {
    const [first] = own
    const lines = open.filter((line) => own.some((order) => order.id === line.order))
    if (!first || !warehouse || lines.length === 0) continue
    const { customer, owner, shipName, shipTo } = first
    const head = { customer, owner, shipName, shipTo, warehouse, shippedOn }
    drafts.push((await ctx.create(Shipment, { ...head, lines })).id)
  }
  if (drafts.length === 0) fail('shipment.nothing-open', {}, { status: 409 })
  return drafts
}

async function openLines(ctx: Ctx, orders: readonly Order[]): Promise<OpenLine[]> {
  const lines = orders.flatMap((order) => order.lines.map((line) => ({ order: order.id, line })))
  const goods = await goodsAmong(
    ctx,
    lines.map(({ line }) => line.product),
  )
  const drafted = await draftedQuantities(
    ctx,
    orders.map((order) => order.id),
  )
  return lines
    .map(({ order, line }) => ({
      order,
      orderLine: line.id,
      product: line.product,
      unit: line.unit,
      quantity: minus(openToShip(line), drafted.get(line.id) ?? '0'),
    }))
    .filter((line) => goods.has(line.product) && compare(line.quantity, '0') > 0)
}

/** What stands in shipments that are not sent yet, so that nothing is drafted twice. */
async function draftedQuantities(ctx: Ctx, orders: string[]): Promise<Map<string, Decimal>> {
  const rows = await ctx.sql<{ line: string; quantity: Decimal }>(
    sql`select l.order_line as line, sum(l.quantity) as quantity from shipment_line l
    join shipment s on s.tenant = l.tenant and s.id = l.parent
    where l.tenant = ${ctx.tenant} and s.tenant = ${ctx.tenant}
      and l."order" = any(${orders}::uuid[]) and s.status = 'draft' and s.deleted_at is null
    group by l.order_line`,
  )
  return new Map(rows.map((row) => [row.line, row.quantity]))
}
