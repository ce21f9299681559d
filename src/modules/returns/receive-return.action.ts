/** The goods are back: stock grows at the cost they left with, and that cost is taken back. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { receiveStock, type Moved } from '#modules/inventory/index.ts'
import { postStock } from '#modules/ledger/index.ts'
import { Shipment } from '#modules/shipping/index.ts'
import { GoodsReturn, receivers } from './goods-return.entity.ts'
import { lockOrders, noteReturned, returnedByOrder } from './returned-goods.ts'
import { returnedLines } from './returned-lines.ts'

export const receiveReturn = defineAction(GoodsReturn, {
  name: 'receive',
  label: 'Receive goods',
  from: 'draft',
  to: 'received',
  allow: receivers,
  tone: 'primary',
  async run(ctx, goodsReturn) {
    if (goodsReturn.lines.length === 0) fail('return.no-lines', {}, { field: 'lines' })
    const shipment = await ctx.lock(Shipment, goodsReturn.shipment)
    const { lines, sent } = await returnedLines(ctx, goodsReturn, shipment)
    const returned = returnedByOrder(lines, sent)
    await lockOrders(ctx, returned)
    const moved = await takeIntoStock(ctx, goodsReturn, lines)
    await ctx.save(GoodsReturn, goodsReturn.id, { lines })
    await ctx.save(Shipment, shipment.id, { lines: sent })
    await noteReturned(ctx, returned, 'came-back')
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
    field: 'returnedOn',
    warehouse,
    from: 'customer',
    source: { entity: 'goods-return', record: id },
    lines: lines.map(({ id: line, product, unit, quantity, value }) => ({
      line,
      product,
      unit,
      quantity,
      value: value ?? '0',
    })),
  })
}

function postBack(ctx: Ctx, goodsReturn: GoodsReturn, moved: readonly Moved[]): Promise<void> {
  const { id, number, returnedOn, customer } = goodsReturn
  return postStock(ctx, {
    on: returnedOn,
    field: 'returnedOn',
    why: ctx.words('Return {number}', { number }),
    source: { entity: 'goods-return', record: id },
    moved,
    other: 'cost-of-sales',
    customer,
  })
}
