/** What an invoice means in the money book: the customer owes, we earned, and tax is due. */
import { allocate } from '#kernel/money/allocate.ts'
import { minorUnits } from '#kernel/money/currency.ts'
import { negate, sum, type Decimal } from '#kernel/money/decimal.ts'
import type { AccountRole, PostingLine } from '#modules/ledger/index.ts'
import { documentAmounts, type PricedDocument } from '#modules/pricing/index.ts'

export interface Claim extends PricedDocument {
  readonly kind: 'invoice' | 'credit'
  readonly customer: string
}

/**
 * The base total is shared out over revenue, freight and tax by largest remainder, so that the
 * entry balances at any rate. A credit note is the mirror.
 * @param baseTotal gross in base currency
 */
export function claimPosting(claim: Claim, baseTotal: Decimal, base: string): PostingLine[] {
  const { lines, freight, tax, gross } = documentAmounts(claim)
  const { currency, customer } = claim
  const sides: [account: AccountRole, amount: Decimal][] = [
    ['revenue', sum(lines.map((line) => line.net))],
    ['freight-revenue', freight.net],
    ['tax-payable', tax],
  ]
  const amounts = sides.map(([, amount]) => amount)
  const shares = allocate(baseTotal, amounts, minorUnits(base))
  const posting: PostingLine[] = [
    { account: 'receivable', customer, debit: baseTotal, currency, amount: gross },
    ...sides.map(([account, amount], index) => ({
      account,
      credit: shares[index] ?? '0',
      currency,
      amount: negate(amount),
    })),
  ]
  return claim.kind === 'invoice' ? posting : posting.map(mirrored)
}

function mirrored({ debit = '0', credit = '0', amount = '0', ...line }: PostingLine): PostingLine {
  return { ...line, debit: credit, credit: debit, amount: negate(amount) }
}
