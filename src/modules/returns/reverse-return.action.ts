/** Takes a received return back: the goods did not come, or not these. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { compare, minus } from '#kernel/money/decimal.ts'
import { issueStock, type Moved } from '#modules/inventory/index.ts'
import { creditedGoods } from '#modules/invoices/index.ts'
import { reverseStock } from '#modules/ledger/index.ts'
import type { Order } from '#modules/orders/index.ts'
import { Shipment, type ShipmentLine } from '#modules/shipping/index.ts'
import { notesOf } from './credit-return.action.ts'
import { GoodsReturn, receivers } from './goods-return.entity.ts'
import { lockOrders, noteReturned, returnedByOrder, type Returned } from './returned-goods.ts'

export const reverseReturn = defineAction(GoodsReturn, {
  name: 'reverse',
  label: 'Reverse',
  from: 'received',
  to: 'reversed',
  allow: receivers,
  reason: true,
  tone: 'danger',
  confirm: 'The goods leave the stock again. The return keeps its number.',
  async run(ctx, goodsReturn) {
    const { id, number, customer, lines } = goodsReturn
    const shipment = await ctx.lock(Shipment, goodsReturn.shipment)
    const returned = returnedByOrder(lines, shipment.lines)
    await refuseDrafted(ctx, id)
    await refuseCredited(ctx, returned, await lockOrders(ctx, returned))
    const moved = await takeFromStock(ctx, goodsReturn)
    await ctx.save(Shipment, shipment.id, { lines: withoutReturned(shipment.lines, lines) })
    await noteReturned(ctx, returned, 'gone-again')
    const source = { entity: 'goods-return', record: id }
    const why = `Reversal of return ${number}`
    await reverseStock(ctx, { on: ctx.today, why, source, moved, customer })
  },
})

/** A draft would credit goods that did not come. */
async function refuseDrafted(ctx: Ctx, id: string): Promise<void> {
  const note = (await notesOf(ctx, id)).find(({ status }) => status === 'draft')
  if (note) fail('return.credit-drafted', { number: note.number }, { status: 409 })
}

/** What a credit note took back of the goods must be covered by what still came back. */
async function refuseCredited(ctx: Ctx, returned: Returned, orders: Order[]): Promise<void> {
  const gone = new Map([...returned.values()].flatMap((quantities) => [...quantities]))
  const lines = new Map(orders.flatMap((order) => order.lines).map((line) => [line.id, line]))
  for (const { orderLine, quantity, number } of await creditedGoods(ctx, [...gone.keys()])) {
    const returnedQuantity = lines.get(orderLine)?.returnedQuantity
    const left = minus(returnedQuantity ?? '0', gone.get(orderLine) ?? '0')
    if (compare(quantity, left) > 0) fail('return.credited', { number }, { status: 409 })
  }
}

/** At the value they came with, not at the average. */
function takeFromStock(ctx: Ctx, { id, warehouse, lines }: GoodsReturn): Promise<Moved[]> {
  return issueStock(ctx, {
    on: ctx.today,
    warehouse,
    to: 'customer',
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

function withoutReturned(sent: ShipmentLine[], lines: GoodsReturn['lines']): ShipmentLine[] {
  const after = new Map(sent.map((line) => [line.id as string, line]))
  for (const { shipmentLine, quantity, value } of lines) {
    const line = after.get(shipmentLine)
    if (!line) continue
    const returnedQuantity = minus(line.returnedQuantity, quantity)
    const returnedValue = minus(line.returnedValue, value ?? '0')
    after.set(shipmentLine, { ...line, returnedQuantity, returnedValue })
  }
  return [...after.values()]
}
