/** The waybill of a shipment that was sent: carrier and number are taken over from it. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { f } from '#kernel/field/f.ts'
import { Customer } from '#modules/customers/index.ts'
import { booked, Invoice } from '#modules/invoices/index.ts'
import { Shipment, shippers } from '#modules/shipping/index.ts'
import { billedOrders, ordersIn } from './what-it-carries.ts'
import { Waybill } from './waybill.entity.ts'

/** Named as on the shipment, so that the dialog begins with what stands there. */
const input = {
  carrier: f.text({ required: true, maxLength: 120, label: 'Carrier' }),
  trackingNumber: f.text({ required: true, maxLength: 60, label: 'Waybill number' }),
  shippedOn: f.date({ required: true, default: 'today', label: 'Sent out on' }),
  promisedOn: f.date({ label: 'Expected on' }),
}

export const makeWaybill = defineAction(Shipment, {
  name: 'make-waybill',
  label: 'Make a waybill',
  from: 'sent',
  allow: shippers,
  confirm: 'The issued invoices of its orders that no waybill carries yet are named on it.',
  opens: true,
  input,
  async run(ctx, shipment, { carrier, trackingNumber: number, shippedOn, promisedOn }) {
    const { customer } = shipment
    const owner = shipment.owner ?? (await ctx.find(Customer, customer)).owner
    const lines = await linesOf(ctx, shipment)
    const head = { number, carrier, customer, owner, sentOn: shippedOn, promisedOn }
    const { id } = await ctx.create(Waybill, { ...head, lines })
    if (shipment.trackingNumber === null)
      await ctx.save(Shipment, shipment.id, { carrier, trackingNumber: number })
    return { result: { entity: 'waybill', id } }
  },
})

async function linesOf(ctx: Ctx, shipment: Shipment) {
  const orders = ordersIn(shipment.lines)
  const invoices = await waitingInvoices(ctx, orders)
  if (invoices.length === 0) return [{ shipment: shipment.id }]
  return invoices.map((invoice) => {
    const order = billedOrders(invoice).find((one) => orders.includes(one)) ?? null
    return { shipment: shipment.id, order, invoice: invoice.id }
  })
}

/** Issued, of these orders, and on no waybill but such as went back. */
async function waitingInvoices(ctx: Ctx, orders: readonly (string | null)[]): Promise<Invoice[]> {
  const ofOrders = { 'lines.order': orders, kind: 'invoice', status: booked }
  const invoices = await ctx.list(Invoice, ofOrders, { withLines: true, sort: 'number' })
  if (invoices.length === 0) return []
  const carrying = { 'lines.invoice': invoices.map(({ id }) => id), not: { status: 'returned' } }
  const waybills = await ctx.list(Waybill, carrying, { withLines: true })
  const carried = new Set(waybills.flatMap(({ lines }) => lines.map(({ invoice }) => invoice)))
  return invoices.filter(({ id }) => !carried.has(id))
}
