/** Makes an issued invoice or credit note worthless, as long as no money touched it. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { isZero, negate, plus } from '#kernel/money/decimal.ts'
import { reverseEntries } from '#modules/ledger/index.ts'
import {
  lockReceivables,
  unsettleReceivables,
  Receivable,
  voidReceivable,
} from '#modules/receivables/index.ts'
import { creditedAfter } from './credited.ts'
import { followItem } from './follow-receivable.action.ts'
import { booked, Invoice } from './invoice.entity.ts'
import { noteOnOrders, orderParts } from './order-parts.ts'

export const voidInvoice = defineAction(Invoice, {
  name: 'void',
  label: 'Void',
  from: booked,
  to: 'void',
  allow: ['finance'],
  reason: true,
  tone: 'danger',
  async run(ctx, invoice) {
    const { id, number, customer } = invoice
    const isCredit = invoice.kind === 'credit'
    if (!isCredit) refuseCredited(invoice)
    if (isCredit) await takeBackCredit(ctx, invoice)
    // What a credit note took back stands on the orders again.
    const way = isCredit ? 'adds-again' : 'takes-back'
    const parts = await orderParts(ctx, invoice, way, (line) => line.quantity)
    await noteOnOrders(ctx, parts)
    const item = (await lockReceivables(ctx, 'invoice', [id])).get(id)
    if (item) await voidReceivable(ctx, item.id, ctx.today)
    const source = { entity: 'invoice', record: id }
    await reverseEntries(ctx, {
      on: ctx.today,
      why: ctx.words('Void: {number}', { number }),
      source,
      customer,
    })
    await ctx.save(Invoice, id, { open: '0', applied: '0', appliedBase: '0' })
  },
})

function refuseCredited({ number, credited, lines }: Invoice): void {
  const isCredited = !isZero(credited) || lines.some((line) => !isZero(line.creditedQuantity))
  if (isCredited) fail('invoice.is-credited', { number }, { status: 409 })
}

/** The corrected invoice is open again by what the credit note took off it. */
async function takeBackCredit(ctx: Ctx, credit: Invoice): Promise<void> {
  if (credit.corrects === null) throw new Error(`${credit.number} corrects nothing`)
  const original = await ctx.lock(Invoice, credit.corrects)
  await ctx.save(Invoice, original.id, creditedAfter(original, credit, 'counts-no-more'))
  if (isZero(credit.applied)) return
  const items = await lockReceivables(ctx, 'invoice', [original.id, credit.id])
  const [theirs, own] = [items.get(original.id), items.get(credit.id)]
  if (!theirs || !own) throw new Error(`${credit.number} has no open item`)
  if (!isOnlyApplied(own, credit)) {
    fail('receivable.part-settled', { number: credit.number }, { status: 409 })
  }
  const parts = [
    { item: theirs.id, amount: credit.applied, base: credit.appliedBase },
    { item: own.id, amount: negate(credit.applied), base: own.baseSettled },
  ]
  const cause = { on: ctx.today, entity: 'invoice', record: credit.id }
  await unsettleReceivables(ctx, credit.customer, parts, cause)
  await followItem(ctx, original.id, await ctx.lock(Receivable, theirs.id))
}

function isOnlyApplied({ settled }: Receivable, { applied }: Invoice): boolean {
  return isZero(plus(settled, applied))
}
