/** What every new company starts with: roles, books, accounts, units, a warehouse. */
import { openCtx } from '#kernel/action/open-ctx.ts'
import type { Caller } from '#kernel/action/caller.ts'
import { write } from '#kernel/action/write.ts'
import type { House } from '#kernel/house.ts'
import { seedBooks } from '#modules/books/index.ts'
import { seedAccounts } from '#modules/ledger/index.ts'
import { seedPipeline } from '#modules/opportunities/index.ts'
import { seedRoles } from '#modules/people/index.ts'
import { seedUnits } from '#modules/products/index.ts'
import { seedWarehouse } from '#modules/warehouses/index.ts'

/** May be repeated: what is there stays. */
export async function setUpCompany(house: House, caller: Caller): Promise<void> {
  await write(house, caller, {}, async (unit) => {
    const ctx = openCtx(unit)
    const locale = (await house.companies.of(caller.tenant)).locale
    await seedRoles(ctx, locale)
    await seedBooks(ctx, locale)
    await seedAccounts(ctx)
    await seedUnits(ctx, locale)
    await seedWarehouse(ctx, locale)
    await seedPipeline(ctx, locale)
  })
}
