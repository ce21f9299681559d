/** Ledger: the money book that every document posts to. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { defineModule } from '#kernel/module.ts'
import type { Moved, StockEntry } from '#modules/inventory/index.ts'
import { sum } from '#kernel/money/decimal.ts'
import { roundMoney } from '#kernel/money/currency.ts'
import { Account, type AccountRole } from './account.entity.ts'
import { checkLedger } from './check-ledger.ts'
import { LedgerEntry } from './ledger-entry.entity.ts'
import { post } from './post.ts'
import { trialBalance } from './trial-balance.report.ts'

export { accountId, accountIds } from './account-ids.ts'
export { Account, type AccountRole } from './account.entity.ts'
export { seedAccounts } from './default-accounts.ts'
export { LedgerEntry, LedgerLine } from './ledger-entry.entity.ts'
export { post, reverseEntries, type PostingLine } from './post.ts'

/** Where the value of goods comes from that come in without an order. */
const otherSide: Record<StockEntry['kind'], AccountRole> = {
  opening: 'stock-opening',
  in: 'inventory-difference',
  out: 'inventory-difference',
}

async function postStockValue(
  ctx: Ctx,
  facts: Record<string, unknown>,
  reversed: boolean,
): Promise<void> {
  const { entry, moved } = facts as { entry: StockEntry; moved: Moved[] }
  const value = roundMoney(sum(moved.map((move) => move.value)), ctx.currency)
  const cameIn = (entry.kind !== 'out') !== reversed
  const other = otherSide[entry.kind]
  await post(ctx, {
    on: reversed ? ctx.today : entry.on,
    why: `${reversed ? 'Reversal of stock entry' : 'Stock entry'} ${entry.number}`,
    source: { entity: 'stock-entry', record: entry.id },
    lines: [
      { account: cameIn ? 'stock' : other, debit: value },
      { account: cameIn ? other : 'stock', credit: value },
    ],
  })
}

export default defineModule({
  name: 'ledger',
  label: 'Ledger',
  needs: ['customers', 'inventory'],
  capabilities: [6, 190],
  entities: [Account, LedgerEntry],
  reports: [trialBalance],
  menu: [
    { group: 'Money', open: 'account' },
    { group: 'Money', open: 'ledger-entry' },
    { group: 'Reports', open: 'trial-balance' },
  ],
  on: {
    'stock-entry.posted': (ctx, facts) => postStockValue(ctx, facts, false),
    'stock-entry.reversed': (ctx, facts) => postStockValue(ctx, facts, true),
  },
  checks: { ledger: checkLedger },
  messages: {
    'ledger.not-balanced': 'Debits {debits} and credits {credits} differ.',
    'ledger.no-account': 'The chart of accounts has no account with the role {role}.',
    'ledger-line.one-side': 'A line has either a debit or a credit.',
  },
})
