/** A credit note takes off no more than its invoice still stands for. */
import { fail } from '#kernel/base/fail.ts'
import { compare, minus, negate, plus, sum, type Decimal } from '#kernel/money/decimal.ts'
import { documentAmounts } from '#modules/pricing/index.ts'
import { booked, type Invoice } from './invoice.entity.ts'
import { leftOf, takesGoodsBack, type LeftOfInvoice } from './standing.ts'

/**
 * @returns the credit note with its amounts, and with what each line takes back of the goods
 * @throws {Refusal} `invoice.not-creditable`, `invoice.credit-differs`, `invoice.more-than-line`,
 *   `invoice.more-than-freight`, `invoice.more-than-creditable`, `invoice.more-than-line-amount`
 */
export function checkedCredit<C extends Invoice>(original: Invoice, draft: C): C {
  refuseOthers(original, draft)
  const left = leftOf(original)
  const amounts = documentAmounts(draft)
  const lines = draft.lines.map((line, index) => ({
    ...line,
    ...amounts.lines[index],
    takenBack: takenBack(original, left, draft, line),
  }))
  const credit = { ...draft, lines, total: amounts.gross }
  refuseOverQuantity(original, lines)
  refuseOverFreight(left, amounts.freight.gross)
  refuseOverTotal(original, credit.total)
  refuseOverAmount(original, left, lines)
  return credit
}

type Line = Invoice['lines'][number]

function refuseOthers(original: Invoice, credit: Invoice): void {
  const { number } = original
  if (!booked.some((status) => status === original.status)) {
    fail('invoice.not-creditable', { number }, { status: 409 })
  }
  if (original.customer !== credit.customer) {
    fail('invoice.credit-differs', { number }, { field: 'customer' })
  }
  if (original.currency !== credit.currency) {
    fail('invoice.credit-differs', { number }, { field: 'currency' })
  }
}

function takenBack(original: Invoice, left: LeftOfInvoice, credit: Invoice, line: Line): Decimal {
  const index = original.lines.findIndex((one) => one.id === line.corrects)
  const [corrected, rest] = [original.lines[index], left.lines[index]]
  if (!corrected || !rest || original.priceIncludesTax !== credit.priceIncludesTax) return '0'
  return takesGoodsBack(corrected, rest, line) ? line.quantity : '0'
}

function refuseOverQuantity(original: Invoice, lines: readonly Line[]): void {
  for (const [index, line] of lines.entries()) {
    const corrected = original.lines.find((one) => one.id === line.corrects)
    if (!corrected) continue
    const quantity = sum(ofSame(lines.slice(0, index + 1), line).map((one) => one.takenBack))
    const open = minus(corrected.quantity, corrected.creditedQuantity)
    if (compare(quantity, open) <= 0) continue
    const facts = { line: index + 1, open, quantity }
    fail('invoice.more-than-line', facts, { field: `lines.${index}.quantity`, status: 409 })
  }
}

function refuseOverTotal({ number, total, credited }: Invoice, amount: Decimal): void {
  const open = minus(total, credited)
  if (compare(amount, open) <= 0) return
  fail('invoice.more-than-creditable', { number, open, amount }, { status: 409 })
}

function refuseOverAmount(original: Invoice, left: LeftOfInvoice, lines: readonly Line[]): void {
  for (const [index, line] of lines.entries()) {
    const open = left.lines[original.lines.findIndex((one) => one.id === line.corrects)]?.amount
    const amount = sum(ofSame(lines.slice(0, index + 1), line).map((one) => one.gross))
    if (open === undefined || compare(amount, open) <= 0) continue
    const facts = { line: index + 1, open, amount }
    fail('invoice.more-than-line-amount', facts, { field: `lines.${index}`, status: 409 })
  }
}

function ofSame(lines: readonly Line[], { corrects }: Line): Line[] {
  return lines.filter((one) => one.corrects === corrects)
}

function refuseOverFreight({ freightAmount: open }: LeftOfInvoice, amount: Decimal): void {
  if (compare(amount, open) <= 0) return
  fail('invoice.more-than-freight', { open, amount }, { field: 'freight', status: 409 })
}

/** What stands as credited on the corrected invoice once the credit note counts, or no more. */
export function creditedAfter(
  original: Invoice,
  credit: Invoice,
  way: 'counts' | 'counts-no-more',
): Pick<Invoice, 'credited' | 'creditedFreight' | 'lines'> {
  const after = (before: Decimal, more: Decimal) =>
    plus(before, way === 'counts' ? more : negate(more))
  const lines = original.lines.map((line) => {
    const own = credit.lines.filter((one) => one.corrects === line.id)
    return {
      ...line,
      creditedQuantity: after(line.creditedQuantity, sum(own.map((one) => one.takenBack))),
      creditedAmount: after(line.creditedAmount, sum(own.map((one) => one.gross))),
    }
  })
  return {
    lines,
    credited: after(original.credited, credit.total),
    creditedFreight: after(original.creditedFreight, documentAmounts(credit).freight.gross),
  }
}
