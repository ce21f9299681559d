/** A credit note takes back no more than its invoice still stands for. */
import { fail } from '#kernel/base/fail.ts'
import { compare, minus, negate, plus, type Decimal } from '#kernel/money/decimal.ts'
import { booked, type Invoice } from './invoice.entity.ts'

/**
 * @throws {Refusal} `invoice.not-creditable`, `invoice.credit-differs`, `invoice.more-than-line`,
 *   `invoice.more-than-creditable`
 */
export function checkCredit(original: Invoice, credit: Invoice): void {
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
  refuseOverLines(original, credit)
  const open = minus(original.total, original.credited)
  if (compare(credit.total, open) > 0) {
    fail('invoice.more-than-creditable', { number, open, amount: credit.total }, { status: 409 })
  }
}

function refuseOverLines(original: Invoice, credit: Invoice): void {
  const wanted = new Map<string, Decimal>()
  for (const [index, { corrects, quantity }] of credit.lines.entries()) {
    const line = original.lines.find((one) => one.id === corrects)
    if (!line) continue
    const all = plus(wanted.get(line.id) ?? '0', quantity)
    const open = minus(line.quantity, line.creditedQuantity)
    if (compare(all, open) > 0) {
      const facts = { line: index + 1, open, quantity: all }
      fail('invoice.more-than-line', facts, { field: `lines.${index}.quantity`, status: 409 })
    }
    wanted.set(line.id, all)
  }
}

/** What stands as credited on the corrected invoice once the credit note counts, or no more. */
export function creditedAfter(
  original: Invoice,
  credit: Invoice,
  way: 'counts' | 'counts-no-more',
): Pick<Invoice, 'credited' | 'lines'> {
  const signed = (value: Decimal) => (way === 'counts' ? value : negate(value))
  const lines = original.lines.map((line) => {
    const taken = credit.lines.filter((one) => one.corrects === line.id)
    const creditedQuantity = taken.reduce(
      (all, one) => plus(all, signed(one.quantity)),
      line.creditedQuantity,
    )
    return { ...line, creditedQuantity }
  })
  return { lines, credited: plus(original.credited, signed(credit.total)) }
}
