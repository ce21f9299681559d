/** What was shipped or invoiced stays in an amended order. */
import { fail } from '#kernel/base/fail.ts'
import { compare, isZero, max, type Decimal } from '#kernel/money/decimal.ts'
import type { Order, OrderLine } from './order.entity.ts'

/**
 * Asks nothing of the database, so that this refusal comes before the database's own.
 * @throws {Refusal} `order.line-is-shipped`, `order.head-is-fixed`
 */
export function checkAmendment(before: Order, after: Order): void {
  const touched = before.lines.filter((line) => !isZero(done(line)))
  if (touched.length === 0) return
  if (before.customer !== after.customer) fail('order.head-is-fixed', {}, { field: 'customer' })
  if (before.currency !== after.currency) fail('order.head-is-fixed', {}, { field: 'currency' })
  for (const line of touched) {
    const now = after.lines.find((other) => other.id === line.id)
    if (now && isSameGoods(now, line) && compare(now.quantity, done(line)) >= 0) continue
    const facts = { line: line.position, quantity: done(line) }
    fail('order.line-is-shipped', facts, { field: 'lines' })
  }
}

function isSameGoods(one: OrderLine, other: OrderLine): boolean {
  return one.product === other.product && one.unit === other.unit
}

function done(line: OrderLine): Decimal {
  return max(line.shippedQuantity, line.invoicedQuantity)
}
