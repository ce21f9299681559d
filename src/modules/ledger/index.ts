/** Ledger: the money book that every document posts to. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { defineModule } from '#kernel/module.ts'
import type { Moved, StockEntry, StockMerged } from '#modules/inventory/index.ts'
import { Account, type AccountRole } from './account.entity.ts'
import { carryBack, carryOver } from './carry-over.ts'
import { checkLedger } from './check-ledger.ts'
import { checkStockAccount } from './check-stock-account.ts'
import { LedgerEntry } from './ledger-entry.entity.ts'
import { postStock, reverseStock } from './post-stock.ts'
import { trialBalance } from './trial-balance.report.ts'

export { accountId, accountIds } from './account-ids.ts'
export { checkStockAccount } from './check-stock-account.ts'
export { Account, type AccountRole } from './account.entity.ts'
export { seedAccounts } from './default-accounts.ts'
export { LedgerEntry, LedgerLine } from './ledger-entry.entity.ts'
export { postStock, reverseStock } from './post-stock.ts'
export { post, reverseEntries, type PostingLine } from './post.ts'
export { trialBalance } from './trial-balance.report.ts'

/** Where the value of goods comes from that come in without an order. */
const otherSide: Record<StockEntry['kind'], AccountRole> = {
  opening: 'stock-opening',
  in: 'inventory-difference',
  out: 'inventory-difference',
}

interface EntryFacts {
  entry: StockEntry
  moved: Moved[]
}

function postEntry(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { entry, moved } = facts as unknown as EntryFacts
  const source = { entity: 'stock-entry', record: entry.id }
  const why = ctx.words('Stock entry {number}', { number: entry.number })
  return postStock(ctx, {
    on: entry.on,
    field: 'on',
    why,
    source,
    moved,
    other: otherSide[entry.kind],
  })
}

function reverseEntry(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { entry, moved } = facts as unknown as EntryFacts
  const source = { entity: 'stock-entry', record: entry.id }
  const why = ctx.words('Reversal of stock entry {number}', { number: entry.number })
  return reverseStock(ctx, { on: ctx.today, why, source, moved, customer: null })
}

/** Moved at their value, goods may still be worth a cent more or less once it is rounded. */
function postMerged(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { product, name, moved } = facts as unknown as StockMerged
  const source = { entity: 'product', record: product }
  const posting = { on: ctx.today, why: ctx.words('Merged: {name}', { name }), source, moved }
  return postStock(ctx, { ...posting, other: 'inventory-difference' })
}

export default defineModule({
  name: 'ledger',
  label: 'Ledger',
  needs: ['books', 'customers', 'inventory'],
  capabilities: [6, 190],
  entities: [Account, LedgerEntry],
  reports: [trialBalance],
  menu: [
    { group: 'Money', open: 'account' },
    { group: 'Money', open: 'ledger-entry' },
    { group: 'Money', open: 'books' },
    { group: 'Money', open: 'books-check' },
    { group: 'Reports', open: 'trial-balance' },
  ],
  on: {
    'stock-entry.posted': postEntry,
    'stock-entry.reversed': reverseEntry,
    'stock.merged': postMerged,
    'customer.merge': carryOver,
    'customer.unmerge': carryBack,
  },
  checks: { Ledger: checkLedger, 'Stock account': checkStockAccount },
  messages: {
    'check.stock-account': 'Stock account: {kept} is posted, {rebuilt} is in the stock book.',
    'check.stock-of-document':
      'Stock account, {name}: {kept} is posted, {rebuilt} is in the stock book.',
    'check.entry': 'Ledger entry {name}: debits {kept}, credits {rebuilt}.',
    'ledger.not-balanced': 'Debits {debits} and credits {credits} differ.',
    'ledger.no-account': 'The chart of accounts has no account with the role {role}.',
    'ledger-line.one-side': 'A line has either a debit or a credit.',
  },
})
