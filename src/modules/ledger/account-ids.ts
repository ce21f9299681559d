/** Finds the accounts that documents post to, by role. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { Account, accountRoles, type AccountRole } from './account.entity.ts'
import { seedAccounts } from './default-accounts.ts'

const known = new WeakMap<Ctx, Map<string, string>>()

/** @returns role → id; a company without accounts gets the default chart first */
export async function accountIds(ctx: Ctx): Promise<Map<string, string>> {
  const ready = known.get(ctx)
  if (ready) return ready
  let accounts = await ctx.list(Account, { role: { in: [...accountRoles] } })
  if (accounts.length === 0) {
    await seedAccounts(ctx)
    accounts = await ctx.list(Account, { role: { in: [...accountRoles] } })
  }
  const ids = new Map(accounts.flatMap(({ id, role }) => (role ? [[role, id] as const] : [])))
  known.set(ctx, ids)
  return ids
}

/** @throws {Refusal} `ledger.no-account` when the chart lacks an account with that role */
export async function accountId(ctx: Ctx, role: AccountRole): Promise<string> {
  const id = (await accountIds(ctx)).get(role)
  if (!id) fail('ledger.no-account', { role })
  return id
}
