/** Opens a credit note of what an invoice still stands for. */
import { defineAction } from '#kernel/action/action.ts'
import { fail } from '#kernel/base/fail.ts'
import { isZero } from '#kernel/money/decimal.ts'
import { draftCredit } from './draft-credit.ts'
import { booked, Invoice } from './invoice.entity.ts'
import { leftOf } from './standing.ts'

export const creditInvoice = defineAction(Invoice, {
  name: 'credit',
  label: 'Credit note',
  from: booked,
  allow: { 'sales-lead': { owner: 'my-team' }, finance: 'all' },
  opens: true,
  async run(ctx, invoice) {
    if (invoice.kind === 'credit') fail('invoice.credit-of-credit', {}, { status: 409 })
    const { number, lines } = invoice
    const left = leftOf(invoice)
    const open = left.lines.flatMap((one, index) => {
      const line = lines[index]
      return !line || (isZero(one.quantity) && isZero(one.amount)) ? [] : [{ ...one, line }]
    })
    if (open.length === 0 && isZero(left.freight)) {
      fail('invoice.all-credited', { number }, { status: 409 })
    }
    const id = await draftCredit(ctx, invoice, open, { freight: left.freight })
    return { result: { entity: 'invoice', id } }
  },
})
