/** The cash or bank account that a receipt goes to. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { Account, accountId } from '#modules/ledger/index.ts'
import type { Receipt } from './receipt.entity.ts'

export interface MoneyAccount {
  id: string
  /** In which currency the account is kept: the receipt's, or the base currency. */
  currency: string
}

/** @throws {Refusal} `receipt.not-a-money-account`, `receipt.account-currency` */
export async function moneyAccount(
  ctx: Ctx,
  { account: given, method, currency }: Receipt,
): Promise<MoneyAccount> {
  const id = given ?? (await accountId(ctx, method === 'cash' ? 'cash' : 'bank'))
  const account = await ctx.find(Account, id)
  if (!account.isMoney || !account.active) {
    fail('receipt.not-a-money-account', { account: account.name }, { field: 'account' })
  }
  if (account.currency !== currency && account.currency !== ctx.currency) {
    const facts = { account: account.name, currency: account.currency, paid: currency }
    fail('receipt.account-currency', facts, { field: 'account' })
  }
  return { id, currency: account.currency }
}
