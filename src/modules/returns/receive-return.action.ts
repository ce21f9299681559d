/** The goods are back: stock grows at the cost they left with, and that cost is taken back. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { plus, type Decimal } from '#kernel/money/decimal.ts'
import { receiveStock, type Moved } from '#modules/inventory/index.ts'
import { postStock } from '#modules/ledger/index.ts'
import { noteProgress } from '#modules/orders/index.ts'
import { Shipment, type ShipmentLine } from '#modules/shipping/index.ts'
import { GoodsReturn } from './goods-return.entity.ts'
import { returnedLines } from './returned-lines.ts'

export const receiveReturn = defineAction(GoodsReturn, {
  name: 'receive',
  label: 'Receive goods',
  from: 'draft',
  to: 'received',
  allow: { 'sales-lead': { owner: 'my-team' }, storekeeper: 'all', manager: 'all' },
  tone: 'primary',
  async run(ctx, goodsReturn) {
    if (goodsReturn.lines.length === 0) fail('return.no-lines', {}, { field: 'lines' })
    const shipment = await ctx.lock(Shipment, goodsReturn.shipment)
    const { lines, sent } = await returnedLines(ctx, goodsReturn, shipment)
    const moved = await takeIntoStock(ctx, goodsReturn, lines)
    await ctx.save(GoodsReturn, goodsReturn.id, { lines })
    await ctx.save(Shipment, shipment.id, { lines: sent })
    for (const [order, quantities] of byOrder(lines, sent)) {
      await noteProgress(ctx, order, 'returnedQuantity', quantities)
    }
    await ctx.emit('goods-return.received', { goodsReturn, lines })
    await postBack(ctx, goodsReturn, moved)
  },
})

function takeIntoStock(
  ctx: Ctx,
  { id, returnedOn, warehouse }: GoodsReturn,
  lines: GoodsReturn['lines'],
): Promise<Moved[]> {
  return receiveStock(ctx, {
    on: returnedOn,
    warehouse,
    from: 'customer',
    source: { entity: 'goods-return', record: id },
    lines: lines.map(({ id: line, product, quantity, value }) => ({
      line,
      product,
      quantity,
      value: value ?? '0',
    })),
  })
}

/** Order → order line → quantity that came back. */
function byOrder(
  lines: GoodsReturn['lines'],
  sent: readonly ShipmentLine[],
): Map<string, Map<string, Decimal>> {
  const orders = new Map<string, Map<string, Decimal>>()
  for (const { shipmentLine, quantity } of lines) {
    const line = sent.find((one) => one.id === shipmentLine)
    if (!line) continue
    const quantities = orders.get(line.order) ?? new Map<string, Decimal>()
    quantities.set(line.orderLine, plus(quantities.get(line.orderLine) ?? '0', quantity))
    orders.set(line.order, quantities)
  }
  return orders
}

function postBack(ctx: Ctx, goodsReturn: GoodsReturn, moved: readonly Moved[]): Promise<void> {
  const { id, number, returnedOn, customer } = goodsReturn
  return postStock(ctx, {
    on: returnedOn,
    why: `Return ${number}`,
    source: { entity: 'goods-return', record: id },
    moved,
    other: 'cost-of-sales',
    customer,
  })
}
