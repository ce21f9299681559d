/** Open items: made by an invoice, settled by receipts and credit notes, each at the rate of its document. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { roundMoney } from '#kernel/money/currency.ts'
import {
  abs,
  compare,
  equals,
  isZero,
  minus,
  negate,
  plus,
  times,
  type Decimal,
} from '#kernel/money/decimal.ts'
import { addToAccount, lockAccount } from './credit.ts'
import {
  closeReceivable,
  reopenReceivable,
  voidReceivableAction,
} from './receivable-states.action.ts'
import { Receivable } from './receivable.entity.ts'

export interface NewItem {
  number: string
  customer: string
  source: { entity: string; record: string }
  issuedOn: string
  dueOn: string
  currency: string
  rate: Decimal
  /** In its currency; negative for a credit note. */
  amount: Decimal
  baseAmount: Decimal
}

/** Puts a document on the customer's account. @returns the open item */
export async function openReceivable(ctx: Ctx, item: NewItem): Promise<Receivable> {
  await lockAccount(ctx, item.customer)
  const { source, ...rest } = item
  const row = await ctx.create(Receivable, {
    ...rest,
    entity: source.entity,
    record: source.record,
    settled: '0',
    baseSettled: '0',
    open: item.amount,
  })
  await addToAccount(ctx, item.customer, { invoiced: item.baseAmount, open: item.baseAmount })
  return row
}

export async function receivableOf(ctx: Ctx, record: string): Promise<Receivable | null> {
  return ctx.first(Receivable, { record })
}

/**
 * Settles part of an open item. The base amount that leaves is its share at the document's own rate;
 * the last part takes what is left, so that nothing stays behind.
 * @param amount in the item's currency, same sign as the item
 * @returns what was settled in base currency, at the item's rate
 * @throws {Refusal} `receivable.more-than-open`, `receivable.not-open`
 */
export async function settleReceivable(ctx: Ctx, id: string, amount: Decimal): Promise<Decimal> {
  const item = await ctx.lock(Receivable, id)
  if (item.status !== 'open') fail('receivable.not-open', { number: item.number }, { status: 409 })
  if (compare(abs(amount), abs(item.open)) > 0) {
    fail(
      'receivable.more-than-open',
      { number: item.number, open: item.open, amount },
      { status: 409 },
    )
  }
  const isLast = equals(amount, item.open)
  const base = isLast
    ? minus(item.baseAmount, item.baseSettled)
    : roundMoney(times(amount, item.rate), ctx.currency)
  await ctx.save(Receivable, id, {
    settled: plus(item.settled, amount),
    baseSettled: plus(item.baseSettled, base),
    open: minus(item.open, amount),
  })
  if (isLast) await ctx.do(closeReceivable, id)
  await lockAccount(ctx, item.customer)
  await addToAccount(ctx, item.customer, { open: negate(base) })
  return base
}

/** Takes a settlement back, e.g. when a receipt is cancelled. */
export async function unsettleReceivable(
  ctx: Ctx,
  id: string,
  amount: Decimal,
  base: Decimal,
): Promise<void> {
  const item = await ctx.lock(Receivable, id)
  if (item.status === 'void') fail('receivable.not-open', { number: item.number }, { status: 409 })
  await ctx.save(Receivable, id, {
    settled: minus(item.settled, amount),
    baseSettled: minus(item.baseSettled, base),
    open: plus(item.open, amount),
  })
  if (item.status === 'settled') await ctx.do(reopenReceivable, id)
  await lockAccount(ctx, item.customer)
  await addToAccount(ctx, item.customer, { open: base })
}

/** Takes a document off the account. @throws {Refusal} `receivable.part-settled` once money came in */
export async function voidReceivable(ctx: Ctx, id: string): Promise<void> {
  const item = await ctx.lock(Receivable, id)
  if (!isZero(item.settled))
    fail('receivable.part-settled', { number: item.number }, { status: 409 })
  await ctx.do(voidReceivableAction, id)
  await lockAccount(ctx, item.customer)
  await addToAccount(ctx, item.customer, {
    invoiced: negate(item.baseAmount),
    open: negate(item.baseAmount),
  })
}

/** Notes money that came in (or went back, when negative), in base currency. */
export async function noteReceived(
  ctx: Ctx,
  customer: string,
  amounts: { received: Decimal; advance: Decimal },
): Promise<void> {
  await lockAccount(ctx, customer)
  await addToAccount(ctx, customer, amounts)
}
