/** An order holds its customer's credit for what is ordered and not yet invoiced. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { isZero, max, minus, type Decimal } from '#kernel/money/decimal.ts'
import { holdCredit, releaseCredit } from '#modules/receivables/index.ts'
import type { Order } from './order.entity.ts'

type Holder = Pick<Order, 'status' | 'baseTotal' | 'invoicedBase'>

/** @returns how much an order in that state holds, in base currency */
export function heldBy({ status, baseTotal, invoicedBase }: Holder): Decimal {
  if (status !== 'confirmed' && status !== 'shipped') return '0'
  return max(minus(baseTotal ?? '0', invoicedBase), '0')
}

/** Holds credit for the order as it will stand. @throws {Refusal} `credit.over-limit` */
export async function holdFor(ctx: Ctx, customer: string, holder: Holder): Promise<void> {
  const amount = heldBy(holder)
  if (!isZero(amount)) await holdCredit(ctx, customer, amount)
}

/**
 * Holds more or less credit after an order changed. Never refuses: what is held again here was on
 * an invoice until now.
 */
export async function adjustHold(
  ctx: Ctx,
  customer: string,
  before: Holder,
  after: Holder,
): Promise<void> {
  const freed = minus(heldBy(before), heldBy(after))
  if (!isZero(freed)) await releaseCredit(ctx, customer, freed)
}
