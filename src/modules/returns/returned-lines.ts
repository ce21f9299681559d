/** Sets what comes back against what was sent, line by line. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { compare, minus, plus } from '#kernel/money/decimal.ts'
import { Product } from '#modules/products/index.ts'
import type { Shipment, ShipmentLine } from '#modules/shipping/index.ts'
import type { GoodsReturn } from './goods-return.entity.ts'
import { returnedValue } from './returned-value.ts'

export interface Returned {
  /** Lines of the return, each with its value. */
  lines: GoodsReturn['lines']
  /** Lines of the shipment as they stand afterwards. */
  sent: ShipmentLine[]
}

/** @throws {Refusal} `return.wrong-line`, `return.more-than-sent` */
export async function returnedLines(
  ctx: Ctx,
  goodsReturn: GoodsReturn,
  shipment: Shipment,
): Promise<Returned> {
  const sent = new Map<string, ShipmentLine>(shipment.lines.map((line) => [line.id, line]))
  const lines: GoodsReturn['lines'] = []
  for (const [index, line] of goodsReturn.lines.entries()) {
    const own = sent.get(line.shipmentLine)
    if (!own || own.product !== line.product) {
      fail('return.wrong-line', {}, { field: `lines.${index}.shipmentLine` })
    }
    const left = minus(own.quantity, own.returnedQuantity)
    if (compare(line.quantity, left) > 0) await refuseMore(ctx, line, left, index)
    const value = returnedValue({ ...own, value: own.value ?? '0' }, line.quantity)
    lines.push({ ...line, value, unit: own.unit, order: own.order })
    sent.set(own.id, {
      ...own,
      returnedQuantity: plus(own.returnedQuantity, line.quantity),
      returnedValue: plus(own.returnedValue, value),
    })
  }
  return { lines, sent: [...sent.values()] }
}

async function refuseMore(
  ctx: Ctx,
  { product, quantity }: GoodsReturn['lines'][number],
  left: string,
  index: number,
): Promise<never> {
  const { name } = await ctx.find(Product, product, { deleted: true })
  const facts = { product: name, quantity, left }
  fail('return.more-than-sent', facts, { field: `lines.${index}.quantity` })
}
