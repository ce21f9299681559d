/** The accounts a company starts with. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { Account, type AccountRole } from './account.entity.ts'

type Kind = Account['kind']

export const chart: [code: string, name: string, kind: Kind, role: AccountRole][] = [
  ['1101', 'Cash', 'asset', 'cash'],
  ['1102', 'Bank', 'asset', 'bank'],
  ['1131', 'Accounts receivable', 'asset', 'receivable'],
  ['1201', 'Merchandise', 'asset', 'stock'],
  ['2101', 'Goods received, not invoiced', 'liability', 'stock-received'],
  ['2131', 'Advances from customers', 'liability', 'advance'],
  ['2171', 'Output tax', 'liability', 'tax-payable'],
  ['3101', 'Opening balance', 'equity', 'stock-opening'],
  ['4101', 'Sales revenue', 'income', 'revenue'],
  ['4102', 'Freight charged', 'income', 'freight-revenue'],
  ['5101', 'Cost of sales', 'expense', 'cost-of-sales'],
  ['5102', 'Stock differences', 'expense', 'inventory-difference'],
  ['6101', 'Bank charges and small differences', 'expense', 'charges'],
  ['7101', 'Exchange gain or loss', 'income', 'exchange'],
]

/** Adds the accounts that are missing; may be repeated. */
export async function seedAccounts(ctx: Ctx): Promise<void> {
  const known = new Set((await ctx.list(Account, {})).map((account) => account.code))
  for (const [code, name, kind, role] of chart) {
    if (known.has(code)) continue
    const isMoney = role === 'cash' || role === 'bank'
    await ctx.create(Account, { code, name: ctx.words(name), kind, role, isMoney })
  }
}
