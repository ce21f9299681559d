/** Takes a receipt back, e.g. of a cheque that bounced: invoices and books stand as before it. */
import { defineAction } from '#kernel/action/action.ts'
import { negate } from '#kernel/money/decimal.ts'
import { unsettleInvoices } from '#modules/invoices/index.ts'
import { reverseEntries } from '#modules/ledger/index.ts'
import { noteReceived } from '#modules/receivables/index.ts'
import { Receipt } from './receipt.entity.ts'

export const cancelReceipt = defineAction(Receipt, {
  name: 'cancel',
  label: 'Cancel receipt',
  from: 'posted',
  to: 'cancelled',
  allow: ['finance'],
  reason: true,
  tone: 'danger',
  confirm: 'The invoices it paid are open again.',
  async run(ctx, receipt) {
    const { id, number, customer, baseAmount, baseUnallocated } = receipt
    const parts = receipt.lines.map((line) => ({
      invoice: line.invoice,
      amount: line.amount,
      base: line.baseAmount,
    }))
    const cause = { on: ctx.today, entity: 'receipt', record: id }
    await unsettleInvoices(ctx, customer, parts, cause)
    const back = { received: negate(baseAmount), advance: negate(baseUnallocated) }
    await noteReceived(ctx, customer, back)
    const source = { entity: 'receipt', record: id }
    await reverseEntries(ctx, {
      on: ctx.today,
      why: ctx.words('Cancelled: {number}', { number }),
      source,
      customer,
    })
    await ctx.save(Receipt, id, { unallocated: '0', baseUnallocated: '0' })
  },
})
