/** Open items: made by invoices, settled by receipts and credit notes, at their document's rate. */
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
  sum,
  times,
  type Decimal,
} from '#kernel/money/decimal.ts'
import { addToAccount } from './credit.ts'
import {
  closeReceivable,
  reopenReceivable,
  voidReceivableAction,
} from './receivable-states.action.ts'
import { Receivable } from './receivable.entity.ts'
import { Settlement } from './settlement.entity.ts'

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

/** Part of an open item: its id and an amount in its currency, with the item's sign. */
export interface ItemPart {
  item: string
  amount: Decimal
}

/** The document by which something is settled, and the day on which the books say so. */
export interface Cause {
  on: string
  entity: string
  record: string
}

/** Items of documents of one kind, locked in the order of their ids, by document. */
export async function lockReceivables(
  ctx: Ctx,
  entity: string,
  records: readonly string[],
): Promise<Map<string, Receivable>> {
  const where = { entity, record: { in: [...records] } }
  const items = await ctx.list(Receivable, where, { lock: true, withLines: true })
  return new Map(items.map((item) => [item.record, item]))
}

/**
 * Settles parts of one customer's open items. The base amount that leaves an item is its share at
 * the document's own rate; the last part takes what is left, so that nothing stays behind.
 * @returns what was settled of each in base currency, at the item's rate
 * @throws {Refusal} `receivable.more-than-open`, `receivable.not-open`
 */
export async function settleReceivables(
  ctx: Ctx,
  customer: string,
  parts: readonly ItemPart[],
  cause: Cause,
): Promise<Decimal[]> {
  const bases: Decimal[] = []
  for (const { item, amount } of parts) bases.push(await settleItem(ctx, item, amount, cause))
  if (parts.length > 0) await addToAccount(ctx, customer, { open: negate(sum(bases)) })
  return bases
}

async function settleItem(ctx: Ctx, id: string, amount: Decimal, cause: Cause): Promise<Decimal> {
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
  await note(ctx, item, { amount, base }, cause)
  if (isLast) await ctx.do(closeReceivable, id)
  return base
}

/** Takes settlements back, with the base amounts they had, e.g. of a cancelled receipt. */
export async function unsettleReceivables(
  ctx: Ctx,
  customer: string,
  parts: readonly (ItemPart & { base: Decimal })[],
  cause: Cause,
): Promise<void> {
  for (const part of parts) await unsettleItem(ctx, part, cause)
  if (parts.length === 0) return
  await addToAccount(ctx, customer, { open: sum(parts.map((part) => part.base)) })
}

async function unsettleItem(
  ctx: Ctx,
  { item: id, amount, base }: ItemPart & { base: Decimal },
  cause: Cause,
): Promise<void> {
  const item = await ctx.lock(Receivable, id)
  if (item.status === 'void') fail('receivable.not-open', { number: item.number }, { status: 409 })
  await ctx.save(Receivable, id, {
    settled: minus(item.settled, amount),
    baseSettled: minus(item.baseSettled, base),
    open: plus(item.open, amount),
  })
  await note(ctx, item, { amount: negate(amount), base: negate(base) }, cause)
  if (item.status === 'settled') await ctx.do(reopenReceivable, id)
}

async function note(
  ctx: Ctx,
  { id, currency }: Receivable,
  { amount, base }: { amount: Decimal; base: Decimal },
  cause: Cause,
): Promise<void> {
  const of = { receivable: id, currency }
  await ctx.create(Settlement, { ...of, ...cause, amount, baseAmount: base })
}

/**
 * Takes a document off the account from that day on.
 * @throws {Refusal} `receivable.part-settled` when it is paid
 */
export async function voidReceivable(ctx: Ctx, id: string, on: string): Promise<void> {
  const item = await ctx.lock(Receivable, id)
  if (!isZero(item.settled))
    fail('receivable.part-settled', { number: item.number }, { status: 409 })
  await ctx.save(Receivable, id, { voidedOn: on })
  await ctx.do(voidReceivableAction, id)
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
  await addToAccount(ctx, customer, amounts)
}
