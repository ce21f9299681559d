/** Posts to the money book: what a document means in debits and credits. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import {
  compare,
  isNegative,
  isZero,
  minus,
  negate,
  sum,
  type Decimal,
} from '#kernel/money/decimal.ts'
import { refuseClosed, type PostedOn } from '#modules/books/index.ts'
import { accountIds } from './account-ids.ts'
import { accountRoles, type AccountRole } from './account.entity.ts'
import { LedgerEntry } from './ledger-entry.entity.ts'

export interface PostingLine {
  /** Role or id of the account. */
  account: AccountRole | (string & {})
  customer?: string | null
  /** In base currency; a negative debit is a credit. Exactly one of both. */
  debit?: Decimal
  credit?: Decimal
  /** In another currency: its code and the amount, debit positive. */
  currency?: string
  amount?: Decimal
}

export interface Posting extends PostedOn {
  why: string
  source: { entity: string; record: string }
  lines: PostingLine[]
  reverses?: string
}

interface Side {
  debit: Decimal
  credit: Decimal
}

const roles: readonly string[] = accountRoles

/**
 * Writes one balanced entry; lines of zero are left out, and an entry of nothing is not written.
 * @throws {Refusal} `ledger.not-balanced` when debits and credits differ, `books.period-closed`
 */
export async function post(ctx: Ctx, posting: Posting): Promise<string | null> {
  const lines = posting.lines
    .map((line) => ({ ...line, ...sideOf(line) }))
    .filter(({ debit, credit }) => !isZero(debit) || !isZero(credit))
  const [debits, credits] = [
    sum(lines.map((line) => line.debit)),
    sum(lines.map((line) => line.credit)),
  ]
  if (compare(debits, credits) !== 0) fail('ledger.not-balanced', { debits, credits })
  const [ids] = await Promise.all([accountIds(ctx), refuseClosed(ctx, posting)])
  if (lines.length === 0) return null
  const entry = await ctx.create(LedgerEntry, {
    on: posting.on,
    why: posting.why,
    entity: posting.source.entity,
    record: posting.source.record,
    reverses: posting.reverses ?? null,
    lines: lines.map((line) => ({
      account: accountOf(line.account, ids),
      customer: line.customer ?? null,
      debit: line.debit,
      credit: line.credit,
      currency: line.currency ?? ctx.currency,
      amount: line.amount ?? minus(line.debit, line.credit),
    })),
  })
  return entry.id
}

function sideOf({ debit = '0', credit = '0' }: PostingLine): Side {
  const net = minus(debit, credit)
  return isNegative(net) ? { debit: '0', credit: negate(net) } : { debit: net, credit: '0' }
}

function accountOf(account: string, ids: Map<string, string>): string {
  if (!roles.includes(account)) return account
  const id = ids.get(account)
  if (!id) fail('ledger.no-account', { role: account })
  return id
}

export interface Reversal extends Omit<Posting, 'lines' | 'reverses'> {
  /** Whose document it is today; its entries may name a customer that was merged since. */
  customer: string | null
}

/** Posts the mirror of every entry of a document that is not reversed yet. */
export async function reverseEntries(ctx: Ctx, { customer, ...posting }: Reversal): Promise<void> {
  for (const { id, lines } of await openEntries(ctx, posting.source))
    await post(ctx, { ...posting, lines: mirrored(lines, customer), reverses: id })
}

/** Entries of a document that are not reversed yet. */
export async function openEntries(ctx: Ctx, source: Posting['source']): Promise<LedgerEntry[]> {
  const entries = await ctx.list(LedgerEntry, { ...source }, { withLines: true })
  const reversed = new Set<string | null>(entries.map((entry) => entry.reverses))
  return entries.filter((entry) => entry.reverses === null && !reversed.has(entry.id))
}

/** @param today in whose name, for lines that name a customer; null: as they were */
export function mirrored(lines: LedgerEntry['lines'], today: string | null): PostingLine[] {
  return lines.map(({ account, customer, debit, credit, currency, amount }) => ({
    account: account as string,
    customer: customer === null ? null : (today ?? customer),
    debit: credit,
    credit: debit,
    currency,
    amount: negate(amount),
  }))
}
