/** Drafts a return of all that can still come back of a shipment. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { isZero, minus } from '#kernel/money/decimal.ts'
import { Shipment } from '#modules/shipping/index.ts'
import { GoodsReturn, takers } from './goods-return.entity.ts'

export const takeBack = defineAction(Shipment, {
  name: 'take-back',
  label: 'Take goods back',
  from: 'sent',
  allow: takers,
  opens: true,
  async run(ctx, shipment) {
    const lines = shipment.lines
      .map((line) => ({
        shipmentLine: line.id as string,
        product: line.product,
        unit: line.unit,
        order: line.order,
        quantity: minus(line.quantity, line.returnedQuantity),
      }))
      .filter((line) => !isZero(line.quantity))
    if (lines.length === 0) fail('return.nothing-left', {}, { status: 409 })
    const { id, customer, warehouse, owner } = shipment
    const draft = await ctx.create(GoodsReturn, { shipment: id, customer, warehouse, owner, lines })
    return { result: { entity: 'goods-return', id: draft.id } }
  },
})
