/** What a receipt and the allocation of an advance mean in the money book. */
import { roundMoney } from '#kernel/money/currency.ts'
import { minus, negate, sum, times, type Decimal } from '#kernel/money/decimal.ts'
import type { PostingLine } from '#modules/ledger/index.ts'
import type { MoneyAccount } from './money-account.ts'

export interface Received {
  readonly customer: string
  readonly currency: string
  readonly rate: Decimal
  readonly amount: Decimal
  readonly fee: Decimal | null
  readonly baseAmount: Decimal
  readonly unallocated: Decimal
  readonly baseUnallocated: Decimal
}

/** One allocation: in the receipt's currency, and in base currency at the invoice's rate. */
export interface Allocated {
  readonly amount: Decimal
  readonly base: Decimal
}

/**
 * Money and charge come in at the receipt's rate, invoices leave at their own; what lies between is
 * exchange gain or loss. What is not allocated is the customer's advance.
 */
export function receiptPosting(
  receipt: Received,
  account: MoneyAccount,
  allocated: readonly Allocated[],
  base: string,
): PostingLine[] {
  const { customer, currency, rate, amount, baseAmount, unallocated, baseUnallocated } = receipt
  const fee = receipt.fee ?? '0'
  const baseFee = roundMoney(times(fee, rate), base)
  const inAccount = account.currency === currency ? { currency, amount: minus(amount, fee) } : {}
  return [
    { account: account.id, debit: minus(baseAmount, baseFee), ...inAccount },
    { account: 'charges', debit: baseFee, currency, amount: fee },
    {
      account: 'advance',
      customer,
      credit: baseUnallocated,
      currency,
      amount: negate(unallocated),
    },
    ...settlementPosting(receipt, allocated, minus(baseAmount, baseUnallocated)),
  ]
}

/** Money that stood as an advance pays an invoice. @param baseTaken what leaves the advance */
export function allocationPosting(
  receipt: Pick<Received, 'customer' | 'currency'>,
  allocated: Allocated,
  baseTaken: Decimal,
): PostingLine[] {
  const { customer, currency } = receipt
  return [
    { account: 'advance', customer, debit: baseTaken, currency, amount: allocated.amount },
    ...settlementPosting(receipt, [allocated], baseTaken),
  ]
}

function settlementPosting(
  { customer, currency }: Pick<Received, 'customer' | 'currency'>,
  allocated: readonly Allocated[],
  worth: Decimal,
): PostingLine[] {
  const settled = sum(allocated.map((part) => part.base))
  const amount = negate(sum(allocated.map((part) => part.amount)))
  return [
    { account: 'receivable', customer, credit: settled, currency, amount },
    { account: 'exchange', credit: minus(worth, settled) },
  ]
}
