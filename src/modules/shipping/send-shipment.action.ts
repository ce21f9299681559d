/** The goods leave: stock is issued, cost of sales posted, the orders know what was shipped. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { negate, sum } from '#kernel/money/decimal.ts'
import { issueStock, type Moved } from '#modules/inventory/index.ts'
import { postStock } from '#modules/ledger/index.ts'
import { noteProgress } from '#modules/orders/index.ts'
import { Shipment } from './shipment.entity.ts'
import { inOrderUnits, servedLines } from './shipped-lines.ts'

export const sendShipment = defineAction(Shipment, {
  name: 'send',
  label: 'Send goods',
  from: 'draft',
  to: 'sent',
  allow: { 'sales-lead': { owner: 'my-team' }, storekeeper: 'all', manager: 'all' },
  tone: 'primary',
  async run(ctx, shipment) {
    if (shipment.lines.length === 0) fail('shipment.no-lines', {}, { field: 'lines' })
    const served = await servedLines(ctx, shipment)
    const lines = await inOrderUnits(ctx, shipment.lines)
    const moved = await takeFromStock(ctx, { ...shipment, lines })
    const cost = negate(sum(moved.map((move) => move.booked)))
    await ctx.save(Shipment, shipment.id, { lines: valued(lines, moved), cost })
    for (const [order, quantities] of served) {
      await noteProgress(ctx, order, 'shippedQuantity', quantities)
    }
    await ctx.emit('shipment.sent', { shipment, moved })
    await postCost(ctx, shipment, moved)
  },
})

function takeFromStock(ctx: Ctx, shipment: Shipment): Promise<Moved[]> {
  return issueStock(ctx, {
    on: shipment.shippedOn,
    field: 'shippedOn',
    warehouse: shipment.warehouse,
    to: 'customer',
    source: { entity: 'shipment', record: shipment.id },
    lines: shipment.lines.map(({ id, product, unit, quantity, orderLine }) => ({
      line: id,
      product,
      unit,
      quantity,
      reservation: orderLine,
    })),
  })
}

function valued(lines: Shipment['lines'], moved: readonly Moved[]): Shipment['lines'] {
  const byLine = new Map(moved.map((move) => [move.line, move]))
  return lines.map((line) => {
    const { unitCost = null, value = null } = byLine.get(line.id) ?? {}
    return { ...line, unitCost, value }
  })
}

/** Last, since the number of the ledger entry keeps others waiting. */
function postCost(ctx: Ctx, shipment: Shipment, moved: readonly Moved[]): Promise<void> {
  return postStock(ctx, {
    on: shipment.shippedOn,
    field: 'shippedOn',
    why: ctx.words('Shipment {number}', { number: shipment.number }),
    source: { entity: 'shipment', record: shipment.id },
    moved,
    other: 'cost-of-sales',
    customer: shipment.customer,
  })
}
