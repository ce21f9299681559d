/** Books money that came in: it settles invoices, and what is left is the customer's advance. */
import { defineAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { compare, isNegative, isZero, minus, type Decimal } from '#kernel/money/decimal.ts'
import { settleInvoices } from '#modules/invoices/index.ts'
import { post } from '#modules/ledger/index.ts'
import { baseAmount } from '#modules/pricing/index.ts'
import { noteReceived } from '#modules/receivables/index.ts'
import { moneyAccount } from './money-account.ts'
import { receiptPosting } from './posting.ts'
import { Receipt } from './receipt.entity.ts'

export const postReceipt = defineAction(Receipt, {
  name: 'post',
  label: 'Post',
  from: 'draft',
  to: 'posted',
  allow: ['finance'],
  tone: 'primary',
  async run(ctx, receipt) {
    checkReceipt(receipt)
    const { customer, currency, rate, unallocated, receivedOn } = receipt
    const account = await moneyAccount(ctx, receipt)
    const parts = receipt.lines.map(({ invoice, amount }) => ({ invoice, amount }))
    const cause = { on: receivedOn, entity: 'receipt', record: receipt.id }
    const bases = await settleInvoices(ctx, { customer, currency, parts }, cause)
    const received = {
      ...receipt,
      baseAmount: baseAmount(receipt.amount, rate, ctx.currency),
      baseUnallocated: baseAmount(unallocated, rate, ctx.currency),
    }
    const advance = received.baseUnallocated
    await noteReceived(ctx, customer, { received: received.baseAmount, advance })
    await bookReceipt(ctx, received, account, bases)
    await ctx.save(Receipt, receipt.id, {
      account: account.id,
      invoice: parts[0]?.invoice ?? null,
      baseUnallocated: received.baseUnallocated,
      lines: receipt.lines.map((line, index) => ({
        ...line,
        baseAmount: bases[index] ?? '0',
        allocatedOn: receivedOn,
      })),
    })
  },
})

type Checked = Receipt & { rate: Decimal }

/**
 * @throws {Refusal} `document.no-rate`, `receipt.nothing`, `receipt.more-than-received`,
 *   `receipt.fee-over-amount`
 */
function checkReceipt(receipt: Receipt): asserts receipt is Checked {
  const { amount, fee, unallocated, currency, lines } = receipt
  if (receipt.rate === null) fail('document.no-rate', { currency }, { field: 'rate' })
  if (isZero(amount) && lines.length === 0) fail('receipt.nothing', {}, { field: 'amount' })
  if (isNegative(unallocated)) {
    const facts = { amount, allocated: minus(amount, unallocated) }
    fail('receipt.more-than-received', facts, { field: 'lines' })
  }
  if (compare(fee ?? '0', amount) > 0) fail('receipt.fee-over-amount', {}, { field: 'fee' })
}

async function bookReceipt(
  ctx: Ctx,
  receipt: Checked,
  account: Parameters<typeof receiptPosting>[1],
  bases: readonly Decimal[],
): Promise<void> {
  const allocated = receipt.lines.map(({ amount }, index) => ({
    amount,
    base: bases[index] ?? '0',
  }))
  await post(ctx, {
    on: receipt.receivedOn,
    field: 'receivedOn',
    why: ctx.words('Receipt {number}', { number: receipt.number }),
    source: { entity: 'receipt', record: receipt.id },
    lines: receiptPosting(receipt, account, allocated, ctx.currency),
  })
}
