/** Opens a credit note of what an invoice still stands for. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { isZero, minus } from '#kernel/money/decimal.ts'
import { copiedLines, copiedTerms } from '#modules/pricing/index.ts'
import { booked, Invoice, type InvoiceLine } from './invoice.entity.ts'

export const creditInvoice = defineAction(Invoice, {
  name: 'credit',
  label: 'Credit note',
  from: booked,
  allow: { 'sales-lead': { owner: 'my-team' }, finance: 'all' },
  opens: true,
  async run(ctx, invoice) {
    if (invoice.kind === 'credit') fail('invoice.credit-of-credit', {}, { status: 409 })
    const lines = uncredited(invoice.lines)
    if (lines.length === 0)
      fail('invoice.all-credited', { number: invoice.number }, { status: 409 })
    const { id } = await ctx.create(Invoice, {
      ...copiedTerms(invoice),
      freight: isZero(invoice.credited) ? invoice.freight : null,
      kind: 'credit',
      corrects: invoice.id,
      order: invoice.order,
      owner: invoice.owner,
      lines,
    })
    return { result: { entity: 'invoice', id } }
  },
})

function uncredited(lines: readonly InvoiceLine[]) {
  const open = lines
    .map((line) => ({ ...line, quantity: minus(line.quantity, line.creditedQuantity) }))
    .filter((line) => !isZero(line.quantity))
  return copiedLines(open).map((line, index) => ({
    ...line,
    corrects: open[index]?.id as InvoiceLine['corrects'],
    order: open[index]?.order ?? null,
    orderLine: open[index]?.orderLine ?? null,
  }))
}
