/** Posts what moved goods are worth, so that the stock account says what the stock book says. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { minus, sum, type Decimal } from '#kernel/money/decimal.ts'
import type { Moved } from '#modules/inventory/index.ts'
import { accountId } from './account-ids.ts'
import type { AccountRole } from './account.entity.ts'
import {
  mirrored,
  openEntries,
  post,
  type Posting,
  type PostingLine,
  type Reversal,
} from './post.ts'

export interface StockPosting extends Omit<Posting, 'lines' | 'reverses'> {
  moved: readonly Moved[]
  /** Where the worth of goods comes from that come in, and goes to when they go out. */
  other: AccountRole
  customer?: string
}

/** Debits stock for what came in, credits it for what went out. */
export async function postStock(
  ctx: Ctx,
  { moved, other, customer, ...posting }: StockPosting,
): Promise<void> {
  const worth = bookedWorth(moved)
  const lines = [
    { account: 'stock', debit: worth },
    { account: other, credit: worth, customer: customer ?? null },
  ]
  await post(ctx, { ...posting, lines })
}

/**
 * Mirrors what a document of goods posted. Where the goods are worth more or less now than they
 * were posted at (a cent of rounding; the last pieces take what is left), the rest is a stock
 * difference.
 */
export async function reverseStock(
  ctx: Ctx,
  { moved, customer, ...posting }: Reversal & { moved: readonly Moved[] },
): Promise<void> {
  const [entry] = await openEntries(ctx, posting.source)
  const lines = entry ? mirrored(entry.lines, customer) : []
  const rest = minus(bookedWorth(moved), await onStock(ctx, lines))
  await post(ctx, {
    ...posting,
    lines: [
      ...lines,
      { account: 'stock', debit: rest },
      { account: 'inventory-difference', credit: rest },
    ],
    ...(entry ? { reverses: entry.id } : {}),
  })
}

function bookedWorth(moved: readonly Moved[]): Decimal {
  return sum(moved.map((move) => move.booked))
}

async function onStock(ctx: Ctx, lines: readonly PostingLine[]): Promise<Decimal> {
  const stock = await accountId(ctx, 'stock')
  const own = lines.filter((line) => line.account === stock)
  return sum(own.map(({ debit = '0', credit = '0' }) => minus(debit, credit)))
}
