/** Opens an invoice of what is left to invoice of an order; part by part where it ships so. */
import { defineAction, defineCollectionAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { Order, ownOrders } from '#modules/orders/index.ts'
import { draftInvoice } from './draft-invoice.ts'

const binding = ['confirmed', 'shipped', 'closed'] as const
const input = {
  basis: f.choice(
    [
      { value: 'shipped', label: 'What is shipped' },
      { value: 'ordered', label: 'All that is ordered' },
    ],
    { default: 'shipped', required: true, label: 'Invoice' },
  ),
  invoicedOn: f.date({ default: 'today', required: true, label: 'Invoice date' }),
}

export const invoiceOrder = defineAction(Order, {
  name: 'invoice',
  label: 'Invoice',
  from: binding,
  allow: { ...ownOrders, finance: 'all' },
  input,
  opens: true,
  async run(ctx, order, wish) {
    const { id } = await draftInvoice(ctx, [order], wish)
    return { result: { entity: 'invoice', id } }
  },
})

/** Several orders of one customer on one invoice. */
export const invoiceOrders = defineCollectionAction(Order, {
  name: 'invoice-orders',
  label: 'Invoice together',
  allow: { ...ownOrders, finance: 'all' },
  input: { orders: f.refs('order', { label: 'Orders', required: true }), ...input },
  opens: true,
  async run(ctx, { orders: ids, ...wish }) {
    const orders = await ctx.list(Order, { id: { in: ids ?? [] } }, { lock: true, withLines: true })
    const open = orders.find((order) => !binding.some((status) => status === order.status))
    if (open) fail('invoice.order-not-confirmed', { order: open.number }, { field: 'orders' })
    const { id } = await draftInvoice(ctx, orders, wish)
    return { result: { entity: 'invoice', id } }
  },
})
