/** The state of an issued invoice follows its open item; people change it only by documents. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { isZero, type Decimal } from '#kernel/money/decimal.ts'
import { booked, Invoice } from './invoice.entity.ts'

type Booked = (typeof booked)[number]

function follow(name: string, label: string, to: Booked) {
  return defineAction(Invoice, {
    name,
    label,
    from: booked,
    to,
    allow: [],
    internal: true,
    run: async () => undefined,
  })
}

const follows = {
  issued: follow('settle-issued', 'Open again', 'issued'),
  'part-paid': follow('settle-part-paid', 'Partly settled', 'part-paid'),
  paid: follow('settle-paid', 'Settled', 'paid'),
}
export const settleActions = Object.values(follows)

interface OpenItem {
  open: Decimal
  settled: Decimal
}

export function stateBy({ open, settled }: OpenItem): Booked {
  if (isZero(open)) return 'paid'
  return isZero(settled) ? 'issued' : 'part-paid'
}

/** Brings an issued invoice to what its open item says. */
export async function followItem(ctx: Ctx, id: string, item: OpenItem): Promise<void> {
  const { status } = await ctx.lock(Invoice, id)
  await ctx.save(Invoice, id, { open: item.open })
  const state = stateBy(item)
  if (state !== status) await ctx.do(follows[state], id)
}
