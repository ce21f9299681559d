/** Pays an invoice with money that stands as the customer's advance. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { minorUnits } from '#kernel/money/currency.ts'
import {
  compare,
  dividedBy,
  isZero,
  max,
  min,
  minus,
  negate,
  times,
  type Decimal,
} from '#kernel/money/decimal.ts'
import { Invoice, settleInvoices } from '#modules/invoices/index.ts'
import { post } from '#modules/ledger/index.ts'
import { noteReceived } from '#modules/receivables/index.ts'
import { allocationPosting } from './posting.ts'
import { Receipt } from './receipt.entity.ts'

export const allocateAdvance = defineAction(Receipt, {
  name: 'allocate',
  label: 'Allocate advance',
  from: 'posted',
  allow: ['finance'],
  input: {
    invoice: f.ref('invoice', {
      label: 'Invoice',
      required: true,
      pick: { status: ['issued', 'part-paid'] },
    }),
    amount: f.money({
      currency: 'currency',
      min: '0.000001',
      label: 'Amount',
      help: 'Empty: as much as possible.',
    }),
    allocatedOn: f.date({ required: true, default: 'today', label: 'Allocated on' }),
  },
  async run(ctx, receipt, { invoice, amount: wanted, allocatedOn }) {
    const { customer, currency, unallocated, baseUnallocated } = receipt
    const amount = wanted ?? (await mostPossible(ctx, invoice, unallocated))
    refuseTooMuch(amount, unallocated)
    const parts = [{ invoice, amount }]
    const cause = { on: allocatedOn, entity: 'receipt', record: receipt.id }
    const [base = '0'] = await settleInvoices(ctx, { customer, currency, parts }, cause)
    const taken = shareOf(receipt, amount, ctx.currency)
    await noteReceived(ctx, customer, { received: '0', advance: negate(taken) })
    await post(ctx, {
      on: allocatedOn,
      field: 'allocatedOn',
      why: ctx.words('Advance {number}', { number: receipt.number }),
      source: { entity: 'receipt', record: receipt.id },
      lines: allocationPosting(receipt, { amount, base }, taken),
    })
    await ctx.save(Receipt, receipt.id, {
      invoice: receipt.invoice ?? invoice,
      unallocated: minus(unallocated, amount),
      baseUnallocated: minus(baseUnallocated, taken),
      lines: [...receipt.lines, { invoice, amount, baseAmount: base, allocatedOn }],
    })
  },
})

/** What is open of the invoice, as far as the advance goes. */
async function mostPossible(ctx: Ctx, invoice: string, unallocated: Decimal): Promise<Decimal> {
  const { open } = await ctx.lock(Invoice, invoice)
  return min(max(open, '0'), unallocated)
}

/** @throws {Refusal} `receipt.nothing-left`, `receipt.more-than-left` */
function refuseTooMuch(amount: Decimal, left: Decimal): void {
  if (isZero(left)) fail('receipt.nothing-left', {}, { status: 409 })
  if (compare(amount, left) > 0) {
    fail('receipt.more-than-left', { left, amount }, { field: 'amount', status: 409 })
  }
}

/** The advance leaves in proportion, the last part takes what is left of it. */
function shareOf(
  { unallocated, baseUnallocated }: Receipt,
  amount: Decimal,
  base: string,
): Decimal {
  return dividedBy(times(baseUnallocated, amount), unallocated, minorUnits(base))
}
