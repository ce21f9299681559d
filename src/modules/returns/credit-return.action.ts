/** Drafts the credit note for goods that came back: the returned quantities, as invoiced. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { compare, min, minus, plus, type Decimal } from '#kernel/money/decimal.ts'
import { creditGoods, Invoice } from '#modules/invoices/index.ts'
import { Order } from '#modules/orders/index.ts'
import { Shipment } from '#modules/shipping/index.ts'
import { GoodsReturn } from './goods-return.entity.ts'
import { returnedByOrder } from './returned-goods.ts'

type OrderLine = Order['lines'][number]

export const creditReturn = defineAction(GoodsReturn, {
  name: 'credit',
  label: 'Credit goods',
  from: 'received',
  allow: { 'sales-lead': { owner: 'my-team' }, finance: 'all' },
  opens: true,
  async run(ctx, goodsReturn) {
    const notes = await notesOf(ctx, goodsReturn.id)
    const wanted = await creditable(ctx, goodsReturn, notes)
    const [id, ...more] = await creditGoods(ctx, wanted, goodsReturn.id)
    if (id === undefined) refuse(notes)
    return { result: { entity: 'invoice', id, invoices: [id, ...more] } }
  },
})

/** Credit notes for the return, drafts too. */
export async function notesOf(ctx: Ctx, goodsReturn: string): Promise<Invoice[]> {
  const where = { goodsReturn, status: { not: 'void' } }
  return ctx.list(Invoice, where, { withLines: true })
}

/**
 * Order line → what of the return is invoiced, though the customer does not have it any more, and
 * is on no credit note for the return.
 */
async function creditable(
  ctx: Ctx,
  goodsReturn: GoodsReturn,
  notes: readonly Invoice[],
): Promise<Map<string, Decimal>> {
  const shipment = await ctx.find(Shipment, goodsReturn.shipment)
  const returned = returnedByOrder(goodsReturn.lines, shipment.lines)
  const orders = await ctx.list(Order, { id: { in: [...returned.keys()] } }, { withLines: true })
  const ordered = new Map<string, OrderLine>(
    orders.flatMap(({ lines }) => lines.map((line) => [line.id, line])),
  )
  const noted = quantitiesOf(notes)
  const wanted = new Map<string, Decimal>()
  for (const [id, quantity] of [...returned.values()].flatMap((lines) => [...lines])) {
    const line = ordered.get(id)
    if (!line) continue
    const open = min(minus(quantity, noted.get(id) ?? '0'), overInvoiced(line))
    if (compare(open, '0') > 0) wanted.set(id, open)
  }
  return wanted
}

function overInvoiced({ invoicedQuantity, shippedQuantity, returnedQuantity }: OrderLine): Decimal {
  return minus(invoicedQuantity, minus(shippedQuantity, returnedQuantity))
}

function quantitiesOf(notes: readonly Invoice[]): Map<string, Decimal> {
  const quantities = new Map<string, Decimal>()
  for (const { orderLine, quantity } of notes.flatMap(({ lines }) => lines)) {
    if (orderLine === null) continue
    quantities.set(orderLine, plus(quantities.get(orderLine) ?? '0', quantity))
  }
  return quantities
}

function refuse([note]: readonly Invoice[]): never {
  if (note) fail('return.is-credited', { number: note.number }, { status: 409 })
  return fail('return.nothing-to-credit', {}, { status: 409 })
}
