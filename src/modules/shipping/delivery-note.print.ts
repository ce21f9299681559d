/** The delivery note that goes with the goods and is signed for; it names no price. */
import { definePrint } from '#kernel/print/layout.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { Order } from '#modules/orders/index.ts'
import { documentHead, facts, goodsTable, nameOfUser } from '#modules/pricing/index.ts'
import { Warehouse } from '#modules/warehouses/index.ts'
import { Shipment } from './shipment.entity.ts'

export const deliveryNotePrint = definePrint({
  name: 'delivery-note',
  label: 'Delivery note',
  entity: Shipment,
  marks: ['draft', 'cancelled'],
  async form(ctx, id, locale, t) {
    const language = { locale, t }
    const shipment = await ctx.find(Shipment, id)
    const orders = await ordersOf(ctx, shipment)
    const warehouse = await ctx.find(Warehouse, shipment.warehouse, { deleted: true })
    const goods = await goodsTable(ctx, printedLines(shipment, orders), language)
    return {
      title: t('Delivery note'),
      ...(await documentHead(ctx, shipment, t('Deliver to'), language)),
      facts: facts(language, [
        [t('Date'), shipment.shippedOn],
        [t('Orders'), orders.map((order) => order.number).join(', ')],
        [t('Your reference'), orders.flatMap((order) => order.customerReference ?? []).join(', ')],
        [t('Warehouse'), warehouse.name],
        [t('Carrier'), shipment.carrier],
        [t('Tracking number'), shipment.trackingNumber],
        [t('Salesperson'), await nameOfUser(ctx, shipment.owner)],
      ]),
      ...goods,
      totals: [],
      signatures: [t('Delivered by'), t('Received by')],
    }
  },
})

function ordersOf(ctx: Ctx, shipment: Shipment): Promise<Order[]> {
  const ids = [...new Set(shipment.lines.map((line) => line.order))]
  return ctx.list(Order, { id: { in: ids } }, { withLines: true })
}

/** The customer's order says how the goods are called and counted. */
function printedLines(shipment: Shipment, orders: readonly Order[]) {
  const ordered = new Map(orders.flatMap((order) => order.lines.map((line) => [line.id, line])))
  return shipment.lines.map(({ product, quantity, orderLine }) => {
    const line = ordered.get(orderLine)
    return { product, quantity, description: line?.description ?? null, unit: line?.unit ?? null }
  })
}
