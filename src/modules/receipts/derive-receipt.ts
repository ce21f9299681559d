/** The computed fields of a receipt while it is a draft. */
import type { Values } from '#kernel/entity/parse-draft.ts'
import type { Place } from '#kernel/field/field.ts'
import { minus, sum, type Decimal } from '#kernel/money/decimal.ts'
import { baseAmount } from '#modules/pricing/index.ts'

interface Given {
  status: string
  currency: string
  rate: Decimal | null
  amount: Decimal
  lines: readonly { amount: Decimal }[]
}

/** What is not allocated, and the amount in base currency; nothing without a rate. */
export function deriveReceipt(row: Readonly<Values>, { currency: base }: Place): Values {
  const receipt = row as unknown as Given
  if (receipt.status !== 'draft') return {}
  const rate = receipt.currency === base ? '1' : receipt.rate
  return {
    rate,
    unallocated: minus(receipt.amount, sum(receipt.lines.map((line) => line.amount))),
    baseAmount: rate === null ? '0' : baseAmount(receipt.amount, rate, base),
  }
}
